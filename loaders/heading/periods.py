"""What a period's numbers mean, once its notation is recognised."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from cockpit.period import Accumulation, Freq
from loaders.heading.kinds import Part, Time
from loaders.heading.scan import Scan, scan
from loaders.heading.vocabulary import PeriodForm, vocabulary

_NUMBERS = frozenset("YDSM")
_YEARS = frozenset("YS")
_BEFORE = frozenset("YDSM#.")
_AFTER = frozenset("YDSM#.年月日季号个")
_STARTS = _NUMBERS | frozenset("前第上全截至hq")
_TERMS = ("期贷", "期以", "期国", "不变", "可比", "为", "=", "以来", "来")
_PLACES = ("来安", "来凤", "来宾")
"""Regions whose names begin as a term does."""
_MONTHS = 12
_LEAP_YEAR = 2024
_PRICES = "价"

Numbers = Mapping[str, str]


def period_at(scanned: Scan, first: int, last: int, form: PeriodForm) -> Time | Part | None:
    """The period of a recognised notation; None where its numbers make no period."""
    numbers = dict(zip(form.slots, scanned.numbers(first, last), strict=True))
    part = _READINGS[form.reading](numbers)
    if part is None:
        return None
    year = _year(numbers)
    if year is None:
        return part
    time = part.within(year)
    lost_zero = scanned.shape[first:last] == "Y.D" and numbers["month"] == "1"
    return time._replace(open_month=True) if lost_zero else time


def _year(numbers: Numbers) -> int | None:
    if "yy" in numbers:
        return 2000 + int(numbers["yy"])
    printed = numbers.get("year") or numbers.get("compact")
    return int(printed[:4]) if printed else None


def _month(numbers: Numbers, accumulation: Accumulation | None = None) -> Part | None:
    printed = numbers.get("month") or numbers.get("name") or numbers["compact"][4:]
    return _part("M", int(printed), accumulation)


def _span(numbers: Numbers) -> Part | None:
    """Months since January are cumulated, three that end a quarter are the quarter."""
    first = int(numbers.get("first") or numbers["since"])
    last = int(numbers.get("last") or numbers["until"])
    if numbers.get("base", numbers.get("year")) != numbers.get("year"):
        return None
    if first == 1 and last > 1:
        span = _part("M", last, "ytd")
        return span._replace(open=True) if span and last == 3 else span
    if last - first == 2 and first % 3 == 1:
        return _part("Q", last // 3)
    return None


def _open_span(numbers: Numbers) -> Part | None:
    span = _span(numbers)
    return span._replace(open=True) if span and span.freq == "M" else None


def _quarter(numbers: Numbers, accumulation: Accumulation | None = None) -> Part | None:
    return _part("Q", int(numbers["quarter"]), accumulation)


def _open_quarter(numbers: Numbers) -> Part | None:
    quarter = _quarter(numbers)
    return quarter._replace(open=quarter.number > 1) if quarter else None


def _quarters(numbers: Numbers) -> Part | None:
    first, last = int(numbers["first"]), int(numbers["last"])
    return _part("Q", last, "ytd") if first == 1 < last else None


def _half(numbers: Numbers) -> Part | None:
    return Part("Q", 2, "ytd") if numbers.get("half", "1") == "1" else None


def _to_day(numbers: Numbers) -> Part | None:
    """The end of a month; a day within one ends no period."""
    month, day = int(numbers["month"]), int(numbers["day"])
    if not 1 <= month <= _MONTHS:
        return None
    last = monthrange(_year(numbers) or _LEAP_YEAR, month)[1]
    is_last = day == last or (month == 2 and day == last - 1 and _year(numbers) is None)
    return _month(numbers, "stock") if is_last else None


def _part(freq: Freq, number: int, accumulation: Accumulation | None = None) -> Part | None:
    highest = 12 if freq == "M" else 4
    return Part(freq, number, accumulation) if 1 <= number <= highest else None


_READINGS: Mapping[str, Callable[[Numbers], Part | None]] = {
    "month": _month,
    "month_end": lambda numbers: _month(numbers, "stock"),
    "to_month": lambda numbers: _month(numbers, "ytd"),
    "span": _span,
    "open_span": _open_span,
    "quarter": _quarter,
    "quarter_open": _open_quarter,
    "quarter_end": lambda numbers: _quarter(numbers, "stock"),
    "to_quarter": lambda numbers: _quarter(numbers, "ytd"),
    "quarters": _quarters,
    "quarter_a": lambda _: Part("Q", 1),
    "quarter_b": lambda _: Part("Q", 2),
    "quarter_c": lambda _: Part("Q", 3),
    "quarter_d": lambda _: Part("Q", 4),
    "half": _half,
    "year": lambda _: Part("A", 12),
    "whole_year": lambda _: Part("A", 12, "period"),
    "year_end": lambda _: Part("A", 12, "stock"),
    "to_day": _to_day,
    "none": lambda _: None,
}


@lru_cache(maxsize=8192)
def find_period(text: str) -> Time | Part | None:
    """The first period inside a longer text: a title, the name of a sheet or of a file.

    A year and months apart are joined (`2024年主要指标（1-10月）`), and months of that very year
    say more than the year alone; days and spans of several years are no period. A part of a year
    is what is left where no year is named.
    """
    found = list(_periods(scan(text)))
    times = [period for period in found if isinstance(period, Time)]
    part = next((period for period in found if isinstance(period, Part)), None)
    if not times:
        return part
    time = next((other for other in times if _is_within(other, times[0])), times[0])
    if part is None:
        return time
    whole = time.freq == "A" and time.accumulation != "stock"
    return part.within(int(time.time_period)) if whole else time


def _is_within(other: Time, time: Time) -> bool:
    """2025年建设进度（截止2025年8月）."""
    mere = time.freq == "A" and time.accumulation is None
    return mere and other.freq != "A" and other.time_period.startswith(time.time_period)


def _periods(scanned: Scan) -> Iterator[Time | Part]:
    """Every period of a text, the longest notation at each place."""
    shape, first = scanned.shape, 0
    while first < len(shape):
        last, form = _longest(shape, first)
        if form:
            period = period_at(scanned, first, last, form)
            if period and stands_alone(scanned, (first, last), (0, len(shape))):
                yield period
        first = last


def _longest(shape: str, first: int) -> tuple[int, PeriodForm | None]:
    if shape[first] in _STARTS:
        for last, word in vocabulary().beginning(shape, first, len(shape)):
            if isinstance(word.saying, PeriodForm) and word.place != "whole":
                return last, word.saying
    return first + 1, None


def stands_alone(scanned: Scan, span: tuple[int, int], within: tuple[int, int]) -> bool:
    """Whether a period is no piece of a number, a term (`5年期`, `2020年不变价`) or a base."""
    shape, (first, last), (lowest, highest) = scanned.shape, span, within
    if shape[first] in _NUMBERS and first > lowest and _continues(scanned, first):
        return False
    after = shape[last : min(last + 2, highest)]
    if shape[last - 1] in _NUMBERS and after[:1] in _AFTER:
        return False
    # 2020年价格 are prices of a year; 2024年10月价格指数 is the index of a month.
    is_term = after.startswith(_PRICES) and shape[last - 1] != "月"
    is_term = is_term or (after.startswith(_TERMS) and after not in _PLACES)
    return not (after and is_term)


def _continues(scanned: Scan, first: int) -> bool:
    """Whether a number goes on with the one before it; 表5 and a blank before 2024年 are apart."""
    if scanned.shape[first - 1] not in _BEFORE:
        return False
    touching = scanned.ends[first - 1] == scanned.starts[first]
    return touching or scanned.shape[first] not in _YEARS


@lru_cache(maxsize=8192)
def whole_period(text: str) -> Time | Part | None:
    """The period that a text names and nothing else; None where it is no period."""
    scanned = scan(text)
    word = vocabulary().words.get(scanned.shape)
    if word is None or not isinstance(word.saying, PeriodForm):
        return None
    return period_at(scanned, 0, len(scanned.shape), word.saying)


def read_time(text: str) -> Time | None:
    """The period with its year that a text names and nothing else; 累计 may follow it."""
    bare = text.strip().removesuffix("累计")
    period = whole_period(bare)
    if not isinstance(period, Time):
        return None
    return period._replace(accumulation="ytd") if len(bare) < len(text.strip()) else period
