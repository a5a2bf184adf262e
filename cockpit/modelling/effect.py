"""What the Spring Festival moves, estimated from the differences between years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CERTAIN = 2.0
"""An effect less than twice its standard error is left alone."""


@dataclass(frozen=True, slots=True)
class Effect:
    """`size` is in units of the figures (of their logarithms where they are logarithms)."""

    size: float
    t: float

    @property
    def counts(self) -> bool:
        """Whether it is large enough beside its error to be taken out."""
        return abs(self.t) >= CERTAIN

    def of(self, regressor: Sequence[float]) -> list[float]:
        """What it adds to each figure; nothing where it does not count."""
        size = self.size if self.counts else 0.0
        return [size * share for share in regressor]


def festival_effect(figures: Sequence[float], regressor: Sequence[float], steps: int) -> Effect:
    """Least squares of the change on the year before on the change of the regressor."""
    import numpy as np

    moved = np.asarray(regressor[steps:]) - np.asarray(regressor[:-steps])
    change = np.asarray(figures[steps:]) - np.asarray(figures[:-steps])
    if len(change) < 3 or not moved.any():
        return Effect(0.0, 0.0)
    moved, change = moved - moved.mean(), change - change.mean()
    size = float(moved @ change / (moved @ moved))
    rest = change - size * moved
    error = float(np.sqrt(rest @ rest / (len(change) - 2) / (moved @ moved)))
    return Effect(size, size / error if error else 0.0)
