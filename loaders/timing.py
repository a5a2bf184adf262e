"""The period of a figure: what its row, its column and the report's title say, put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from cockpit.period import Accumulation
from loaders import reasons
from loaders.facets import Facets, combined_relative
from loaders.heading import Part, Relative, Time

if TYPE_CHECKING:
    from loaders.report import Report

_A_QUARTER = 3
_REACHED = Relative(whole_year="open")
"""What 2023年实绩 says beside its year."""
_FEBRUARY = 2


class Timing(NamedTuple):
    """A period with how it accumulates, None where nobody says; `doubts` are reasons.

    `own` is true where row or column name the period, false where it is the whole report's;
    `belongs` is false where no figure belongs to it: a quarterly one in a month within a quarter.
    `is_first_span` marks 当月 of January and February together, which are no month, `is_open` a
    quarter that may be the first ones together.
    """

    time: Time
    accumulation: Accumulation | None
    doubts: tuple[str, ...] = ()
    own: bool = False
    belongs: bool = True
    is_first_span: bool = False
    is_open: bool = False

    def doubted(self, reason: str) -> Timing:
        """The same, with one more reason to look at it."""
        return self._replace(doubts=(*self.doubts, reason))


def timing_of(row: Facets, column: Facets, report: Report, *, apart: bool = False) -> Timing | None:
    """The period of the figure where a row and a column cross; None where nothing tells it.

    `apart` marks what is published for January and for February each.
    """
    base, doubts = _base(row.time, _in_report(column, report), report.time)
    part = row.part or column.part
    own = part is not None or (base is not None and base is not report.time)
    base = base or report.beside
    relative = combined_relative(row.relative, column.relative)
    if not _sums_itself(row, column):
        relative = combined_relative(report.facets.relative, relative)
    if part is not None:
        base, more = _within(part, base)
        doubts += more
    if base is None:
        return None
    time = _shifted(base, relative, report.time) if relative else base
    if relative and _lacks_month(relative, time):
        doubts += (reasons.NO_MONTH,)
    if time.open_month or (time.freq != "A" and _may_be_whole(row.relative, column.relative)):
        doubts += (reasons.OPEN_PERIOD,)
    accumulation = (relative.accumulation if relative else None) or time.accumulation
    first = _is_first_span(time) and not (apart and accumulation == "period")
    told = relative is not None and relative.accumulation is not None
    return Timing(
        time,
        "ytd" if first else accumulation,
        doubts,
        own=own,
        is_first_span=first and relative is not None and relative.accumulation == "period",
        is_open=time.open_quarter and not told,
    )


def _may_be_whole(row: Relative | None, column: Relative | None) -> bool:
    """上年实绩, of which nothing tells whether the year is meant or the report's months of it."""
    said = column or (row if row != _REACHED else None)
    return said is not None and said.whole_year == "open"


def _sums_itself(row: Facets, column: Facets) -> bool:
    """1—10月 is cumulative, and 2024年全年 a year, below a title that says 当月 or 累计."""
    printed = (row.time, row.part, column.time, column.part)
    return any(when and (when.accumulation or _is_whole_year(when)) for when in printed)


def _is_whole_year(when: Time | Part) -> bool:
    return isinstance(when, Time) and when.freq == "A"


def _is_first_span(time: Time) -> bool:
    """January and February are published together: 1-2月 is no single month under 当月 either."""
    return time.freq == "M" and time.accumulation == "ytd" and last_month(time) == _FEBRUARY


def _lacks_month(relative: Relative, time: Time) -> bool:
    """本月 or 累计 in a report of which only the year is named; 累计 of 全年 is the year."""
    if relative.year_end or relative.whole_year == "yes":
        return False
    is_open = time.freq == "A" and not (time.accumulation and relative.accumulation == "ytd")
    return is_open and relative.accumulation in ("period", "ytd")


def _in_report(column: Facets, report: Report) -> Time | None:
    """A mere year above a column, in a report of some months, is these months of that year."""
    time, part = column.time, column.part
    if time is None or time.freq != "A" or time.accumulation or (part and part.freq == "A"):
        return time
    if report.part is not None:
        return report.part.within(year_of(time))
    if report.time is not None and report.time.freq != "A":
        return _same_part_of(report.time, year_of(time))
    return time


def _base(
    row: Time | None, column: Time | None, report: Time | None
) -> tuple[Time | None, tuple[str, ...]]:
    """The most exact period that is printed at the figure, else the report's."""
    if row is None or column is None:
        return row or column or report, ()
    exact, vague = (column, row) if row.freq == "A" else (row, column)
    same_year = exact.time_period[:4] == vague.time_period[:4]
    conflict = not same_year or (vague.freq != "A" and vague.time_period != exact.time_period)
    return exact, (reasons.TWO_PERIODS,) if conflict else ()


def _within(part: Part, base: Time | None) -> tuple[Time | None, tuple[str, ...]]:
    """Months of the base's year; months that follow the report's own belong to no known year."""
    if base is None:
        return None, ()
    time = part.within(year_of(base))
    later = base.freq != "A" and last_month(time) > last_month(base)
    return time, (reasons.LATER_MONTH,) if later else ()


def _shifted(base: Time, relative: Relative, report: Time | None) -> Time:
    if relative.year_end:
        return Time("M", f"{year_of(base) - 1:04d}-12", "stock")
    if relative.whole_year == "yes" and relative.back:
        return Time("A", f"{year_of(base) - relative.back // 12:04d}", "period")
    if relative == _REACHED:
        return base
    if base.freq == "A" and report is not None and report.freq != "A" and base is not report:
        base = _same_part_of(report, year_of(base))
    return back(base, relative.back)


def _same_part_of(report: Time, year: int) -> Time:
    """2023年同期 in a report of October 2024: October 2023."""
    return report._replace(time_period=f"{year:04d}{report.time_period[4:]}")


def back(time: Time, months: int) -> Time:
    """The period so many months before; 上期 of a quarter is the quarter before."""
    if not months:
        return time
    year, suffix = year_of(time), time.time_period[4:]
    if time.freq == "A" or months % 12 == 0:
        years = max(months // 12, 1)
        return time._replace(time_period=f"{year - years:04d}{suffix}")
    steps = months if time.freq == "M" else 1
    size = 12 if time.freq == "M" else 4
    count = year * size + int(suffix.lstrip("-Q")) - 1 - steps
    year, place = divmod(count, size)
    shown = f"-{place + 1:02d}" if time.freq == "M" else f"-Q{place + 1}"
    return time._replace(time_period=f"{year:04d}{shown}")


def year_of(time: Time) -> int:
    """The year a period lies in."""
    return int(time.time_period[:4])


def last_month(time: Time) -> int:
    """The month that ends it."""
    if time.freq == "A":
        return 12
    number = int(time.time_period[5:].lstrip("Q"))
    return number if time.freq == "M" else number * _A_QUARTER


def latest(times: Sequence[Time]) -> Time | None:
    """The last of several periods."""
    return max(times, key=lambda time: (year_of(time), last_month(time)), default=None)
