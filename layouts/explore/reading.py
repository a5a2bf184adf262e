"""The figures an exploration shows, read once for all parts of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cockpit.errors import ArithmeticRefused
from cockpit.indicator import Calculator
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Point, Selection, Series, SeriesKey
from cockpit.trail import trail_key
from layouts.explore.address import Exploration


@dataclass(frozen=True, slots=True)
class Line:
    """One area's series, or the sentence that refuses it."""

    area: str
    series: Series
    refusal: str | None = None

    @property
    def key(self) -> SeriesKey | None:
        """The series' key, None where nothing is held."""
        return self.series.key

    def trail(self, point: Point) -> str | None:
        """The text that names one of its figures."""
        return None if self.key is None else figure_key(self.key, point.period)


def figure_key(key: SeriesKey, period: Period) -> str:
    """Name one figure of a series for the trail."""
    selection = Selection(
        indicator=key.indicator,
        area=key.area,
        transformation=key.transformation,
        breakdown=key.breakdown,
    )
    return trail_key(selection, key.freq, key.accumulation, period)


def lines(calculator: Calculator, selection: Selection, areas: Sequence[str]) -> tuple[Line, ...]:
    """One measure of several areas, all in the first one's frequency, basis and unit."""
    first = line(calculator, selection.of(areas[0]))
    asked = selection.settled(first.series)
    return (first, *(line(calculator, asked.of(area)) for area in areas[1:]))


def line(calculator: Calculator, selection: Selection) -> Line:
    """One area's series, with the sentence in its place where arithmetic is refused."""
    try:
        return Line(selection.area, calculator.series(selection))
    except ArithmeticRefused as refusal:
        return Line(selection.area, Series(None, "", ()), str(refusal))


def kinds_held(
    keys: Iterable[SeriesKey], measure: Transformation
) -> list[tuple[Freq, Accumulation]]:
    """The frequencies and bases in which a measure is held, finest first."""
    finest = "MQA"
    held = {(key.freq, key.accumulation) for key in keys if key.transformation == measure}
    return sorted(held, key=lambda kind: (finest.index(kind[0]), kind[1]))


def within(found: Iterable[Line], exploration: Exploration) -> tuple[Line, ...]:
    """The lines with only the periods in the range asked for."""
    return tuple(
        replace(line, series=replace(line.series, points=_inside(line.series, exploration)))
        for line in found
    )


def _inside(series: Series, exploration: Exploration) -> tuple[Point, ...]:
    return tuple(point for point in series.points if exploration.holds(point.period))
