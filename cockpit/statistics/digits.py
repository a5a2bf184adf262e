"""Where binary fractions end and figures begin."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

DIGITS = 12
"""Published figures carry fewer; beyond them stands only the noise of binary fractions."""


def trimmed(value: float) -> float:
    """The value without the noise of binary fractions."""
    return float(f"{value:.{DIGITS}g}")


def total(values: Iterable[float]) -> float:
    """The sum of figures as they are written in decimals: 0.1 and 0.2 are 0.3."""
    return float(sum((Decimal(repr(float(value))) for value in values), Decimal(0)))


def less(value: float, other: float) -> float:
    """The difference of two figures as they are written in decimals: 48.5 − 30.1 is 18.4."""
    return float(Decimal(repr(float(value))) - Decimal(repr(float(other))))
