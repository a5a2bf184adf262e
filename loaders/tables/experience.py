"""What the tables of a publisher said before, so that the same words are understood once."""

from __future__ import annotations

from loaders.facets import Facets
from loaders.places import PlaceName, Places
from loaders.remembered import Kept, Remembered
from loaders.tables.hierarchy import Hierarchy
from loaders.tables.naming import Naming
from loaders.tables.paths import Paths

_MOST_KEPT = 4
_MOST_HEADERS = 1 << 8
_kept: list[tuple[Places, Experience]] = []


class Experience:
    """The names of rows below each other, and whole headers."""

    def __init__(self, naming: Naming) -> None:
        self.hierarchy = Hierarchy(naming.read, naming.is_known, naming.is_part)
        self.headers: Kept[tuple[object, ...], Paths] = Kept(_MOST_HEADERS)


def experience_of(naming: Naming) -> Experience:
    """The experience with a publisher's words: the same for every table."""
    for places, experience in tuple(_kept):
        if places is naming.places:
            return experience
    experience = Experience(naming)
    _kept.append((naming.places, experience))
    del _kept[:-_MOST_KEPT]
    return experience


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
