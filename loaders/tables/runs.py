"""Amounts and what is said about them next to each other: 本月, 同比, 1—本月, 同比, 位次."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from loaders import reasons
from loaders.facets import NOTHING, Facets, combined_relative, is_total
from loaders.heading import Part, Relative, Time
from loaders.tables.counts import (
    REPORT,
    is_earlier,
    is_level,
    is_now,
    is_one_month,
    is_rank,
    is_target,
    spans,
    sums,
    when_of,
    when_said,
)
from loaders.timing import last_month, year_of

_SEVERAL = 2
_SHARE = re.compile("(?:占比|比重|比例|份额)$")


@dataclass(slots=True)
class _Run:
    """Columns of one indicator, left to right: what the next growth or rank belongs to."""

    names: tuple[str, ...] = ()
    label: str = ""
    outer: _Run | None = None
    before: _Run | None = None
    levels: list[Facets] = field(default_factory=list)
    counted: bool = False
    growths: list[Facets] = field(default_factory=list)
    """Growths and ranks, to the latest of which the next belongs where no amounts stand."""

    def followed_by(self, facets: Facets) -> _Run:
        """The run of another name; 税收收入 within the columns of 一般公共预算收入 has an outer."""
        runs = (run for run in (self, self.outer) if run and run.names)
        outer = next((run for run in runs if facets.names[: len(run.names)] == run.names), None)
        return _Run(facets.names, facets.label, outer, self if self.levels else self.before)

    def goes_on(self, facets: Facets, is_known: Callable[[str], bool]) -> bool:
        """同比 behind 面积, both below 商品房销售, is that of 面积; behind many parts of none."""
        above, outer = facets.names, self.outer
        if is_level(facets) or not above or above != self.names[: len(above)]:
            return False
        has_its_own = outer is not None and outer.names == above and outer.counted
        if above == self.names or not self.levels or (is_known(above[-1]) and not has_its_own):
            return False
        run = self.before
        while run and run.names[: len(above)] == above:
            if not run.counted:
                return False
            run = run.before
        return True

    def begins_with(self, facets: Facets) -> bool:
        """9月新增 and 1—9月新增, which stand beside no other amounts, are what grows."""
        counted = facets.measure is not None and facets.measure.added
        return counted and all(one.measure and one.measure.added for one in self.levels)

    def level(self, facets: Facets) -> None:
        """A column of amounts; after a growth one of this year begins a new pair."""
        if self.counted and not is_earlier(facets) and not self._is_dated_before(facets):
            self.levels, self.counted = [], False
        self.levels.append(facets)

    def _is_dated_before(self, facets: Facets) -> bool:
        """2023年10月 after a growth of 2024年10月 is what the next growth compares with."""
        latest = max(map(when_of, self._current()), default=(0, 0, 0))
        return facets.time is not None and when_of(facets)[:2] < latest[:2]

    def compared(self) -> Facets:
        """The amounts that a growth belongs to: the latest ones, of several the nearest."""
        self.counted = True
        current = self._current()
        return max(reversed(current), key=self.when) if current else self._nearest()

    def _nearest(self) -> Facets:
        """What a growth belongs to where no amounts stand before it in its own columns."""
        if self.outer:
            return self.outer.compared()
        if self.growths:
            return self._latest_growth()
        alike = self.before
        while alike and alike.names != self.names:
            alike = alike.before
        return alike.compared() if alike else NOTHING

    def shifted(self, facets: Facets) -> Facets:
        """The amounts that 上年同期 lies before: the latest ones that have none yet.

        Of 1—9月 and 1—8月, both to the left of it, it is the former that are the report's.
        """
        by_time = sorted(self.levels, key=self.when)[::-1]
        said = [when_said(level) for level in self.levels]
        alone = (one for one in by_time if when_said(_shifted(facets, one)) not in said)
        return next(alone, self.levels[-1])

    def counted_alike(self, facets: Facets) -> Facets | None:
        """The dated amounts of a growth that says no more than 当月 or 累计."""
        relative = facets.relative
        if facets.time or facets.part or relative is None or relative.back or relative.year_end:
            return None
        alike = [one for one in self.levels if spans(one) == relative.accumulation is not None]
        latest = max(reversed(alike), key=self.when, default=NOTHING)
        return latest if latest.time or latest.part else None

    def rank_before(self, facets: Facets) -> Facets | None:
        """The rank that 上月位次 is the one before of: cumulative as that is."""
        relative = facets.relative
        if not is_rank(facets) or facets.time or facets.part or not (relative and relative.back):
            return None
        ranks = [one for one in self.growths if is_rank(one) and not is_earlier(one)]
        return ranks[-1] if ranks else None

    def _latest_growth(self) -> Facets:
        """增减百分点 behind growths of 1—10月 and of 1—9月 is that of the former."""
        return max(reversed(self.growths), key=self.when, default=NOTHING)

    def _current(self) -> list[Facets]:
        """9月 beside 本月, 9月末 beside 期末, is another month: the one before."""
        if not any(map(is_now, self.levels)):
            return self.levels
        return [level for level in self.levels if not is_one_month(level)]

    def when(self, level: Facets) -> tuple[int, int, int]:
        """Later is larger; what has no year is of the report's, 累计 as late as the last month."""
        if level.time is not None and self._is_of_the_report(level):
            return (REPORT, last_month(level.time), 0)
        if level.time is not None or is_earlier(level):
            return when_of(level)
        of_the_report = [level] if level.part else self._current()
        return (REPORT, max(map(self._month, of_the_report), default=0), 0)

    def _month(self, level: Facets) -> int:
        """The month of the report's year that a column names; 0 where it names none."""
        if level.part:
            return last_month(level.part.within(REPORT))
        if level.time is None or not self._is_of_the_report(level):
            return 0
        return last_month(level.time)

    def _is_of_the_report(self, level: Facets) -> bool:
        """2024年1—4月 beside 4月份 is this year's; beside 1—4月 it is an earlier one's."""
        if level.time and level.time.freq == "A" and not (level.part or sums(level)):
            return False
        dated = [one for one in self.levels if one.time]
        undated = [one for one in self.levels if not one.time and not is_earlier(one)]
        if not undated or when_of(level)[0] < max(when_of(one)[0] for one in dated):
            return False
        return sums(level) not in map(sums, undated)


