"""Sheet memory: what staff confirmed about a kind of file, and how that kind was last laid out."""

from cockpit.memory.answer import (
    NOTHING,
    Answer,
    Meaning,
    Memory,
    Subject,
    bureau_of,
    label_path,
    printed_key,
)
from cockpit.memory.family import family_of, timeless
from cockpit.memory.signature import Signature, Trait, signature

__all__ = [
    "NOTHING",
    "Answer",
    "Meaning",
    "Memory",
    "Signature",
    "Subject",
    "Trait",
    "bureau_of",
    "family_of",
    "label_path",
    "printed_key",
    "signature",
    "timeless",
]
