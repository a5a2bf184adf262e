"""Amounts and what is said about them next to each other: 本月, 同比, 1—本月, 同比, 位次."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loaders import reasons
from loaders.facets import Facets, is_total
from loaders.heading import Part, Relative, Time
from loaders.tables.counts import is_earlier, is_level, is_one_month, is_rank, is_target, spans
from loaders.tables.run import Run, shifted
from loaders.timing import last_month, year_of

_SEVERAL = 2
_NEW = ("新设", "新增", "新登记", "新注册")
_SHARE = re.compile("(?:占比|比重|比例|份额)$")


def completed(
    columns: Sequence[Facets],
    is_known: Callable[[str], bool] = lambda _: True,
    count_apart: Callable[[str, str], bool] = lambda _one, _other: False,
) -> list[Facets]:
    """Columns in order, or rows, each with what it takes over from those before it.

    `is_known` tells an indicator's name from one that only heads some: 商品房销售; `count_apart`
    whether two units count different things.
    """
    run = Run()
    found: list[Facets] = []
    for facets in columns:
        facets = _sum_of_months(facets, run)
        if run.goes_on(facets, is_known):
            facets = facets._replace(names=run.names, label=run.label)
        elif (
            (facets.names and facets.names != run.names)
            or _is_of_all(facets, run)
            or _is_in_another_unit(facets, run, count_apart)
        ):
            facets = _of_the_same_time(facets, run) if facets.names else facets
            run = run.followed_by(facets)
        elif _only_grows(facets):
            run = run.whole() or run
        completed = _completed_one(facets, run)
        if not is_level(completed) and not run.begins_with(completed):
            run.growths.append(completed)
        elif not is_target(completed):
            run.level(completed)
        found.append(completed)
    return found


def _only_grows(facets: Facets) -> bool:
    """比上年增长, without a word on what grows or since when."""
    measure = facets.measure
    grows = measure is not None and measure.transformation in ("yoy", "mom")
    return grows and not (facets.names or facets.place or facets.says_when)


def _is_of_all(facets: Facets, run: Run) -> bool:
    """期末实有 behind 1-10月新设 is of all there are, and not of the new ones."""
    stock = facets.relative is not None and facets.relative.accumulation == "stock"
    return stock and not facets.names and bool(run.names) and run.names[-1].startswith(_NEW)


def _is_in_another_unit(facets: Facets, run: Run, count_apart: Callable[[str, str], bool]) -> bool:
    """金额（万元） behind 面积（平方米） is no area, 1-10月完成（亿元） no number of projects."""
    if facets.names or not run.names or not facets.unit or not is_level(facets):
        return False
    before = run.before.levels if run.before else ()
    units = _units(run.levels) or _units(before)
    return bool(units) and all(count_apart(facets.unit, unit) for unit in units)


def _units(levels: Sequence[Facets]) -> set[str]:
    return {level.unit for level in levels if level.unit}


def _sum_of_months(facets: Facets, run: Run) -> Facets:
    """合计 or 累计 behind January to June is the first half year."""
    months = [level.part for level in run.levels if level.part and is_one_month(level)]
    sums = all(map(is_total, facets.names)) and bool(facets.names)
    relative = facets.relative
    sums = sums or (relative == Relative(0, "ytd") and not facets.names)
    if len(months) < _SEVERAL or len(months) < len(run.levels) or not sums or facets.measure:
        return facets
    return facets._replace(
        names=run.names, label=run.label, part=Part("M", months[-1].number, "ytd"), relative=None
    )


def _completed_one(facets: Facets, run: Run) -> Facets:
    if not facets.names and run.names and not facets.place and _leans(facets):
        facets = facets._replace(names=run.names, label=facets.label or run.label)
    if is_level(facets):
        return _beside(facets, run) if run.levels or not run.outer else _inside(facets, run.outer)
    if alike := run.counted_alike(facets):
        return _at_the_time_of(facets, alike)
    monthly = any(level.relative and level.relative.back == 1 for level in run.levels)
    if facets.relative and (rank := run.rank_before(facets)):
        relative = facets.relative._replace(accumulation=None)
        return shifted(facets._replace(relative=relative), rank)
    owner = run.ranked() if is_rank(facets) else run.compared()
    if monthly and facets.measure and facets.measure.bare:
        facets = facets._replace(doubts=(*facets.doubts, reasons.OPEN_GROWTH))
    if facets.part and not facets.time and owner.time:
        dated = owner.part.within(year_of(owner.time)) if owner.part else owner.time
        return _in_year_of(facets, dated)
    return facets if _says_how_long(facets) else _dated_as(facets, owner)


def _of_the_same_time(facets: Facets, run: Run) -> Facets:
    """税收占比（%） behind 当月 and 累计 is of the latter, it seems."""
    levels = run.levels or (run.before.levels if run.before else ())
    now = [level for level in levels if not (level.time or is_earlier(level))]
    if not now or not _SHARE.search(facets.names[-1]) or _says_how_long(facets):
        return facets
    dated = _dated_as(facets, max(reversed(now), key=run.when))
    doubts = (reasons.OPEN_ACCUMULATION,) if len(set(map(spans, now))) > 1 else ()
    return dated._replace(doubts=facets.doubts + doubts)


def _inside(facets: Facets, outer: Run) -> Facets:
    """An amount that only names what it is, among columns that say of when they are."""
    if _says_how_long(facets) or is_target(facets):
        return facets
    return _dated_as(facets, outer.compared())


def _at_the_time_of(facets: Facets, owner: Facets) -> Facets:
    """当月 beside columns of 9月 and of 1—9月 is September."""
    said = tuple(e for e in owner.evidence if e[0] == "time_period")
    return facets._replace(time=owner.time, part=owner.part, evidence=facets.evidence + said)


def _in_year_of(facets: Facets, time: Time) -> Facets:
    """6月同比 beside columns of 2025年5月 and 2025年6月."""
    own = facets.part.within(year_of(time)) if facets.part else time
    return facets._replace(time=own, part=None) if last_month(own) == last_month(time) else facets


def _leans(facets: Facets) -> bool:
    """It says how something is counted or when, and not what."""
    return bool(facets.measure or facets.says_when)


def _says_how_long(facets: Facets) -> bool:
    accumulates = facets.measure.accumulation if facets.measure else None
    return bool(facets.says_when or accumulates)


def _dated_as(facets: Facets, owner: Facets) -> Facets:
    """A growth without a period of its own has that of the amounts beside it."""
    said = tuple(e for e in owner.evidence if e[0] in ("time_period", "accumulation"))
    measure = facets.measure
    if measure and owner.measure and not measure.accumulation:
        measure = measure._replace(accumulation=owner.measure.accumulation)
    return facets._replace(
        time=owner.time,
        part=owner.part,
        relative=owner.relative,
        measure=measure,
        evidence=facets.evidence + said,
    )


def _beside(facets: Facets, run: Run) -> Facets:
    """上年同期 beside 累计 is cumulative too."""
    relative = facets.relative
    if not run.levels or relative is None or relative.accumulation or not relative.back:
        return facets
    if facets.part or facets.time or relative.year_end:
        return facets
    return shifted(facets, run.reference(facets))
