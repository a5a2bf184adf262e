"""Many areas, or many parts, as one figure."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.statistics.digits import total, trimmed


def summed(values: Sequence[float | None]) -> float | None:
    """The sum; None where a part is missing or there is none."""
    known = [value for value in values if value is not None]
    return total(known) if known and len(known) == len(values) else None


def weighted(values: Sequence[float | None], weights: Sequence[float | None]) -> float | None:
    """The weighted mean; growth is weighted by levels of the base period at the same prices.

    None where a value or weight is missing, a weight is negative, or all are zero.
    """
    pairs = [
        (v, w) for v, w in zip(values, weights, strict=True) if v is not None and w is not None
    ]
    whole = sum(weight for _value, weight in pairs)
    if len(pairs) < len(values) or whole <= 0 or any(weight < 0 for _value, weight in pairs):
        return None
    return trimmed(sum(value * weight for value, weight in pairs) / whole)


def outside(total: float | None, parts: Sequence[float | None]) -> bool:
    """Whether growth of a total lies beyond that of every part, which weighing cannot give.

    A warning only for ratios and means per head, where people move between the parts.
    """
    known = [part for part in parts if part is not None]
    if total is None or len(known) < len(parts) or not known:
        return False
    return not min(known) <= total <= max(known)
