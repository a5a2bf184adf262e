"""What a projection consists of, and the methods it can be made by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log
from statistics import NormalDist, fmean, stdev

from cockpit.modelling.regular import Regular

LEVELS = (0.80, 0.95)


@dataclass(frozen=True, slots=True)
class Step:
    """One figure ahead with the bounds of its 80 % and 95 % intervals."""

    value: float
    low80: float
    high80: float
    low95: float
    high95: float


Method = Callable[[Regular, int], Sequence[Step]]
"""Figures, how many steps ahead → the steps."""


def around(value: float, spread: float, *, logarithmic: bool) -> Step:
    """A normal interval of standard error `spread`, of the logarithm where it is one."""

    def at(share: float) -> float:
        z = NormalDist().inv_cdf(0.5 + share / 2) * spread
        return value * exp(z) if logarithmic else value + z

    def below(share: float) -> float:
        z = NormalDist().inv_cdf(0.5 + share / 2) * spread
        return value * exp(-z) if logarithmic else value - z

    narrow, wide = LEVELS
    return Step(value, below(narrow), at(narrow), below(wide), at(wide))


def carried_forward(year_before: Sequence[float], growths: Sequence[float]) -> list[float]:
    """Last year's figures times the mean of the growths given, in per cent."""
    mean = fmean(growths)
    return [value * (1 + mean / 100) for value in year_before]


def log_spread(growths: Sequence[float]) -> float:
    """The standard deviation of the logarithms of growth rates given in per cent."""
    return stdev(log(1 + growth / 100) for growth in growths)


def seasonal_naive(figures: Regular, ahead: int) -> list[Step]:
    """Last year's figures times the mean of the last three ratios to the year before.

    The ratios are of the amounts as they stand: what is carried forward is an amount, and a scope
    that has changed since last year has changed for it too. Figures must be above zero.
    """
    values, steps = list(figures.values), figures.steps
    ratios = [(now / then - 1) * 100 for then, now in zip(values, values[steps:], strict=False)]
    spread = log_spread(ratios[-steps:])
    found: list[Step] = []
    for step in range(ahead):
        (value,) = carried_forward([values[-steps]], ratios[-3:])
        values.append(value)
        years = step // steps + 1
        found.append(around(value, spread * years**0.5, logarithmic=True))
    return found


def unchanged(figures: Regular, ahead: int) -> list[Step]:
    """The latest figure again: what a rate is measured against."""
    values = figures.values
    spreads = [
        stdev(now - then for then, now in zip(values, values[step:], strict=False))
        for step in range(1, ahead + 1)
    ]
    return [around(values[-1], spread, logarithmic=False) for spread in spreads]
