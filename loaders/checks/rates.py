"""C06: a rate's growth in %, which may be meant in percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.checks.figures import Figures, year_before
from loaders.checks.findings import Finding
from loaders.checks.layout import ANY, Layout
from loaders.checks.measure import Measure
from loaders.checks.precision import is_difference, is_growth

_RATE = "%"
Levels = tuple[int, int] | None
"""The levels now and a year before; None where one of them is missing."""


def check_rates(figures: Figures) -> Iterator[Finding]:
    """One issue a growth that the two levels beside it do not show to be one in %."""
    for number, levels in figures.layout.ask(_growths):
        if levels is None or not _grows_so(figures, number, *levels):
            yield Finding("C06", number)


def _growths(layout: Layout) -> Iterator[tuple[int, Levels]]:
    for measure in layout.of_transformation("yoy"):
        known = measure.indicator
        if known is None or known.growth_rule != ("D",):
            continue
        if known.unit == measure.kind[3] == _RATE:
            yield from _beside_levels(layout, measure)


def _beside_levels(layout: Layout, growth: Measure) -> Iterator[tuple[int, Levels]]:
    freq, accumulation, _, unit = growth.kind
    levels = layout.get(growth.name, growth.breakdown, (freq, accumulation, "level", unit))
    columns = levels.columns if levels else {}
    for time, column in growth.columns.items():
        now = columns.get(time, {})
        before = {} if time == ANY else columns.get(year_before(time), {})
        for area, number in column.items():
            level, base = now.get(area), before.get(area)
            yield number, None if level is None or base is None else (level, base)


def _grows_so(figures: Figures, *numbers: int) -> bool:
    value, now, before = (figures.values[number] for number in numbers)
    return is_growth(value, now, before) and not is_difference(value, now, before)
