"""Parts in columns of their own, right of the whole: 地区生产总值(亿元), 第一产业, 第二产业."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from loaders import reasons
from loaders.amounts import is_growth
from loaders.facets import Facets
from loaders.tables.counts import is_level
from loaders.tables.naming import Naming

_DIVISION = re.compile("按[^分]{1,8}分[组类]?")
_OUTPUT = re.compile(r"生产总值$")
_USES = re.compile(
    r"(?:最终|居民|政府|城镇居民|农村居民)消费(?:支出)?|(?:固定)?资本形成总额|存货(?:变动|增加)"
    r"|(?:货物和服务)?净(?:流出|出口)|劳动者报酬|生产税净额|固定资产折旧|营业盈余"
)
"""What the output of an economy is used for, and whose income it is."""


def below_wholes(columns: Sequence[Facets], naming: Naming) -> list[Facets]:
    """Columns in order; a name that only tells a part has the nearest whole above it."""
    wholes: list[Facets] = []
    found: list[Facets] = []
    for facets in _beside_output(columns):
        if len(facets.names) == 1 and is_level(facets) and naming.is_known(facets.names[0]):
            wholes.append(facets)
        found.append(_below(facets, wholes, naming))
    return found


def shares_of_levels(columns: Sequence[Facets]) -> list[Facets]:
    """第一产业 below 构成 is in full what is called so among the levels; of two it is asked."""
    levels: dict[str, set[tuple[str, ...]]] = {}
    for facets in columns:
        if facets.names and is_level(facets):
            levels.setdefault(facets.names[-1], set()).add(facets.names)
    return [_in_full(facets, levels) for facets in columns]


def _in_full(facets: Facets, levels: Mapping[str, Set[tuple[str, ...]]]) -> Facets:
    is_share = facets.measure is not None and facets.measure.transformation == "share"
    meant = levels.get(facets.names[0], ()) if is_share and len(facets.names) == 1 else ()
    if len(meant) > 1:
        return facets._replace(doubts=(*facets.doubts, reasons.PART_OF_NOTHING))
    return facets._replace(names=next(iter(meant), facets.names))


def _beside_output(columns: Sequence[Facets]) -> list[Facets]:
    """最终消费支出 right of 支出法地区生产总值(亿元) is in 亿元 where no other unit is printed."""
    found: list[Facets] = []
    unit = ""
    for facets in columns:
        name = facets.names[-1] if facets.names else ""
        if _OUTPUT.search(name) and is_level(facets):
            unit = facets.unit or ""
        is_use = not (facets.unit or facets.measure) and _USES.fullmatch(name)
        found.append(facets._replace(noun=unit) if unit and is_use else facets)
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
    unit = None if facets.measure or is_growth(of.names[-1]) else of.unit
    return facets._replace(names=(*of.names, name), unit=facets.unit or unit)


def _divided(facets: Facets, of: Facets) -> Facets:
    """男 below 按性别分, right of 年末常住人口, are those of them."""
    if len(facets.names) == 1 or facets.unit not in (None, of.unit):
        return facets
    unit = None if facets.measure else of.unit
    return facets._replace(names=(*of.names, *facets.names), unit=facets.unit or unit)
