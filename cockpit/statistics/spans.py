"""Cumulative figures into single periods and back; January–February stays one span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from cockpit.observation import Status
from cockpit.period import Accumulation, Period
from cockpit.series import Point, Series
from cockpit.statistics.digits import less, total


def single_periods(series: Series, *, signed: bool = False) -> Series:
    """Differences of cumulative figures, each over the span that lies between them.

    A month nobody published makes a longer span, which is kept and never split. What fell is a
    revision of earlier months and has no value, unless the figure is `signed` (a balance).
    """
    by_year = _by_year(point for point in series.points if point.value is not None)
    found = [one for year in by_year for one in _differences(year, signed=signed)]
    return _as(series, "period", found)


def to_date(series: Series) -> Series:
    """Sums from the first month of each year, as far as no month is missing."""
    return _as(series, "ytd", [one for year in _by_year(series.points) for one in _sums(year)])


def difference(now: float | None, before: float | None, *, signed: bool) -> float | None:
    """What a cumulative figure grew by; None where it fell and cannot have."""
    if now is None or before is None or (now < before and not signed):
        return None
    return less(now, before)


def spans_between(spans: Sequence[Period]) -> Iterator[Period]:
    """The spans between cumulative figures of one year; a missing figure makes a longer one."""
    reached = -1
    for span in sorted(spans, key=lambda span: span.end):
        begin = max(span.start, reached + 1)
        yield Period(begin, span.end - begin + 1)
        reached = span.end


def worst(statuses: Iterable[Status]) -> Status:
    """The status of what is made of figures: an estimate, preliminary, or normal."""
    given = set(statuses)
    return "E" if "E" in given else "P" if "P" in given else "A"


def _differences(points: Sequence[Point], *, signed: bool) -> Iterator[Point]:
    before: Point | None = None
    spans = spans_between([point.period for point in points])
    for span, point in zip(spans, points, strict=True):
        value = difference(
            point.value, before.value if before else 0.0, signed=signed or not before
        )
        used = (point, before) if before else (point,)
        status = worst(one.status for one in used) if value is not None else "M"
        yield Point(span, value, status)
        before = point


def _sums(points: Sequence[Point]) -> Iterator[Point]:
    january = points[0].period.start // 12 * 12
    reached, sum_to_date, used = january, 0.0, set[Status]()
    for point in points:
        if point.value is None or point.period.start != reached:
            return
        sum_to_date, reached = total((sum_to_date, point.value)), point.period.end + 1
        used.add(point.status)
        yield Point(Period(january, reached - january), sum_to_date, worst(used))


def _by_year(points: Iterable[Point]) -> list[list[Point]]:
    rising = sorted(points, key=lambda point: point.period.end)
    return [list(year) for _year, year in groupby(rising, key=lambda point: point.period.year)]


def _as(series: Series, accumulation: Accumulation, points: Sequence[Point]) -> Series:
    key = series.key and replace(series.key, accumulation=accumulation)
    return replace(series, key=key, points=tuple(points))
