"""A rate beside the level above and among its peers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from cockpit.errors import ArithmeticRefused
from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.series import Series
from cockpit.statistics import points_between
from cockpit.wording import rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Differences in percentage points, worked out from the figures as they are shown."""

    period: Period
    value: float
    superior: float | None
    gap: float | None
    """To the level above."""
    middle: float | None
    """The median of those among the peers that have a figure."""
    gap_to_middle: float | None
    peers: int
    """How many of them have a figure."""


def compare(
    own: Series, superior: Series, peers: Mapping[str, Series], period: Period, decimals: int
) -> Comparison | None:
    """Compare one period's rate; None where it is missing.

    Raises ArithmeticRefused for amounts: those of a county and its city are not for comparing.
    """
    if own.unit != "%" and not own.unit.endswith("=100"):
        raise ArithmeticRefused(
            _("Amounts of places of different size are not set against each other; compare rates.")
        )
    value = _shown(own, period, decimals)
    if value is None:
        return None
    above = _shown(superior, period, decimals) if superior.unit == own.unit else None
    shown = [_shown(one, period, decimals) for one in peers.values() if one.unit == own.unit]
    beside = [figure for figure in shown if figure is not None]
    middle = float(rounded(median(beside), decimals)) if beside else None
    return Comparison(
        period=period,
        value=value,
        superior=above,
        gap=points_between(value, above, decimals),
        middle=middle,
        gap_to_middle=points_between(value, middle, decimals),
        peers=len(beside),
    )


def _shown(series: Series, period: Period, decimals: int) -> float | None:
    point = series.at(period)
    return None if point is None or point.value is None else float(rounded(point.value, decimals))
