"""The lookup that formulas are given: it answers, and remembers what was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NoReturn, Unpack

from cockpit.errors import CatalogueFault
from cockpit.indicator.formula import Formula, How, formula_name
from cockpit.observation import Status
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Breakdown, Point, Selection


@dataclass(frozen=True, slots=True)
class Asked:
    """One input a formula asked for, and what it was given."""

    selection: Selection
    period: Period
    point: Point | None


@dataclass(slots=True, kw_only=True)
class Look:
    """A `Lookup` for one figure; `find` is where the answers come from."""

    formula: Formula
    area: str
    freq: Freq
    accumulation: Accumulation
    breakdown: Breakdown
    period: Period
    unit: str
    find: Callable[[Selection, Period], Point | None]
    asked: list[Asked] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def __call__(self, indicator: str, **how: Unpack[How]) -> float | None:
        """One figure, or None where it is missing."""
        transformation = how.get("transformation", "level")
        _expect_declared(self.formula, formula_name(indicator, transformation))
        selection = Selection(
            indicator=indicator,
            area=self.area,
            freq=how.get("freq", self.freq),
            accumulation=how.get("accumulation", self.accumulation),
            transformation=transformation,
            breakdown=how.get("breakdown", self.breakdown),
            unit=how.get("unit") or (self.unit if transformation == "level" else None),
        )
        return self._answer(selection, self._span(how))

    def remark(self, text: str) -> None:
        """Leave a sentence in the trace of this figure."""
        self.remarks.append(text)

    @property
    def statuses(self) -> Sequence[Status]:
        """The statuses of the figures that were given."""
        return [asked.point.status for asked in self.asked if asked.point]

    def _answer(self, selection: Selection, span: Period) -> float | None:
        point = self.find(selection, span)
        self.asked.append(Asked(selection, span, point))
        return point.value if point else None

    def _span(self, how: How) -> Period:
        if "period" in how:
            return how["period"]
        shifted = self.period.shift(-how.get("months_earlier", 0))
        freq = how.get("freq", self.freq)
        accumulation = how.get("accumulation", self.accumulation)
        if (freq, accumulation) == (self.freq, self.accumulation):
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
                area=self.wanted.area,
                freq=self.formula.freq or self.wanted.freq,
                accumulation=how.get(
                    "accumulation", self.formula.accumulation or self.wanted.accumulation
                ),
                transformation=transformation,
                breakdown=how.get("breakdown", self.wanted.breakdown),
                unit=how.get("unit") or own_unit,
            )
        )

    def remark(self, text: str) -> None:
        raise AssertionError(text)


class _Asked(Exception):
    """How the first question comes back through the formula."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection


def _expect_declared(formula: Formula, name: str) -> None:
    if name not in formula.inputs:
        raise CatalogueFault(f"{name} is not among the inputs of {formula.name}")
