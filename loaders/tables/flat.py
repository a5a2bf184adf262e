"""Parts in columns of their own, right of the whole: 地区生产总值(亿元), 第一产业, 第二产业."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.facets import Facets
from loaders.tables.counts import is_level
from loaders.tables.naming import Naming

_DIVISION = re.compile("按[^分]{1,8}分[组类]?")


def below_wholes(columns: Sequence[Facets], naming: Naming) -> list[Facets]:
    """Columns in order; a name that only tells a part has the nearest whole above it."""
    wholes: list[Facets] = []
    found: list[Facets] = []
    for facets in columns:
        if len(facets.names) == 1 and is_level(facets) and naming.is_known(facets.names[0]):
            wholes.append(facets)
        found.append(_below(facets, wholes, naming))
    return found


def _below(facets: Facets, wholes: Sequence[Facets], naming: Naming) -> Facets:
    if not facets.names or facets.place or naming.is_known(facets.names[-1]):
        return facets
    if wholes and _DIVISION.fullmatch(facets.names[0]):
        return _divided(facets, wholes[-1])
    if len(facets.names) != 1:
        return facets
    name = facets.names[0]
    of = next((w for w in reversed(wholes) if naming.completes(name, w.names[0])), None)
    if of is None:
        return facets
    unit = facets.unit if facets.unit or facets.measure else of.unit
    return facets._replace(names=(*of.names, name), unit=unit)


def _divided(facets: Facets, of: Facets) -> Facets:
    """男 below 按性别分, right of 年末常住人口, are those of them."""
    if len(facets.names) == 1 or facets.unit not in (None, of.unit):
        return facets
    unit = None if facets.measure else of.unit
    return facets._replace(names=(*of.names, *facets.names), unit=facets.unit or unit)
