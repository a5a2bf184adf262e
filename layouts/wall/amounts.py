"""Figures as a wall writes them: short enough to be read from afar, one unit for a whole panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from cockpit.i18n import current_locale
from cockpit.wording import number, on_screen
from layouts import terms
from layouts.explore.reading import Line
from layouts.wall.view import View

LARGE = 10_000
HUNDRED_MILLION = "亿元"
TRILLION = ("万亿元", 2)
BILLION = ("十亿元", 1)


class Amount(NamedTuple):
    """A figure in words and its unit in the reader's language."""

    text: str
    unit: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The unit and decimals of a panel's figures; None is the series' own unit, the catalogue's."""

    line: Line
    other: str | None = None
    decimals: int | None = None

    def unit(self, view: View) -> str:
        """The unit in the reader's language."""
        unit = terms.unit_name(view.catalog, self.other or self.line.series.unit)
        return f"× {unit}" if unit[:1].isdigit() else unit

    def value(self, view: View, value: float) -> float:
        """A figure in that unit."""
        if self.other is None:
            return value
        return float(view.catalog.units.convert(value, self.line.series.unit, self.other))

    def text(self, view: View, value: float) -> str:
        """A figure in that unit, as written."""
        if self.decimals is not None:
            return on_screen(number(self.value(view, value), self.decimals))
        key = self.line.key
        indicator, measure = (key.indicator, key.transformation) if key else ("", "level")
        return terms.figure(view.catalog, indicator, measure, value, self.line.series.unit)


def scale(line: Line, values: Sequence[float]) -> Scale:
    """One unit for these figures, by their median: 万亿元 for large sums, as releases have it.

    English knows no unit of a hundred million.
    """
    middle = median(map(abs, values)) if values else 0.0
    if line.series.unit == HUNDRED_MILLION and middle >= LARGE:
        return Scale(line, *TRILLION)
    if line.series.unit == HUNDRED_MILLION and current_locale.get() == "en":
        return Scale(line, *BILLION)
    # Four digits are read from afar; the cell behind the figure has the others.
    plain = line.key is not None and line.key.transformation == "level" and line.series.unit != "%"
    return Scale(line, decimals=0) if plain and middle >= LARGE / 10 else Scale(line)


def amount(view: View, line: Line, value: float) -> Amount:
    """A figure that stands alone, and its unit."""
    own = scale(line, [value])
    return Amount(own.text(view, value), own.unit(view))
