"""The two shapes most formulas have."""

from __future__ import annotations

from collections.abc import Callable

from cockpit.indicator import Lookup


def percent(part: float | None, whole: float | None) -> float | None:
    """A part in per cent of its whole; None where either is missing or the whole not positive."""
    if part is None or whole is None or whole <= 0:
        return None
    return part / whole * 100


def percent_of(part: str, whole: str) -> Callable[[Lookup], float | None]:
    """The formula "part ÷ whole × 100" of two indicators with the same span."""
    return lambda look: percent(look(part), look(whole))


def difference_of(first: str, second: str) -> Callable[[Lookup], float | None]:
    """The formula "first − second" of two indicators with the same span."""

    def difference(look: Lookup) -> float | None:
        a, b = look(first), look(second)
        return None if a is None or b is None else a - b

    return difference
