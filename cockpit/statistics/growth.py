"""Rates of growth: between two figures, over several years, and out of other rates.

All rates are in per cent, all differences of rates in percentage points.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from cockpit.interval import Interval
from cockpit.statistics.digits import trimmed
from cockpit.wording import rounded

LEAST_GROWTH = 0.5
"""Below this rate, in per cent, a share of growth or a ratio to growth says nothing."""
WIDEST = 2.0
"""A rate that rounding leaves open by more percentage points than this is not handed out."""


class Estimate(NamedTuple):
    """A figure and the interval in which rounded inputs leave it."""

    value: float
    bounds: Interval


class ToDate(NamedTuple):
    """A cumulative figure and its published growth in per cent."""

    level: float
    rate: float


def growth(now: float | None, base: float | None) -> float | None:
    """`now` over `base` in per cent, less 100; None where either is missing or beyond zero.

    From a profit to a loss, or on a base that is not positive, there are words and no rate.
    """
    if now is None or base is None or base <= 0 or now < 0:
        return None
    return trimmed((now / base - 1) * 100)


def points_between(now: float | None, before: float | None, decimals: int) -> float | None:
    """The difference of two rates as they are printed, in percentage points."""
    if now is None or before is None:
        return None
    return float(rounded(now, decimals) - rounded(before, decimals))


def implied_base(level: float | None, rate: float | None, decimals: int = 1) -> Estimate | None:
    """The base of a year earlier that a level and its published growth imply: V ÷ (1 + g).

    The interval is what the rate's rounding to `decimals` leaves open. None where the rate is
    −100 or less, so that no base could be positive.
    """
    if level is None or rate is None:
        return None
    rates = Interval.of_rounded(rate, decimals)
    if rates.low <= -100:
        return None
    bases = [level / (1 + one / 100) for one in (rates.low, rates.high)]
    return Estimate(level / (1 + rate / 100), Interval.around(bases))


def single_period_growth(before: ToDate, now: ToDate, decimals: int = 1) -> Estimate | None:
    """Growth of the span between two cumulative figures of one year, from their own growth.

    The bases are implied by each; both rates are rounded to `decimals`, which the interval
    spells out. None where no span, or no positive base of it, lies between.
    """
    at_corner = [
        _between_bases(ToDate(before.level, old), ToDate(now.level, new))
        for old, new in product(_ends(before.rate, decimals), _ends(now.rate, decimals))
    ]
    value = _between_bases(before, now)
    known = [rate for rate in at_corner if rate is not None]
    if value is None or len(known) < len(at_corner):
        return None
    return Estimate(value, Interval.around(known))


def average_growth(rates: Sequence[float | None]) -> float | None:
    """The mean rate of several years in a row, √((1+g₁)(1+g₂)) − 1; None across −100."""
    factors = [1 + rate / 100 for rate in rates if rate is not None]
    if not factors or len(factors) < len(rates) or min(factors) <= 0:
        return None
    return trimmed((prod(factors) ** (1 / len(factors)) - 1) * 100)


def deflator(now: float | None, base: float | None, real_rate: float | None) -> float | None:
    """The price index, same period a year earlier = 100, of levels at current prices.

    Both levels must be of one vintage; only whoever calls knows that.
    """
    nominal = growth(now, base)
    if nominal is None or real_rate is None or real_rate <= -100:
        return None
    return trimmed((100 + nominal) / (100 + real_rate) * 100)


def elasticity(rate: float | None, of_rate: float | None) -> float | None:
    """How many per cent go with one per cent of the other; None where that one hardly grows."""
    if rate is None or of_rate is None or abs(rounded(of_rate, 1)) < LEAST_GROWTH:
        return None
    return trimmed(rate / of_rate)


def _ends(rate: float, decimals: int) -> tuple[float, float]:
    interval = Interval.of_rounded(rate, decimals)
    return interval.low, interval.high


def _between_bases(before: ToDate, now: ToDate) -> float | None:
    if min(before.rate, now.rate) <= -100:
        return None
    base = now.level / (1 + now.rate / 100) - before.level / (1 + before.rate / 100)
    return growth(now.level - before.level, base)
