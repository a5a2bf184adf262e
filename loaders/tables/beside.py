"""Headings that mean something else beside rows that have names: 支出进度, 全市增速."""

from __future__ import annotations

import re

from loaders.amounts import PACES
from loaders.facets import Facets
from loaders.heading import Measure
from loaders.tables.naming import Naming

_LEVEL_OF_GOVERNMENT = re.compile(r"(全[国省市县区州盟旗])(平均|平均水平)?")


def names_a_government(name: str) -> bool:
    """Whether a name is no more than that of a level of government: 全省, 全市平均."""
    return _LEVEL_OF_GOVERNMENT.fullmatch(name) is not None


def beside_names(facets: Facets, naming: Naming) -> Facets:
    """What a column says where its rows name what is counted."""
    if facets.names and facets.names[-1] in PACES and not facets.measure:
        pace = Measure("progress", unit="%")
        return facets._replace(names=facets.names[:-1], label="", measure=pace)
    return at_level(facets, naming)


def at_level(facets: Facets, naming: Naming) -> Facets:
    """全市 in a column of industries is all of them in the city; other names stay."""
    return (_of_a_level(facets, naming) or facets) if len(facets.names) == 1 else facets


def _of_a_level(facets: Facets, naming: Naming) -> Facets | None:
    """全市增速 in a county's sheet is the growth of its city, and so is 全市平均增速."""
    found = _LEVEL_OF_GOVERNMENT.fullmatch(facets.names[0])
    if found is None:
        return None
    (place,) = naming.places.axis([found[1]], naming.within)
    if found[2] and place.code == naming.within:
        place = naming.places.above(place)
    at = tuple(cell for attribute, cell in facets.evidence if attribute == "indicator")
    named = tuple(("area", cell) for cell in at)
    others = tuple(entry for entry in facets.evidence if entry[0] != "indicator")
    if place.code is None:
        return None
    return facets._replace(names=(), label="", place=place, evidence=named + others)
