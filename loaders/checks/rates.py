"""C06: a rate's growth in %, which may be meant in percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout
from loaders.checks.levels import Levels, beside_levels
from loaders.checks.precision import is_difference, is_growth

_RATE = "%"


def check_rates(figures: Figures) -> Iterator[Finding]:
    """One issue a growth that the two levels beside it do not show to be one in %."""
    for number, levels in figures.layout.ask(_growths):
        if levels is None or not _grows_so(figures, number, *levels):
            yield Finding("C06", number)


def _growths(layout: Layout) -> Iterator[tuple[int, Levels | None]]:
    for measure in layout.of_transformation("yoy"):
        known = measure.indicator
        if known is None or known.growth_rule != ("D",):
            continue
        freq, accumulation, _, unit = measure.kind
        if known.unit == unit == _RATE:
            kind = (freq, accumulation, "level", unit)
            yield from beside_levels(measure, layout.get(measure.name, measure.breakdown, kind))


def _grows_so(figures: Figures, *numbers: int) -> bool:
    value, now, before = (figures.values[number] for number in numbers)
    return is_growth(value, now, before) and not is_difference(value, now, before)
