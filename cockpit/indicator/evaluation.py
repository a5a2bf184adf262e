"""Evaluating a formula over a whole series, or for one figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from cockpit.catalog import Units
from cockpit.errors import ArithmeticRefused
from cockpit.indicator.formula import Formula
from cockpit.indicator.look import Figures, Inputs, Look, leading
from cockpit.interval import Interval
from cockpit.observation import Status
from cockpit.period import Accumulation, Freq
from cockpit.series import Point, Selection, Series, SeriesKey, Step, in_order
from cockpit.statistics.digits import trimmed
from cockpit.statistics.spans import worst

Given = Callable[[Selection], Figures]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A formula with everything its first input has settled."""

    formula: Formula
    wanted: Selection
    lead: Series
    freq: Freq
    accumulation: Accumulation
    unit: str
    inputs: Inputs

    def figure(self, look: Look) -> Point:
        """The figure a lookup leads to; a restated one keeps the cell it restates."""
        value = self.formula.compute(look)
        if value is None:
            return Point(look.period, None, "M", None, look.bounds, look.note)
        value = trimmed(value)
        given = look.asked[0].point
        if self.formula.restates and given:
            return Point(look.period, value, given.status, given.observation, note=given.note)
        status = _status(self.formula, look.statuses)
        return Point(look.period, value, status, None, look.bounds, look.note)

    @property
    def step(self) -> Step:
        """What the formula does, with its place in the order of steps."""
        return Step(self.formula.stage, self.formula.sentence)


def prepare(
    formula: Formula, wanted: Selection, read: Callable[[Selection], Series], given: Given
) -> Task | None:
    """Settle a request by the formula's first input; None where that is not held."""
    lead = read(leading(formula, wanted))
    if lead.key is None:
        return None
    freq = formula.yields or lead.key.freq
    accumulation = formula.accumulation or wanted.accumulation or lead.key.accumulation
    return Task(
        formula=formula,
        wanted=wanted,
        lead=lead,
        freq=freq,
        accumulation=accumulation,
        unit=formula.unit or lead.unit,
        inputs=Inputs(
            formula=formula,
            own=wanted,
            freq=freq,
            accumulation=accumulation,
            unit=lead.unit,
            given=given,
        ),
    )


def evaluate(task: Task, units: Units) -> Series:
    """The formula's series from its first value on; empty where it has none."""
    held = [point.period for point in task.lead.points if point.value is not None]
    figures = (task.figure(Look(task.inputs, span)) for span in task.formula.spans(held))
    points = tuple(dropwhile(_says_nothing, figures))
    if not points:
        return Series(None, task.wanted.unit or task.unit, ())
    steps = in_order((*task.lead.steps, task.step))
    series = Series(_key(task, units), task.unit, points, steps)
    return in_unit(series, task.wanted.unit, units)


def _says_nothing(point: Point) -> bool:
    return point.value is None and not point.note


def in_unit(series: Series, unit: str | None, units: Units) -> Series:
    """The same series in another unit; empty where the unit measures something else."""
    if unit is None or unit == series.unit:
        return series
    try:
        points = tuple(_converted(point, series.unit, unit, units) for point in series.points)
    except ArithmeticRefused:
        return Series(None, unit, ())
    step = Step("unit", f"{series.unit} → {unit}")
    return Series(series.key, unit, points, in_order((*series.steps, step)))


def _converted(point: Point, given: str, unit: str, units: Units) -> Point:
    value, bounds = value_in(unit, point.value, given, units)[0], point.bounds
    if bounds:
        bounds = Interval(*(units.convert(one, given, unit) for one in (bounds.low, bounds.high)))
    return replace(point, value=value, bounds=bounds)


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
    steps = (*held.steps, *derived.steps) if added else held.steps
    return Series(held.key, held.unit, tuple(points), in_order(steps))


def _months(points: Sequence[Point]) -> set[int]:
    spans = (point.period for point in points if point.value is not None)
    return {month for span in spans for month in range(span.start, span.end + 1)}


def _status(formula: Formula, given: Sequence[Status]) -> Status:
    return "E" if formula.estimate else worst(given)


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
