"""A figure known only within bounds: what rounding and estimation leave open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Interval:
    """Everything from `low` to `high`, both included, in the unit of the figure it goes with."""

    low: float
    high: float

    @classmethod
    def of_rounded(cls, value: float, decimals: int) -> Interval:
        """Where a value stood before it was rounded to so many decimals."""
        half = 0.5 * 10.0**-decimals
        return cls(value - half, value + half)

    @classmethod
    def around(cls, values: Iterable[float]) -> Interval:
        """The smallest interval that holds all values; raises ValueError where there is none."""
        held = list(values)
        return cls(min(held), max(held))

    @property
    def width(self) -> float:
        """How much is left open."""
        return self.high - self.low

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high
