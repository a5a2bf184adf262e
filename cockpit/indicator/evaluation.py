"""Evaluating a formula over a whole series, or for one figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from cockpit.catalog import Units
from cockpit.errors import ArithmeticRefused
from cockpit.indicator.formula import Formula
from cockpit.indicator.look import Look, leading
from cockpit.observation import Status
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Point, Selection, Series, SeriesKey

DIGITS = 12
"""Published figures carry fewer; beyond them stands only the noise of binary fractions."""

Find = Callable[[Selection, Period], Point | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A formula with everything its first input has settled."""

    formula: Formula
    wanted: Selection
    lead: Series
    freq: Freq
    accumulation: Accumulation
    unit: str

    def look(self, period: Period, find: Find) -> Look:
        """The lookup for one figure."""
        return Look(
            formula=self.formula,
            area=self.wanted.area,
            freq=self.freq,
            accumulation=self.accumulation,
            breakdown=self.wanted.breakdown,
            period=period,
            unit=self.lead.unit,
            find=find,
        )

    def figure(self, look: Look) -> Point:
        """The figure a lookup leads to; a restated one keeps the cell it restates."""
        value = self.formula.compute(look)
        if value is None:
            return Point(look.period, None, "M")
        value = float(f"{value:.{DIGITS}g}")
        given = look.asked[0].point
        if self.formula.restates and given:
            return Point(look.period, value, given.status, given.observation)
        return Point(look.period, value, _status(self.formula, look.statuses))


def prepare(
    formula: Formula, wanted: Selection, read: Callable[[Selection], Series]
) -> Task | None:
    """Settle a request by the formula's first input; None where that is not held."""
    lead = read(leading(formula, wanted))
    if lead.key is None:
        return None
    own = formula.accumulation or wanted.accumulation
    return Task(
        formula=formula,
        wanted=wanted,
        lead=lead,
        freq=lead.key.freq,
        accumulation=own or lead.key.accumulation,
        unit=formula.unit or lead.unit,
    )


def evaluate(task: Task, find: Find, units: Units) -> Series:
    """The formula's series from its first value on; empty where it has none."""
    held = [point.period for point in task.lead.points if point.value is not None]
    figures = (task.figure(task.look(span, find)) for span in task.formula.spans(held))
    points = tuple(dropwhile(lambda point: point.value is None, figures))
    if not points:
        return Series(None, task.wanted.unit or task.unit, ())
    return in_unit(Series(_key(task, units), task.unit, points), task.wanted.unit, units)


def in_unit(series: Series, unit: str | None, units: Units) -> Series:
    """The same series in another unit; empty where the unit measures something else."""
    if unit is None or unit == series.unit:
        return series
    try:
        points = tuple(
            replace(point, value=value_in(unit, point.value, series.unit, units)[0])
            for point in series.points
        )
    except ArithmeticRefused:
        return Series(None, unit, ())
    return Series(series.key, unit, points)


def value_in(
    unit: str | None, value: float | None, given: str, units: Units
) -> tuple[float | None, str]:
    """A value given in one unit as value and unit wanted; raises ArithmeticRefused across kinds."""
    if unit is None or value is None:
        return value, unit or given
    return units.convert(value, given, unit), unit


def joined(held: Series, derived: Series) -> Series:
    """Published figures, and derived ones where nothing is published for their months."""
    taken = {point.period for point in held.points}
    single = held.key is not None and held.key.accumulation == "period"
    months = _months(held.points) if single else set()
    added = [
        point
        for point in derived.points
        if point.period not in taken and months.isdisjoint(_months([point]))
    ]
    points = sorted((*held.points, *added), key=lambda point: (point.period.end, point.period))
    return Series(held.key, held.unit, tuple(points))


def _months(points: Sequence[Point]) -> set[int]:
    spans = (point.period for point in points if point.value is not None)
    return {month for span in spans for month in range(span.start, span.end + 1)}


def _status(formula: Formula, given: Sequence[Status]) -> Status:
    if formula.estimate or "E" in given:
        return "E"
    return "P" if "P" in given else "A"


def _key(task: Task, units: Units) -> SeriesKey:
    unit = units.parse(task.unit)
    return SeriesKey(
        indicator=task.wanted.indicator,
        area=task.wanted.area,
        freq=task.freq,
        accumulation=task.accumulation,
        transformation=task.wanted.transformation,
        unit=unit.dimension if unit else task.unit,
        breakdown=task.wanted.breakdown,
    )
