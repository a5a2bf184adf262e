"""The period at which series can be put side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from cockpit.period import Period
from cockpit.series import Series


def common_period(
    found: Iterable[Series], fits: Callable[[Period], bool] = lambda _period: True
) -> Period | None:
    """The latest period that at least four fifths of the series with figures share.

    Where no period is shared so widely, the latest of all; None without any figure.
    """
    held = [{p.period for p in series.points if p.value is not None} for series in found]
    counts = Counter(period for periods in held for period in periods if fits(period))
    with_figures = sum(bool(periods) for periods in held)
    shared = [period for period, count in counts.items() if count * 5 >= with_figures * 4]
    return max(shared or counts, key=lambda period: period.end, default=None)
