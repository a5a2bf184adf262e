"""Figures as a wall writes them: short enough to be read from afar."""

from __future__ import annotations

from typing import NamedTuple

from cockpit.i18n import current_locale
from cockpit.wording import number, on_screen
from layouts import terms
from layouts.explore.reading import Line
from layouts.panels.view import View

LARGE = 10_000
HUNDRED_MILLION = "亿元"
TRILLION = ("万亿元", 2)
MILLION = ("百万元", 0)


class Amount(NamedTuple):
    """A figure in words and its unit in the reader's language."""

    text: str
    unit: str


def amount(view: View, line: Line, value: float) -> Amount:
    """A figure and its unit; sums of money in the unit in which they are spoken of."""
    key, unit = line.key, line.series.unit
    spoken = _spoken_unit(value) if unit == HUNDRED_MILLION else None
    if spoken is None:
        indicator, measure = (key.indicator, key.transformation) if key else ("", "level")
        text = terms.figure(view.catalog, indicator, measure, value, unit)
        return Amount(text, terms.unit_name(view.catalog, unit))
    other, decimals = spoken
    exact = view.catalog.units.convert(value, unit, other)
    return Amount(on_screen(number(exact, decimals)), terms.unit_name(view.catalog, other))


def _spoken_unit(value: float) -> tuple[str, int] | None:
    """万亿元 for large sums, as releases have it; English knows no unit of a hundred million."""
    if abs(value) >= LARGE:
        return TRILLION
    return MILLION if current_locale.get() == "en" else None
