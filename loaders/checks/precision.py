"""How exactly a figure is printed, and what that leaves open in sums and growth.

A sum of n parts printed with d decimals may be off by (n + 1) × 0.5 × 10^-d.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import isclose


def half_unit(value: float) -> float:
    """Half a unit of a figure's last decimal; whole numbers count as printed in units."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 0.5 * 10.0 ** min(int(exponent), 0)


def agree(found: float, expected: float, terms: Iterable[float]) -> bool:
    """Whether two results agree as exactly as their printed terms allow."""
    if isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9):
        return True
    return abs(found - expected) <= sum(map(half_unit, terms)) * (1 + 1e-9)


def is_rounded(one: float, other: float) -> bool:
    """Whether one figure is the other printed with fewer decimals."""
    halves = half_unit(one), half_unit(other)
    return halves[0] != halves[1] and abs(one - other) <= max(halves) * (1 + 1e-9)


def tidy(value: float) -> float:
    """A computed figure without the noise of binary arithmetic."""
    return float(f"{value:.10g}")


def growth_range(now: float, before: float) -> tuple[float, float]:
    """The lowest and highest growth in % that two printed levels may stand for."""
    more, less = half_unit(now), half_unit(before)
    return ((now - more) / (before + less) - 1) * 100, ((now + more) / (before - less) - 1) * 100


def power_apart(one: float, other: float, slack: float) -> int | None:
    """1000 or 10000 where one figure is about that many times the other, within a factor."""
    small, great = sorted((abs(one), abs(other)))
    for power in (1000, 10000):
        if small and power / slack <= great / small <= power * slack:
            return power
    return None
