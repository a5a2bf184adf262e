"""Columns that say too little of themselves: changes beside growth, ratios beside targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loaders.facets import NOTHING, Facets
from loaders.heading import Measure
from loaders.heading.kinds import PERCENT_OR_AMOUNT, SINCE_YEAR_END, Since
from loaders.tables.paths import Piece

_GROWTH = ("yoy", "mom")


def amounts(columns: list[Facets]) -> list[Facets]:
    """增减 without a unit, beside columns that print theirs in %, is an amount.

    So is 比同期 beside 同比增速 of the same.
    """
    columns = _apart_from_growth(columns)
    if not any(facets.measure and facets.unit and "%" in facets.unit for facets in columns):
        return columns
    return [_as_amount(facets) for facets in columns]


def _apart_from_growth(columns: list[Facets]) -> list[Facets]:
    """A mere comparison beside the growth over just that is the amount by which it grew."""
    if not any(facets.measure and facets.measure.mere for facets in columns):
        return columns
    grown = {_counted_of(facets) for facets in columns if _is_growth_in_full(facets)}
    return [_by_amount(f) if _is_mere(f) and _counted_of(f) in grown else f for f in columns]


def _is_growth_in_full(facets: Facets) -> bool:
    measure = facets.measure
    full = measure is not None and not (measure.mere or measure.bare)
    return full and measure.transformation == "yoy"


def _is_mere(facets: Facets) -> bool:
    return facets.measure is not None and facets.measure.mere and not facets.unit


def _counted_of(facets: Facets) -> tuple[object, ...]:
    """What a column counts, of where and of when."""
    accumulation = facets.measure.accumulation if facets.measure else None
    when = facets.time, facets.part, facets.relative
    return facets.names, facets.place, when, accumulation


def _by_amount(facets: Facets) -> Facets:
    accumulation = facets.measure.accumulation if facets.measure else None
    return facets._replace(measure=Measure("change", accumulation, was="yoy"))


def beside_those_over_a_year(columns: list[Facets]) -> list[Facets]:
    """比年初增减额 beside 同比增减额 of the same is asked about: it is none over a year."""
    named = {facets.names for facets in columns if _is_change(facets, "")}
    return [
        facets._replace(doubts=(*facets.doubts, SINCE_YEAR_END))
        if facets.names in named and _is_change(facets, "year_end")
        else facets
        for facets in columns
    ]


def _is_change(facets: Facets, since: Since) -> bool:
    measure = facets.measure
    is_one = measure is not None and measure.transformation == "change" and not measure.added
    return is_one and measure.since == since and not _counts_rates(measure.unit)


def _as_amount(facets: Facets) -> Facets:
    measure = facets.measure
    if facets.unit or measure is None or not measure.amount or measure.doubt != PERCENT_OR_AMOUNT:
        return facets
    return facets._replace(measure=measure.in_amounts())


def of_targets(columns: list[Facets]) -> list[Facets]:
    """比例 and a mere % beside 任务 and 完成 are how much of the task is done."""
    counted = {facets.measure.transformation for facets in columns if facets.measure}
    if "target" not in counted or "progress" in counted:
        return columns
    before = [NOTHING, *columns]
    pairs = zip(columns, before, strict=False)
    return [_progress(f) if _is_bare_share(f) or _is_done(f, left) else f for f, left in pairs]


def _is_bare_share(facets: Facets) -> bool:
    measure = facets.measure
    return measure is not None and measure.transformation == "share" and measure.bare


def _is_done(facets: Facets, left: Facets) -> bool:
    """A mere % right of an amount of the report's own period."""
    if facets.measure or facets.names or facets.says_when or facets.unit != "%":
        return False
    now = left.relative is None or not (left.relative.back or left.relative.year_end)
    amount = left.measure is None or left.measure.transformation == "level"
    return left is not NOTHING and now and amount and left.unit != "%"


def _progress(facets: Facets) -> Facets:
    accumulation = facets.measure.accumulation if facets.measure else None
    return facets._replace(measure=Measure("progress", accumulation, "%"))


def apart_from_rates(
    columns: list[Facets], paths: Sequence[Sequence[Piece]], said: Mapping[Piece, Facets]
) -> list[Facets]:
    """比上年同期 over 金额 and % is a change in money, and the growth."""
    grow = [facets.measure and facets.measure.transformation in _GROWTH for facets in columns]
    if not any(grow):
        return columns
    inner = [said[path[-1]] if len(path) > 1 else NOTHING for path in paths]
    found = list(zip(columns, paths, inner, grow, strict=True))
    rates = {path[:-1] for _, path, innermost, grows in found if grows and _is_rate(innermost)}
    return [
        _changed(facets, innermost)
        if grows and path[:-1] in rates and _is_mere_amount(innermost)
        else facets
        for facets, path, innermost, grows in found
    ]


def _is_rate(facets: Facets) -> bool:
    """Percents of what is named further out: %, 比例, 增幅."""
    if facets is NOTHING or facets.names or facets.unit not in (None, "%"):
        return False
    measure = facets.measure
    if measure is None:
        return facets.unit == "%"
    return measure.transformation in _GROWTH or measure.bare


def _is_mere_amount(facets: Facets) -> bool:
    """金额, or a unit alone that is no rate's."""
    if facets.names or _counts_rates(facets.unit or ""):
        return False
    if facets.measure is None:
        return facets.unit is not None
    return facets.measure.transformation == "level" and not facets.measure.unit


def _counts_rates(unit: str) -> bool:
    return any(sign in unit for sign in ("%", "‰", "百分点"))


def _changed(facets: Facets, innermost: Facets) -> Facets:
    grown = facets.measure or Measure("yoy")
    unit = innermost.unit or (None if facets.unit == "%" else facets.unit)
    was, since = grown.transformation, grown.since
    changed = Measure("change", grown.accumulation, unit or "", was=was, since=since)
    return facets._replace(measure=changed, unit=unit)
