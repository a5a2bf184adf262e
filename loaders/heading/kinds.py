"""What a printed heading can say: a period, a way of counting, a unit, and a name."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from cockpit.observation import Status, Transformation
from cockpit.period import Accumulation, Freq

OF_THE_GROWTH = "a contribution rate is the part in the growth, not in the whole"
RANK_OR_FIGURE = "the change may be that of the rank or of the figure"
OTHER_REGION = "the figure is counted from that of another region"
PERCENT_OR_AMOUNT = "the growth may be counted in % or in the unit of the figure"
PERCENT_OR_POINTS = "the heading names both % and percentage points"
SINCE_YEAR_END = "the change is counted from the end of the year before, not over a year"
SINCE_LAST = "the change is counted from the period before, not over a year"
OF_A_TARGET = "what is compared is a budget or a target, not what was reached"
POINTS_SINCE_LAST = "the percentage points are counted from the period before"
OFF_SCHEDULE = "the amount is counted from what was due by the schedule"
TWO_YEARS = "the growth is an average over several years"
OTHER_YEAR = "the growth is counted from a year other than the one before"
A_FALL = "the heading speaks of a fall: its figures may lack their minus"
LAST_YEARS_GROWTH = "growth of the same period of last year, or over that period"

OF_ITSELF = frozenset({POINTS_SINCE_LAST, OFF_SCHEDULE, OTHER_REGION, OF_THE_GROWTH})
"""What a heading asks about wherever it stands, beside a row too."""

_POINTS = ("百分点", "个百分点", "pp", "percentagepoints")


class Time(NamedTuple):
    """A period as printed; `accumulation` is None where the text leaves it open.

    `open_month` marks `2016.1`, which is January or a number that lost October's zero;
    `open_span` marks January to March, which is a first quarter or three cumulated months;
    `open_quarter` marks `三季度`, which is also said of the first three quarters together.
    """

    freq: Freq
    time_period: str
    accumulation: Accumulation | None = None
    open_month: bool = False
    open_span: bool = False
    open_quarter: bool = False


class Part(NamedTuple):
    """A part of a year that is named elsewhere: `10月`, `1-10月`, `前三季度`, `全年`.

    `number` is the month or the quarter, 12 for a whole year. `open` marks what can be read in
    two ways: `三季度` may be three quarters together, `1-3月` a quarter, `1-10` no months at all.
    """

    freq: Freq
    number: int
    accumulation: Accumulation | None = None
    open: bool = False

    def within(self, year: int) -> Time:
        """The period in a year."""
        return Time(
            self.freq,
            _time_period(self.freq, year, self.number),
            self.accumulation,
            open_span=self.open and self.freq == "M",
            open_quarter=self.open and self.freq == "Q",
        )


def _time_period(freq: Freq, year: int, number: int) -> str:
    if freq == "A":
        return f"{year:04d}"
    return f"{year:04d}-Q{number}" if freq == "Q" else f"{year:04d}-{number:02d}"


Whole = Literal["", "maybe", "open", "yes"]
"""Whether a year before is meant as a whole: 上年决算数 yes, 上年实绩 openly so, 上年 hardly."""


class Relative(NamedTuple):
    """A period told relative to the report's own: `本月`, `上年同期`, `累计`, `年初`.

    `back` is in months: 0, 1 (`上月`, `上期`), 3 (`上季`), 12 (`上年同期`), 24 (`前年同期`).
    `year_end` is December of the year before, a stock; `whole_year` tells whether that year is
    meant and not the report's months of it.
    """

    back: int = 0
    accumulation: Accumulation | None = None
    year_end: bool = False
    whole_year: Whole = ""


Since = Literal["", "last", "year_end"]
_SINCE = {"last": SINCE_LAST, "year_end": SINCE_YEAR_END}


class Measure(NamedTuple):
    """How a figure is counted; None where the heading leaves it open.

    `bare` growth does not say what it is compared with, nor does a `bare` share, 比例, say of what
    it is, nor that it is no growth; `doubt` is a sentence for a person;
    `amount` marks words such as 增减, which are % or an amount as the unit has it;
    `added` marks 新增, which of what is new itself (城镇新增就业) is the amount;
    `mere` marks 比同期, which names what is compared with and nothing else; `was` is the growth
    that a change in amounts would be of a rate, in points; `since` is told of what is compared
    with the period or the year's end before.
    """

    transformation: Transformation
    accumulation: Accumulation | None = None
    unit: str = ""
    bare: bool = False
    doubt: str = ""
    amount: bool = False
    added: bool = False
    mere: bool = False
    was: Transformation | None = None
    since: Since = ""

    def doubt_in(self, unit: str) -> str:
        """Why a change in a unit or in points is none over a year; 比年初 of balances is known."""
        if self.transformation == "yoy_pp" and self.since == "last":
            return POINTS_SINCE_LAST
        if self.transformation != "change" or not self.since:
            return ""
        return "" if self.since == "year_end" and unit != "%" else _SINCE[self.since]

    def in_amounts(self, unit: str = "", doubt: str = "") -> Measure:
        """How much something has changed, where this says how much it has grown."""
        was = self.was or self.transformation
        return self._replace(transformation="change", unit=unit, doubt=doubt, was=was)

    def counted_in(self, unit: str) -> Measure:
        """The same with the unit printed in or below the heading: 百分点 make it a difference."""
        if not unit or self.transformation not in ("yoy", "mom"):
            return self
        if unit.replace(" ", "").endswith("=100"):
            return Measure("level", self.accumulation, unit)
        bare = unit.replace(" ", "").strip("()（）")
        if bare in _POINTS:
            doubt = POINTS_SINCE_LAST if self.transformation == "mom" else _settled(self.doubt)
            return self._replace(transformation="yoy_pp", unit="百分点", doubt=doubt)
        if "%" in bare and "百分点" in bare:
            return self._replace(doubt=PERCENT_OR_POINTS)
        if "%" not in bare and "‰" not in bare and self.amount:
            return self.in_amounts(unit, _settled(self.doubt))
        return self._replace(doubt=_settled(self.doubt)) if "%" in bare else self


def _settled(doubt: str) -> str:
    return "" if doubt == PERCENT_OR_AMOUNT else doubt


class Heading(NamedTuple):
    """One printed heading taken apart; what it does not say is None or empty.

    `name` is what is left: indicator, region or group. `label` is the whole text cleaned of unit,
    footnote marks, numbering and 其中, with its periods and ways of counting. A year as `time`
    together with a `relative` (`2023年同期`, `2024年累计`) is the report's months in that year;
    a `part` with a `relative` (`上年1-10月`) is these months, so far back.
    """

    name: str = ""
    time: Time | None = None
    part: Part | None = None
    relative: Relative | None = None
    measure: Measure | None = None
    unit: str = ""
    status: Status | None = None
    label: str = ""


class Lexicon(Protocol):
    """What the catalogue knows."""

    def is_unit(self, text: str) -> bool:
        """Whether the unit table holds a text."""
        ...

    def is_indicator(self, text: str) -> bool:
        """Whether a text is an indicator's name."""
        ...
