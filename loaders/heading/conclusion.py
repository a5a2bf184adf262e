"""What the pieces of a heading say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from cockpit.period import Accumulation
from loaders.heading.counting import count
from loaders.heading.kinds import LAST_YEARS_GROWTH, Measure, Part, Relative, Time
from loaders.heading.vocabulary import MeasureWord

_LAST = frozenset({"12", "Q4"})
_REACHED = frozenset({"done", "result"})


class Conclusion(NamedTuple):
    """Period, way of counting and unit, made consistent with each other."""

    time: Time | None
    part: Part | None
    relative: Relative | None
    measure: Measure | None
    unit: str


@lru_cache(maxsize=8192)
def conclude(
    period: Time | Part | None,
    relative: Relative | None,
    words: tuple[MeasureWord, ...],
    unit: str,
    base: str,
) -> Conclusion:
    """Bring together a period, its accumulation and the words about counting."""
    period, relative = _accumulated(period, relative)
    time = period if isinstance(period, Time) else None
    accumulation = relative.accumulation if relative and not relative.back else None
    if period and period.accumulation:
        accumulation = period.accumulation
    measure = count(_based(words, base, time), unit, accumulation)
    of_last_year = any(word.says in ("rate", "ratio") for word in words)
    if measure and measure.bare and relative and relative.back == 12 and not of_last_year:
        measure = measure._replace(doubt=LAST_YEARS_GROWTH)
    if any(word.says == "index" for word in words):
        unit = measure.unit if measure else unit
    relative = _of_a_year(period, relative, words)
    part = period if isinstance(period, Part) else None
    return Conclusion(time, part, relative, measure, unit)


def _of_a_year(
    period: Time | Part | None, relative: Relative | None, words: Sequence[MeasureWord]
) -> Relative | None:
    """2023年完成数 may be of the whole year; 上年1—9月, and what is cumulative, is not."""
    mere = isinstance(period, Time) and period.freq == "A" and period.accumulation is None
    if relative is None:
        reached = mere and any(word.says in _REACHED for word in words)
        return Relative(whole_year="open") if reached else None
    told = relative.accumulation or (period is not None and not mere)
    return relative._replace(whole_year="") if told else relative


def _accumulated(
    period: Time | Part | None, relative: Relative | None
) -> tuple[Time | Part | None, Relative | None]:
    """累计 or 期末 beside months belongs to the months; beside a year it stays relative."""
    if isinstance(period, Time) and period.freq == "A" and relative and relative.back == 12:
        return period, relative._replace(back=0)
    if period is None or relative is None or relative.back or relative.year_end:
        return period, relative
    if relative.accumulation is None:
        return period, relative if period.freq == "A" else None
    if period.freq == "A" and relative.accumulation != "stock":
        return period, relative
    return _told(period, relative.accumulation), None


def _told(period: Time | Part, accumulation: Accumulation) -> Time | Part:
    """三季度累计 is three quarters together; nothing is open then."""
    if isinstance(period, Time):
        return period._replace(accumulation=accumulation, open_quarter=False)
    is_open = period.open and period.freq != "Q"
    return period._replace(accumulation=accumulation, open=is_open)


def _based(words: Sequence[MeasureWord], base: str, time: Time | None) -> Sequence[MeasureWord]:
    """Words that compare with a year, by whether it is the one before."""
    if not base:
        return words
    before = time is not None and int(time.time_period[:4]) == int(base) + 1
    within = before and time is not None and time.freq != "A" and time.time_period[5:] not in _LAST
    since_new_year = within or time is None
    return [_compared(word, base, before=before, within=since_new_year) for word in words]


def _compared(word: MeasureWord, base: str, *, before: bool, within: bool) -> MeasureWord:
    """2024年10月末比2023年末 is since the year began, 2024年末比2023年末 over the year."""
    if word.over not in ("base", "base_end"):
        return word
    if word.over == "base_end" and within:
        return replace(word, over="year_end")
    unit = word.unit if before or word.says != "index" else f"{base}年=100"
    return replace(word, over="year" if before else "other", unit=unit)
