"""Series written down in a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cockpit.period import Period
from cockpit.series import Point, Series, SeriesKey

Make = Callable[..., Series]


def written(accumulation: Any, figures: dict[str, float | None], freq: Any = "M") -> Series:
    """A series of figures by TIME_PERIOD."""
    key = SeriesKey(
        indicator="retail_total", area="370400", freq=freq, accumulation=accumulation, unit="CNY"
    )
    points = [
        Point(Period.parse(freq, time, accumulation), value, "M" if value is None else "A", number)
        for number, (time, value) in enumerate(figures.items(), 1)
    ]
    return Series(key, "亿元", tuple(points))


@pytest.fixture
def series() -> Make:
    return written
