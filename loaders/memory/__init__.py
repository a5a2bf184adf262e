"""What staff confirmed, put to use: answers filled in, doubts settled, changed layouts reported."""

from cockpit.memory import family_of, signature
from loaders.memory.changes import changes
from loaders.memory.excerpt import look
from loaders.memory.reading import remember, settle
from loaders.memory.recall import Recall

__all__ = ["Recall", "changes", "family_of", "look", "remember", "settle", "signature"]
