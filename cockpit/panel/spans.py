"""Cumulative columns taken apart into single periods."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cockpit.panel.panel import Panel, trimmed


def single_periods(to_date: Panel, *, signed: bool) -> Panel:
    """Differences of cumulative figures, each over the span that lies between them.

    What fell has no value, unless the figure is `signed`; a missing month makes a longer span.
    """
    held = to_date.rows(~np.isnan(to_date.value))
    held = held.rows(np.lexsort((held.end, held.place)))
    year, end = held.end // 12, held.end
    follows = np.zeros(len(held), dtype=bool)
    follows[1:] = (held.place[1:] == held.place[:-1]) & (year[1:] == year[:-1])
    before = np.where(follows, np.roll(held.value, 1), 0.0)
    start = np.where(follows, np.roll(end, 1) + 1, held.start)
    value = trimmed(held.value - before, np.maximum(np.abs(held.value), np.abs(before)))
    if not signed:
        value = np.where(follows & (value < 0), np.nan, value)
    return replace(
        held,
        accumulation="period",
        start=start,
        months=end - start + 1,
        value=value,
        published=np.zeros(len(held), dtype=bool),
    ).ordered()
