"""Parts in columns of their own, right of the whole: 地区生产总值(亿元), 第一产业, 第二产业."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.facets import Facets
from loaders.tables.counts import is_level
from loaders.tables.naming import Naming


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
    if len(facets.names) != 1 or facets.place or naming.is_known(facets.names[0]):
        return facets
    name = facets.names[0]
    of = next((w for w in reversed(wholes) if naming.completes(name, w.names[0])), None)
    if of is None:
        return facets
    unit = facets.unit if facets.unit or facets.measure else of.unit
    return facets._replace(names=(*of.names, name), unit=unit)
