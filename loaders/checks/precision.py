"""How exactly a figure is printed, and what that leaves open in sums and growth.

A sum of n parts printed with d decimals may be off by (n + 1) × 0.5 × 10^-d.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose

_SHOWN = 2
"""Tables show two decimals at most; cells often store more of them, which tie with nothing."""


def half_unit(value: float) -> float:
    """Half a unit of the last decimal a figure is shown with; whole numbers count as units."""
    return 0.5 * 10.0 ** -min(_decimals(value), _SHOWN)


def agree(found: float, expected: float, terms: Sequence[float]) -> bool:
    """Whether two results agree as exactly as their printed terms allow."""
    if isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9):
        return True
    apart = abs(found - expected)
    if apart > len(terms):
        return False
    return apart <= sum(map(half_unit, terms)) * (1 + 1e-9)


def is_rounded(one: float, other: float) -> bool:
    """Whether one figure is the other printed with fewer decimals."""
    if abs(one - other) > 1:
        return False
    fewer, more = sorted((_decimals(one), _decimals(other)))
    return fewer < more and abs(one - other) <= 0.5 * 10.0**-fewer * (1 + 1e-9)


def tidy(value: float) -> float:
    """A computed figure without the noise of binary arithmetic."""
    return float(f"{value:.10g}")


def growth_range(now: float, before: float) -> tuple[float, float]:
    """The lowest and highest growth in % that two printed levels may stand for."""
    more, less = half_unit(now), half_unit(before)
    return ((now - more) / (before + less) - 1) * 100, ((now + more) / (before - less) - 1) * 100


def is_growth(value: float, now: float, before: float) -> bool:
    """Whether a printed growth in % is that between two printed levels."""
    if before <= 0:
        return False
    low, high = growth_range(now, before)
    slack = half_unit(value) * (1 + 1e-9)
    return low - slack <= value <= high + slack


def is_difference(value: float, now: float, before: float) -> bool:
    """Whether a printed change is that between two printed levels."""
    return agree(value, now - before, (value, now, before))


def power_apart(one: float, other: float, slack: float) -> int | None:
    """1000 or 10000 where one figure is about that many times the other, within a factor."""
    small, great = sorted((abs(one), abs(other)))
    for power in (1000, 10000):
        if small and power / slack <= great / small <= power * slack:
            return power
    return None


def _decimals(value: float) -> int:
    text = repr(value)
    if "e" in text:
        text = f"{value:f}".rstrip("0")
    fraction = text.partition(".")[2]
    return 0 if fraction == "0" else len(fraction)
