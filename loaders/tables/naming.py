"""What it takes to understand the words of a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from loaders.facets import Facets
from loaders.heading import Heading
from loaders.places import Places
from loaders.regional import RegionalNames

if TYPE_CHECKING:
    from loaders.knowledge import Knowledge
    from loaders.tables.experience import Experience

Read = Callable[[str], Heading]
Speak = Callable[[str, str], Facets]


class Naming(NamedTuple):
    """`read` takes a heading apart, `is_known` tells an indicator's name.

    `is_part` tells whether one name's indicator is a part of another's, `completes` whether a
    name that nobody knows alone means something below another, `count_apart` whether two units
    count different things.
    `regional` tells a region in front of a name.
    `speak` reads a line of words as a title is read; `within` is the area that the title names.
    `experience` is what earlier tables said. `lists_series`: every row is a series, also one
    without any figure.
    """

    read: Read
    speak: Speak
    places: Places
    regional: RegionalNames
    is_known: Callable[[str], bool]
    is_part: Callable[[str, str], bool]
    completes: Callable[[str, str], bool]
    count_apart: Callable[[str, str], bool]
    experience: Experience
    within: str | None = None
    lists_series: bool = False

    @classmethod
    def of(cls, known: Knowledge, speak: Speak, *, lists_series: bool = False) -> Naming:
        """What a publisher's catalogue teaches, with the reading of lines of words."""
        lexicon = known.lexicon
        return cls(
            read=known.heading,
            speak=speak,
            places=known.places,
            regional=known.regional,
            is_known=lexicon.is_indicator,
            is_part=lexicon.is_part,
            completes=lexicon.completes,
            count_apart=lexicon.count_apart,
            experience=known.experience,
            lists_series=lists_series,
        )
