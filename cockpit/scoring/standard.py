"""Ways of making figures of different kinds comparable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log
from statistics import fmean, pstdev
from typing import Literal

Way = Literal["min_max", "z", "linear", "exponential", "benchmark"]

BASE, SPAN = 60.0, 40.0
"""功效系数法: 60 points where something is just not allowed, 40 more where it satisfies."""
MIDDLE, DEVIATION = 50.0, 10.0
"""A z-score as points: the mean is 50, a standard deviation 10."""


@dataclass(frozen=True, slots=True)
class Standard:
    """How one item is scored; `low` is 不允许值, `high` 满意值, for `benchmark` the benchmark.

    `cap` is how far beyond `high`, or beyond the benchmark, still counts: 1.2 lets the distance
    be a fifth longer. Less is better where `high` is below `low`, and where `less` says so.
    """

    way: Way
    low: float | None = None
    high: float | None = None
    cap: float = 1.0
    less: bool = False


def scores(standard: Standard, values: Mapping[str, float | None]) -> dict[str, float | None]:
    """Points of every area; a missing figure has none, never zero.

    `min_max` and `z` are relative to those compared: their points change when others join, and
    `min_max` has none where all are equal.
    """
    known = [value for value in values.values() if value is not None]
    return {
        area: None if value is None else _points(standard, value, known)
        for area, value in values.items()
    }


def z_scores(values: Mapping[str, float | None]) -> dict[str, float | None]:
    """Distances from the mean in standard deviations of the population."""
    known = [value for value in values.values() if value is not None]
    return {area: None if value is None else _z(value, known) for area, value in values.items()}


def _points(standard: Standard, value: float, known: list[float]) -> float | None:
    way, sign = standard.way, -1 if standard.less else 1
    if way == "min_max":
        low, high = min(known), max(known)
        if low == high:
            return None
        reached = (value - low) / (high - low)
        return (1 - reached if standard.less else reached) * 100
    if way == "z":
        return min(max(MIDDLE + DEVIATION * sign * _z(value, known), 0.0), 100.0)
    if way == "benchmark":
        return _by_benchmark(standard, value)
    reached = _reached(standard, value)
    if way == "linear":
        return BASE + SPAN * reached
    return BASE * exp(reached * log((BASE + SPAN) / BASE))


def _z(value: float, known: list[float]) -> float:
    deviation = pstdev(known)
    return (value - fmean(known)) / deviation if deviation else 0.0


def _reached(standard: Standard, value: float) -> float:
    """How far from what is not allowed to what satisfies, within 0 and the cap."""
    low, high = standard.low or 0.0, standard.high or 0.0
    return min(max((value - low) / (high - low), 0.0), standard.cap)


def _by_benchmark(standard: Standard, value: float) -> float | None:
    """The ratio to the benchmark, or of the benchmark to the value where less is better."""
    benchmark = standard.high or 0.0
    if standard.less:
        ratio = benchmark / value if value > 0 else standard.cap
    else:
        ratio = value / benchmark
    return min(max(ratio, 0.0), standard.cap) * 100
