"""Figures as a wall writes them: short enough to be read from afar."""

from __future__ import annotations

from typing import NamedTuple

from cockpit.wording import number, on_screen
from layouts import terms
from layouts.explore.reading import Line
from layouts.panels.view import View

LARGE = 10_000
LARGER_UNIT = {"亿元": "万亿元"}


class Amount(NamedTuple):
    """A figure in words and its unit in the reader's language."""

    text: str
    unit: str


def amount(view: View, line: Line, value: float) -> Amount:
    """A figure and its unit; from 10000亿元 on in 万亿元 to two decimals, as releases speak."""
    key, unit = line.key, line.series.unit
    larger = LARGER_UNIT.get(unit)
    if key is None or key.transformation != "level" or larger is None or abs(value) < LARGE:
        measure = key.transformation if key else "level"
        indicator = key.indicator if key else ""
        text = terms.figure(view.catalog, indicator, measure, value, unit)
        return Amount(text, terms.unit_name(view.catalog, unit))
    exact = view.catalog.units.convert(value, unit, larger)
    return Amount(on_screen(number(exact, 2)), terms.unit_name(view.catalog, larger))
