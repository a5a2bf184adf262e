"""The two levels that a printed growth lies between."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.checks.figures import year_before
from loaders.checks.layout import ANY
from loaders.checks.measure import Measure

Levels = tuple[int, int]
"""The numbers of the level now and of the one a year before."""


def beside_levels(growth: Measure, levels: Measure | None) -> Iterator[tuple[int, Levels | None]]:
    """Every figure of a growth, with None where one of its levels is missing."""
    columns = levels.columns if levels else {}
    for time, column in growth.columns.items():
        now = columns.get(time, {})
        before = {} if time == ANY else columns.get(year_before(time), {})
        for area, number in column.items():
            level, base = now.get(area), before.get(area)
            yield number, None if level is None or base is None else (level, base)
