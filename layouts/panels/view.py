"""What the wall reads for one place on one day, each series once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cockpit.catalog import Catalog, Indicator
from cockpit.freshness import Freshness, freshness
from cockpit.indicator import Calculator
from cockpit.period import MONTHS
from cockpit.series import Selection, Series
from cockpit.wording import period_words
from layouts import terms
from layouts.explore.reading import Line
from layouts.explore.reading import line as read_line
from layouts.figures.marks import Curve, Mark
from layouts.theme import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A place, a day, and the calculator through which its figures come."""

    catalog: Catalog
    calculator: Calculator
    area: str
    today: date
    style: Style

    def indicator(self, line: Line, otherwise: str) -> Indicator:
        """The catalogue's entry of a line, or of the indicator that was asked for."""
        return self.catalog.indicators[line.key.indicator if line.key else otherwise]

    def line(self, selection: Selection) -> Line:
        """A series of the place; empty where nothing is held or arithmetic is refused."""
        return read_line(self.calculator, selection.of(self.area))

    def computed(self, line: Line) -> bool:
        """Whether a line's latest rate was worked out from two levels instead of published."""
        latest, key = line.series.latest, line.key
        if latest is None or key is None or key.transformation != "yoy":
            return False
        rule = self.catalog.indicators[key.indicator].growth_may_be_computed
        return rule and latest.observation is None

    def parts(self, selection: Selection, areas: Sequence[str]) -> Mapping[str, Series]:
        """The same selection for the areas the place is compared with."""
        return self.calculator.across(selection, areas)

    def fresh(self, line: Line, indicator: str) -> Freshness:
        """How late a line is."""
        entry, latest = self.catalog.indicators[indicator], line.series.latest
        freq = line.key.freq if line.key else entry.freq[0]
        return freshness(entry, freq, latest.period if latest else None, self.today)

    def curve(self, line: Line, name: str, most: int) -> Curve | None:
        """The last `most` figures of a line as a named curve, None where there is none."""
        key = line.key
        points = [point for point in line.series.points if point.value is not None][-most:]
        if key is None or not points:
            return None
        entry = self.catalog.indicators[key.indicator]
        unit = terms.unit_name(self.catalog, line.series.unit)
        marks = []
        for point in points:
            text = terms.figure(
                self.catalog, key.indicator, key.transformation, point.value, line.series.unit
            )
            when = period_words(point.period, key.freq, key.accumulation)
            words = f"{name} · {when}<br>{text} {unit}"
            marks.append(Mark(point.period.end, point.value or 0.0, words, line.trail(point) or ""))
        # The figure up to February covers January, so nothing is missing before it.
        merged = entry.merged_january or key.accumulation == "ytd"
        return Curve(name, tuple(marks), MONTHS[key.freq], merged)
