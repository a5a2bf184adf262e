"""A run of columns of one indicator, and which amounts among them the next one belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from loaders.facets import NOTHING, Facets, combined_relative, is_total
from loaders.tables.counts import (
    REPORT,
    is_earlier,
    is_level,
    is_now,
    is_one_month,
    is_rank,
    spans,
    sums,
    when_of,
    when_said,
)
from loaders.timing import last_month

_SEVERAL = 2


@dataclass(slots=True)
class Run:
    """Columns of one indicator, left to right: what the next growth or rank belongs to.

    `growths` are growths and ranks, to the latest of which the next belongs where no amounts
    stand; `counted` tells that one was compared with the amounts.
    """

    names: tuple[str, ...] = ()
    label: str = ""
    outer: Run | None = None
    before: Run | None = None
    levels: list[Facets] = field(default_factory=list)
    counted: bool = False
    growths: list[Facets] = field(default_factory=list)

    def followed_by(self, facets: Facets) -> Run:
        """The run of another name; 税收收入 within the columns of 一般公共预算收入 has an outer."""
        runs = (run for run in (self, self.outer) if run and run.names)
        outer = next((run for run in runs if facets.names[: len(run.names)] == run.names), None)
        return Run(facets.names, facets.label, outer, self if self.levels else self.before)

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

    def whole(self) -> Run | None:
        """The columns of 合计, or of what names above enclose, left of several of its parts.

        None of them is compared with anything yet, each is one column.
        """
        run, parts = self, 0
        while run and run.names and not run.growths and len(run.levels) == 1:
            if run is self.outer or is_total(run.names[-1]):
                return run if parts >= _SEVERAL else None
            run, parts = run.before, parts + 1
        return None

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

    def ranked(self) -> Facets:
        """What a rank belongs to: the amounts or growth that a growth would, else the next one.

        位次 behind 1—9月 is of these where that of 1—10月 stands before it.
        """
        owner = self.compared()
        done = [when_said(one) for one in self.growths if is_rank(one)]
        if when_said(owner) not in done:
            return owner
        others = (one for one in reversed(self.growths) if when_said(one) not in done)
        return next(others, owner)

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

    def reference(self, facets: Facets) -> Facets:
        """The amounts that 上年同期 lies before: the latest ones that have none yet.

        Of 1—9月 and 1—8月, both to the left of it, it is the former that are the report's.
        """
        by_time = sorted(self.levels, key=self.when)[::-1]
        said = [when_said(level) for level in self.levels]
        alone = (one for one in by_time if when_said(shifted(facets, one)) not in said)
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
        if not undated or when_of(level)[0] < max((when_of(one)[0] for one in dated), default=0):
            return False
        return sums(level) not in map(sums, undated)


def shifted(facets: Facets, owner: Facets) -> Facets:
    """What says no more than how far back it lies, so far before some amounts."""
    return facets._replace(
        time=owner.time,
        part=owner.part,
        relative=combined_relative(owner.relative, facets.relative),
    )
