"""Indices chained to a fixed base, and brought to another one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cockpit.series import Point, Series
from cockpit.statistics.digits import trimmed
from cockpit.statistics.spans import worst


def chained(links: Series, start: float = 100.0) -> Series:
    """Indices on the period before, multiplied up from `start` before the first of them.

    I(t) = I(t−1) × link ÷ 100. The chain ends where a link is missing. Indices to date
    (上年同期=100 of January to October) do not chain: give single periods only.
    """
    return replace(links, points=tuple(_chain(links, start)))


def linked(year_before: float | None, index: float | None) -> float | None:
    """A fixed-base index one year on: I(t) = I(t−12) × (same month last year = 100) ÷ 100."""
    if year_before is None or index is None:
        return None
    return trimmed(year_before * index / 100)


def rebased(series: Series, year: int) -> Series:
    """A fixed-base index with the mean of one year made 100; empty where that year is missing."""
    of_year = [p.value for p in series.points if p.period.year == year and p.value is not None]
    if not of_year or (mean := sum(of_year) / len(of_year)) <= 0:
        return replace(series, points=())
    return replace(series, points=tuple(_scaled(point, 100 / mean) for point in series.points))


def _chain(links: Series, start: float) -> Iterator[Point]:
    level, reached, used = start, None, set()
    for point in links.points:
        follows = reached is None or point.period.start == reached + 1
        if point.value is None or not follows:
            return
        level, reached = level * point.value / 100, point.period.end
        used.add(point.status)
        yield Point(point.period, trimmed(level), worst(used))


def _scaled(point: Point, factor: float) -> Point:
    value = None if point.value is None else trimmed(point.value * factor)
    return Point(point.period, value, point.status)
