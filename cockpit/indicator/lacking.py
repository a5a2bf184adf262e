"""What a figure wants and nobody has brought."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import cached_property

from cockpit import terms
from cockpit.catalog import Indicator
from cockpit.indicator.calculator import Calculator
from cockpit.indicator.formula import formula_name
from cockpit.indicator.offer import given
from cockpit.observation import Transformation
from cockpit.series import ReadingDoor, Selection

_DONE, _PLAN = "/progress", "/target"


@dataclass(frozen=True, slots=True)
class Need:
    """A measure of an indicator that is held of an area in no frequency and no part."""

    indicator: str
    transformation: Transformation = "level"

    @property
    def name(self) -> str:
        """The measure as formulas name their inputs: `gdp`, `gdp/yoy`."""
        return formula_name(self.indicator, self.transformation)


@dataclass(frozen=True, kw_only=True)
class Stock:
    """What one area holds, and the calculator that makes more of it."""

    area: str
    door: ReadingDoor
    calculator: Calculator

    @cached_property
    def indicators(self) -> Set[str]:
        """What is held of anywhere, and what might be made of it."""
        return self.calculator.indicators()

    def of(self, area: str) -> Stock:
        """The same for another area."""
        return replace(self, area=area)


def lacking(stock: Stock, indicator: Indicator) -> tuple[Need, ...]:
    """The inputs, down to what bureaus deliver, without which an indicator has no figure.

    Empty where every input is held, though never for the same period and part.
    """
    names = [
        one.name for one in stock.calculator.formulas.values() if one.indicator == indicator.id
    ]
    usual = [name for name in names if indicator.derived or name == indicator.id]
    found = _of_formula(stock, min(usual, key=len)) if usual else [Need(indicator.id)]
    return tuple(dict.fromkeys(found))


def _of_formula(stock: Stock, name: str) -> Iterator[Need]:
    inputs = stock.calculator.formulas[name].inputs
    for wanted in inputs:
        # What is done of a plan may be published; where it is not, plan and amount tell it.
        if wanted.removesuffix(_DONE) + _PLAN in inputs and wanted.endswith(_DONE):
            continue
        yield from _unless_held(stock, wanted)


def _unless_held(stock: Stock, name: str) -> Iterator[Need]:
    need = _need(name)
    if _held(stock, need):
        return
    if name in stock.calculator.formulas:
        yield from _of_formula(stock, name)
    else:
        yield need


def _held(stock: Stock, need: Need) -> bool:
    if need.indicator not in stock.indicators:
        return False
    keys = stock.door.keys(need.indicator, stock.area)
    parts = {key.breakdown for key in keys if key.transformation == need.transformation}
    wanted = Selection(
        indicator=need.indicator, area=stock.area, transformation=need.transformation
    )
    ways = (replace(wanted, breakdown=part) for part in ((), *sorted(parts)))
    return any(given(way, stock.calculator).latest for way in ways)


def _need(name: str) -> Need:
    indicator, _slash, transformation = name.partition("/")
    return Need(indicator, terms.transformation(transformation or "level"))
