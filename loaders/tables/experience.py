"""What the tables of a publisher said before, so that the same words are understood once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from loaders.facets import Facets
from loaders.places import PlaceName
from loaders.remembered import Kept, Remembered
from loaders.tables.hierarchy import Hierarchy
from loaders.tables.naming import Read
from loaders.tables.paths import Paths

if TYPE_CHECKING:
    from loaders.tables.reader import Block
    from loaders.tables.words import Words

_MOST_HEADERS = 1 << 8
_MOST_BLOCKS = 1 << 8


class Experience:
    """The names of rows below each other, whole headers, and whole tables but for their figures."""

    def __init__(
        self,
        read: Read,
        is_known: Callable[[str], bool],
        is_part: Callable[[str, str], bool],
        is_part_below: Callable[[str, tuple[str, ...]], bool],
    ) -> None:
        self.hierarchy = Hierarchy(read, is_known, is_part, is_part_below)
        self.headers: Kept[Words, Paths] = Kept(_MOST_HEADERS)
        self.blocks: Kept[tuple[object, ...], Block] = Kept(_MOST_BLOCKS)


def _unit(said: tuple[str, str]) -> Facets:
    text, at = said
    return Facets(unit=text, evidence=(("unit", at),))


def _region(said: tuple[PlaceName, str]) -> Facets:
    place, at = said
    return Facets(place=place, evidence=(("area", at),))


units: Remembered[tuple[str, str], Facets] = Remembered(_unit)
"""Facets of a unit beside the names, and where it stands."""
regions: Remembered[tuple[PlaceName, str], Facets] = Remembered(_region)
"""Facets of a region, and where it stands."""
