"""Classes that areas are shaded by."""

from __future__ import annotations

from collections.abc import Sequence

CLASSES = 5


def cuts(values: Sequence[float]) -> list[float]:
    """The values that part the classes: fifths of the areas, to two significant digits."""
    rising = sorted(values)
    found = (
        [_two_digits(rising[len(rising) * n // CLASSES]) for n in range(1, CLASSES)]
        if rising
        else []
    )
    return sorted({cut for cut in found if rising[0] < cut <= rising[-1]})


def _two_digits(value: float) -> float:
    return float(f"{value:.2g}")
