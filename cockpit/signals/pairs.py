"""Two bureaus' rates beside each other: output with power, tax with sales."""

from __future__ import annotations

from dataclasses import dataclass

from cockpit.period import Period
from cockpit.series import Series
from cockpit.signals.rules import Pair
from cockpit.statistics import points_between
from cockpit.wording import rounded

DECIMALS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """A period in which two rates part company; a question, no verdict."""

    pair: Pair
    period: Period
    first: float
    second: float
    apart: float
    """The first less the second, in percentage points of the rates as printed."""


def divergences(pair: Pair, first: Series, second: Series) -> tuple[Divergence, ...]:
    """The periods of both series in which they part company, newest first."""
    others = {p.period: p.value for p in second.points}
    found = (
        _divergence(pair, point.period, point.value, others.get(point.period))
        for point in reversed(first.points)
    )
    return tuple(one for one in found if one is not None)


def _divergence(
    pair: Pair, period: Period, first: float | None, second: float | None
) -> Divergence | None:
    apart = points_between(first, second, DECIMALS)
    if apart is None or first is None or second is None or abs(apart) <= pair.points:
        return None
    signs = rounded(first, DECIMALS) * rounded(second, DECIMALS)
    if pair.how == "opposite" and signs >= 0:
        return None
    return Divergence(pair=pair, period=period, first=first, second=second, apart=apart)
