"""The figures an exploration shows, read once for all parts of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cockpit.catalog import Indicator
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


def lines(
    calculator: Calculator, exploration: Exploration, transformation: Transformation
) -> tuple[Line, ...]:
    """One measure for every area asked for, all of one frequency, basis and unit."""
    selection = exploration.select(transformation)
    first = _line(calculator, selection)
    if first.key is not None:
        selection = settled(selection, first.series)
    others = (_line(calculator, selection.of(a)) for a in exploration.areas[1:])
    return (first, *others)


def settled(selection: Selection, series: Series) -> Selection:
    """The selection with frequency, basis and unit fixed to those of a series."""
    if series.key is None:
        return selection
    freq, accumulation = series.key.freq, series.key.accumulation
    return replace(selection, freq=freq, accumulation=accumulation, unit=series.unit)


def companion(indicator: Indicator, measure: Transformation) -> Transformation:
    """What stands below the chosen measure: change below levels, levels below anything else."""
    if measure != "level":
        return "level"
    return "yoy_pp" if "D" in indicator.growth_rule else "yoy"


def kinds_held(
    keys: Iterable[SeriesKey], measure: Transformation
) -> list[tuple[Freq, Accumulation]]:
    """The frequencies and bases in which a measure is held, finest first."""
    finest = "MQA"
    held = {(key.freq, key.accumulation) for key in keys if key.transformation == measure}
    return sorted(held, key=lambda kind: (finest.index(kind[0]), kind[1]))


def _line(calculator: Calculator, selection: Selection) -> Line:
    try:
        series = calculator.series(selection)
    except ArithmeticRefused as refusal:
        return Line(selection.area, Series(None, "", ()), str(refusal))
    return Line(selection.area, series)


def within(found: Iterable[Line], exploration: Exploration) -> tuple[Line, ...]:
    """The lines with only the periods in the range asked for."""
    return tuple(
        replace(line, series=replace(line.series, points=_inside(line.series, exploration)))
        for line in found
    )


def _inside(series: Series, exploration: Exploration) -> tuple[Point, ...]:
    return tuple(point for point in series.points if exploration.holds(point.period))


@dataclass(frozen=True, slots=True)
class League:
    """Areas side by side at their latest common period, the largest first."""

    period: Period | None
    ranked: tuple[tuple[Line, Point], ...]
    missing: tuple[str, ...]


def league(across: Mapping[str, Series], areas: Iterable[str], inside: Exploration) -> League:
    """Rank areas at the latest period that at least four fifths of those with figures share."""
    held = [Line(area, across[area]) for area in areas if area in across]
    period = _common(held, inside)
    found = [(line, point) for line in held if (point := _figure(line, period)) is not None]
    ranked = sorted(found, key=lambda pair: pair[1].value or 0.0, reverse=True)
    present = {line.area for line, _ in found}
    return League(period, tuple(ranked), tuple(area for area in areas if area not in present))


def _figure(line: Line, period: Period | None) -> Point | None:
    point = line.series.at(period) if period else None
    return point if point is not None and point.value is not None else None


def _common(held: Iterable[Line], inside: Exploration) -> Period | None:
    counts: dict[Period, int] = {}
    figures = 0
    for line in held:
        periods = {p.period for p in line.series.points if p.value is not None}
        figures += bool(periods)
        for period in filter(inside.holds, periods):
            counts[period] = counts.get(period, 0) + 1
    shared = [period for period, count in counts.items() if count * 5 >= figures * 4]
    return max(shared or counts, key=lambda period: period.end, default=None)