def completed(
    columns: Sequence[Facets], is_known: Callable[[str], bool] = lambda _: True
) -> list[Facets]:
    """Columns in order, or rows, each with what it takes over from those before it.

    `is_known` tells an indicator's name from one that only heads some: 商品房销售.
    """
    run = _Run()
    found: list[Facets] = []
    for facets in columns:
        facets = _sum_of_months(facets, run)
        if run.goes_on(facets, is_known):
            facets = facets._replace(names=run.names, label=run.label)
        elif facets.names and facets.names != run.names:
            facets = _of_the_same_time(facets, run)
            run = run.followed_by(facets)
        completed = _completed_one(facets, run)
        if not is_level(completed) and not run.begins_with(completed):
            run.growths.append(completed)
        elif not is_target(completed):
            run.level(completed)
        found.append(completed)
    return found


def _sum_of_months(facets: Facets, run: _Run) -> Facets:
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


def _completed_one(facets: Facets, run: _Run) -> Facets:
    if not facets.names and run.names and not facets.place and _leans(facets):
        facets = facets._replace(names=run.names, label=facets.label or run.label)
    if is_level(facets):
        return _beside(facets, run) if run.levels or not run.outer else _inside(facets, run.outer)
    if alike := run.counted_alike(facets):
        return _at_the_time_of(facets, alike)
    monthly = any(level.relative and level.relative.back == 1 for level in run.levels)
    if facets.relative and (rank := run.rank_before(facets)):
        relative = facets.relative._replace(accumulation=None)
        return _shifted(facets._replace(relative=relative), rank)
    owner = run.compared()
    if monthly and facets.measure and facets.measure.bare:
        facets = facets._replace(doubts=(*facets.doubts, reasons.OPEN_GROWTH))
    if facets.part and not facets.time and owner.time:
        dated = owner.part.within(year_of(owner.time)) if owner.part else owner.time
        return _in_year_of(facets, dated)
    return facets if _says_how_long(facets) else _dated_as(facets, owner)


def _of_the_same_time(facets: Facets, run: _Run) -> Facets:
    """税收占比（%） behind 当月 and 累计 is of the latter, it seems."""
    levels = run.levels or (run.before.levels if run.before else ())
    now = [level for level in levels if not (level.time or is_earlier(level))]
    if not now or not _SHARE.search(facets.names[-1]) or _says_how_long(facets):
        return facets
    dated = _dated_as(facets, max(reversed(now), key=run.when))
    doubts = (reasons.OPEN_ACCUMULATION,) if len(set(map(spans, now))) > 1 else ()
    return dated._replace(doubts=facets.doubts + doubts)


def _inside(facets: Facets, outer: _Run) -> Facets:
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


def _beside(facets: Facets, run: _Run) -> Facets:
    """上年同期 beside 累计 is cumulative too."""
    relative = facets.relative
    if not run.levels or relative is None or relative.accumulation or not relative.back:
        return facets
    if facets.part or facets.time or relative.year_end:
        return facets
    return _shifted(facets, run.shifted(facets))


def _shifted(facets: Facets, owner: Facets) -> Facets:
    """What says no more than how far back it lies, so far before some amounts."""
    return facets._replace(
        time=owner.time,
        part=owner.part,
        relative=combined_relative(owner.relative, facets.relative),
    )
