"""The lookup that formulas are given: it answers, and remembers what was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias, Unpack

from cockpit.errors import CatalogueFault
from cockpit.indicator.formula import Filling, Formula, How, formula_name
from cockpit.interval import Interval
from cockpit.observation import Status
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Breakdown, Point, Selection
from cockpit.statistics.frequency import tiles

Figures: TypeAlias = Mapping[Period, Point]
_NAMED = ("area", "freq", "transformation", "accumulation", "breakdown", "unit")
_Name: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One input a formula asked for, and what it was given."""

    selection: Selection
    period: Period
    point: Point | None


@dataclass(slots=True, kw_only=True)
class Inputs:
    """The input series of a formula, each settled and found once for all its figures.

    `given` is where they come from; whatever a formula leaves out is as in `own`, its own series.
    """

    formula: Formula
    own: Selection
    freq: Freq
    accumulation: Accumulation
    unit: str
    given: Callable[[Selection], Figures]
    found: dict[_Name, tuple[Selection, Figures]] = field(default_factory=dict)

    def input(self, indicator: str, how: How) -> tuple[Selection, Figures]:
        """One input series and its figures."""
        name = (indicator, *map(how.get, _NAMED))
        if name not in self.found:
            selection = self._selection(indicator, how)
            self.found[name] = (selection, self.given(selection))
        return self.found[name]

    def _selection(self, indicator: str, how: How) -> Selection:
        transformation = how.get("transformation", "level")
        _expect_declared(self.formula, formula_name(indicator, transformation))
        return Selection(
            indicator=indicator,
            area=how.get("area", self.own.area),
            freq=how.get("freq", self.freq),
            accumulation=how.get("accumulation", self.accumulation),
            transformation=transformation,
            breakdown=how.get("breakdown", self.own.breakdown),
            unit=how.get("unit") or (self.unit if transformation == "level" else None),
            members=() if "area" in how else self.own.members,
        )


@dataclass(slots=True)
class Look:
    """A `Lookup` for one figure of a series."""

    inputs: Inputs
    period: Period
    asked: list[Asked] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    bounds: Interval | None = None

    @property
    def breakdown(self) -> Breakdown:
        """The part being calculated."""
        return self.inputs.own.breakdown

    def __call__(self, indicator: str, **how: Unpack[How]) -> float | None:
        """One figure, or None where it is missing."""
        selection, figures = self.inputs.input(indicator, how)
        span = self._span(how)
        point = figures.get(span)
        self.asked.append(Asked(selection, span, point))
        return point.value if point else None

    def filling(self, whole: Period, /, indicator: str, **how: Unpack[How]) -> Filling:
        """The figures whose spans fill a longer one; empty where they leave a gap."""
        selection, figures = self.inputs.input(indicator, how)
        held = [span for span, point in figures.items() if point.value is not None]
        spans = tiles(held, whole)
        self.asked += [Asked(selection, span, figures.get(span)) for span in spans or (whole,)]
        given = [(span.months, figures[span].value) for span in spans]
        return [(months, value) for months, value in given if value is not None]

    def remark(self, text: str) -> None:
        """Leave a sentence beside this figure."""
        self.remarks.append(text)

    def bound(self, bounds: Interval) -> None:
        """Say where this figure lies."""
        self.bounds = bounds

    @property
    def note(self) -> str:
        """What was remarked, each once."""
        return "; ".join(dict.fromkeys(self.remarks))

    @property
    def statuses(self) -> Sequence[Status]:
        """The statuses of the figures that were given."""
        return [asked.point.status for asked in self.asked if asked.point]

    def _span(self, how: How) -> Period:
        if "period" in how:
            return how["period"]
        earlier = how.get("months_earlier", 0)
        shifted = self.period.shift(-earlier) if earlier else self.period
        freq = how.get("freq", self.inputs.freq)
        accumulation = how.get("accumulation", self.inputs.accumulation)
        if (freq, accumulation) == (self.inputs.freq, self.inputs.accumulation):
            return shifted
        return Period.parse(freq, shifted.time_period(freq), accumulation)


def leading(formula: Formula, wanted: Selection) -> Selection:
    """The series a formula asks for first: it settles frequency, accumulation and periods."""
    try:
        formula.compute(_FirstQuestion(formula, wanted))
    except _Asked as question:
        return question.selection
    raise CatalogueFault(f"the formula of {formula.name} asks for no input")


@dataclass(frozen=True, slots=True)
class _FirstQuestion:
    """A `Lookup` that stops the formula at its first question."""

    formula: Formula
    wanted: Selection

    @property
    def period(self) -> Period:
        return Period(0, 1)

    @property
    def breakdown(self) -> Breakdown:
        return self.wanted.breakdown

    def __call__(self, indicator: str, **how: Unpack[How]) -> NoReturn:
        transformation = how.get("transformation", "level")
        _expect_declared(self.formula, formula_name(indicator, transformation))
        own_unit = self.wanted.unit if self.formula.unit is None else None
        raise _Asked(
            Selection(
                indicator=indicator,
                area=how.get("area", self.wanted.area),
                freq=how.get("freq", self.formula.freq or self.wanted.freq),
                accumulation=how.get(
                    "accumulation", self.formula.accumulation or self.wanted.accumulation
                ),
                transformation=transformation,
                breakdown=how.get("breakdown", self.wanted.breakdown),
                unit=how.get("unit") or own_unit,
                members=() if "area" in how else self.wanted.members,
            )
        )

    def filling(self, _whole: Period, /, indicator: str, **how: Unpack[How]) -> NoReturn:
        self(indicator, **how)

    def remark(self, text: str) -> None:
        raise AssertionError(text)

    def bound(self, bounds: Interval) -> None:
        raise AssertionError(bounds)


class _Asked(Exception):
    """How the first question comes back through the formula."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection


def _expect_declared(formula: Formula, name: str) -> None:
    if name not in formula.inputs:
        raise CatalogueFault(f"{name} is not among the inputs of {formula.name}")
