"""From months to quarters and years, by the method that an indicator allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from cockpit.period import MONTHS, Freq, Period
from cockpit.series import Point, Series
from cockpit.statistics.digits import total, trimmed
from cockpit.statistics.spans import worst

Method = Literal["sum", "mean", "end"]
"""Flows are summed, indices and rates averaged over time, stocks taken at the end."""


def aggregated(series: Series, freq: Freq, method: Method) -> Series:
    """The series in a coarser frequency; periods that its figures do not fill are left out.

    A figure to date, or of the end of a period, is the same figure in the coarser frequency:
    January to March is the first quarter. Single periods are summed or averaged.
    """
    if series.key is None:
        return series
    key = replace(series.key, freq=freq)
    if series.key.accumulation != "period" or method == "end":
        return replace(series, key=key, points=tuple(_ends(series, freq)))
    return replace(series, key=key, points=tuple(_filled(series, freq, method)))


def is_end(month: int, freq: Freq) -> bool:
    """Whether a month is the last of a period of the frequency."""
    return (month + 1) % MONTHS[freq] == 0


def tiles(spans: Sequence[Period], whole: Period) -> list[Period]:
    """The spans that fill a longer one without gap or overlap; empty where they do not."""
    inside = [one for one in spans if whole.start <= one.start and one.end <= whole.end]
    reached, found = whole.start, list[Period]()
    for one in sorted(inside, key=lambda span: (span.start, -span.months)):
        if one.start == reached:
            found.append(one)
            reached = one.end + 1
    return found if reached == whole.end + 1 else []


def combined(values: Sequence[float], months: Sequence[int], method: Method) -> float:
    """The figures of spans of so many months as one: their sum, mean by month, or the last."""
    if method == "end":
        return values[-1]
    if method == "sum":
        return total(values)
    weighed = sum(value * weight for value, weight in zip(values, months, strict=True))
    return trimmed(weighed / sum(months))


def _ends(series: Series, freq: Freq) -> Iterator[Point]:
    for point in series.points:
        if is_end(point.period.end, freq) and point.value is not None:
            single = series.key is not None and series.key.accumulation == "period"
            yield replace(point, period=_spanning(point.period, freq)) if single else point


def _filled(series: Series, freq: Freq, method: Method) -> Iterator[Point]:
    held: Mapping[Period, Point] = {p.period: p for p in series.points if p.value is not None}
    wholes = {_spanning(span, freq) for span in held}
    for whole in sorted(wholes):
        used = [held[span] for span in tiles(list(held), whole)]
        if used:
            values = [point.value for point in used if point.value is not None]
            months = [point.period.months for point in used]
            value = combined(values, months, method)
            yield Point(whole, value, worst(point.status for point in used))


def _spanning(span: Period, freq: Freq) -> Period:
    return Period.parse(freq, span.time_period(freq))
