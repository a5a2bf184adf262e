"""Growth of whole columns: on the year before, and as an index states it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cockpit.panel.panel import Panel, trimmed

PERCENT = "%"


def on_year(levels: Panel, dimension: str) -> Panel:
    """Growth on the same span a year earlier, in per cent; NaN beyond zero, and without a base."""
    now, base = levels.value, levels.before(12)
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where((base > 0) & (now >= 0), (now / base - 1) * 100, np.nan)
    return _rates(levels, trimmed(rate), dimension)


def index_growth(index: Panel, dimension: str) -> Panel:
    """An index less 100: the rate it states, which is published."""
    return replace(
        _rates(index, trimmed(index.value - 100, index.value), dimension),
        published=index.published,
    )


def _rates(panel: Panel, rate: np.ndarray, dimension: str) -> Panel:
    return replace(
        panel,
        transformation="yoy",
        dimension=dimension,
        unit=PERCENT,
        value=rate,
        published=np.zeros(len(rate), dtype=bool),
    )
