"""What is counted at a crossing, and how: all of a statement but its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cockpit.observation import Status, Transformation
from loaders import reasons
from loaders.facets import Facets, combined_measure, is_total
from loaders.heading import Measure
from loaders.heading.kinds import PERCENT_OR_POINTS
from loaders.knowledge import Knowledge
from loaders.report import Report
from loaders.sense import Sense
from loaders.stocks import counts_enterprises

LIKE_LEVELS: frozenset[Transformation] = frozenset({"level", "change", "target"})
_CURRENCY = re.compile(r"(人民币|本外币|外币)(?:各项)?(?:信贷|存贷|存款|贷款)")
_A_PAIR = 2


class Said(NamedTuple):
    """Facets, with a number for what they say, one for when it was, and one for both."""

    facets: Facets
    what: int
    when: int
    key: int


class Pace(NamedTuple):
    """What bears on the period of a claim: the year that its name brings, a target for the year.

    `quarterly` is published by quarter alone, `apart` for January and for February each.
    """

    year: str
    is_target: bool
    quarterly: bool
    apart: bool


class Claim(NamedTuple):
    """What is counted, and how.

    `is_clear` marks a name and a unit that need no question, `is_free` a claim that would be the
    same whatever lines stood around its table. `base` is the catalogue's unit of what it may be an
    index of.
    """

    sense: Sense
    measure: Measure | None
    transformation: Transformation
    unit: str
    status: Status | None
    doubts: tuple[str, ...]
    is_stock: bool
    is_clear: bool
    base: str
    pace: Pace
    is_free: bool


Key = tuple[int, int, int, str]
"""What a row says, what a column, what the lines around them, and the unit in the cell."""


class Claims:
    """Puts together what is said of figures; it is the same where the same lines stand around."""

    def __init__(self, known: Knowledge, report: Report) -> None:
        self._senses = known.senses
        self._units = known.units
        self._report = report
        self._in_yuan = _is_in_yuan(report.around)
        whole = report.facets
        said = (whole.names, whole.measure, whole.unit, whole.status, self._in_yuan)
        self._table = known.number(said)
        self._lines = known.number((said, report.around))
        self._remembered = known.claims

    def of(self, row: Said, column: Said, cell_unit: str) -> tuple[Key, Claim]:
        """The claim of a row and a column; `cell_unit` is printed beside the figure."""
        key = (row.what, column.what, self._table, cell_unit)
        found = self._remembered.get(key)
        if found is None:
            bound = (row.what, column.what, self._lines, cell_unit)
            found = self._remembered.get(bound)
            if found is not None:
                return bound, found
            found = self._put_together(row.facets, column.facets, cell_unit)
            key = key if found.is_free else bound
            self._remembered.keep(key, found)
        return key, found

    def _put_together(self, row: Facets, column: Facets, cell_unit: str) -> Claim:
        measure = self._measure(row, column, cell_unit)
        is_level, hint = self._hint(row, column, measure, cell_unit)
        sense = self._sense(row, column, is_level, hint)
        measure = self._as_titled(measure, sense, cell_unit or column.unit or row.unit)
        measure, settled = self._in_points_or_percent(measure, sense)
        measure = _of_balance(measure, sense, row, column)
        transformation = _transformation(measure, sense)
        unit, about_unit = self._unit(row, column, measure, transformation, sense, cell_unit)
        if unit.replace(" ", "").endswith("=100"):
            transformation = "level"
        nameless = () if sense.indicator or sense.label else (reasons.NO_INDICATOR,)
        doubts = once(nameless, sense.doubts, row.doubts, column.doubts, about_unit)
        if settled:
            doubts = tuple(doubt for doubt in doubts if doubt != PERCENT_OR_POINTS)
        name = "".join((*sense.parents, sense.label))
        indicator = self._senses.indicator(sense)
        return Claim(
            sense=sense,
            measure=measure,
            transformation=transformation,
            unit=unit,
            status=column.status or row.status or sense.status or self._report.facets.status,
            doubts=doubts,
            is_clear=sense.indicator is not None and self._units.knows(unit),
            is_stock=sense.is_stock or counts_enterprises(name, row.unit or unit),
            base=self._base(sense),
            pace=Pace(
                year=sense.year,
                is_target=transformation == "target",
                quarterly=indicator is not None and indicator.freq == ("Q",),
                apart=indicator is not None and not indicator.merged_january,
            ),
            is_free=self._is_free(row, column, hint),
        )

    def _is_free(self, row: Facets, column: Facets, hint: str) -> bool:
        """One side alone names an indicator, whatever lines stand around."""
        if row.names and column.names:
            return False
        return self._senses.are_sure(row.names or column.names, (hint,))

    def _in_points_or_percent(
        self, measure: Measure | None, sense: Sense
    ) -> tuple[Measure | None, bool]:
        """同比增减(%、百分点) is in points for rates and in % for amounts."""
        indicator = self._senses.indicator(sense)
        if measure is None or measure.doubt != PERCENT_OR_POINTS or indicator is None:
            return measure, False
        plain = measure._replace(doubt="", unit="%")
        differs = "D" in indicator.growth_rule and self._units.is_rate(indicator.unit)
        return plain.counted_in("百分点" if differs else "%"), True

    def _base(self, sense: Sense) -> str:
        """The catalogue's unit of the indicator, or of the title's if it is a part of that."""
        if sense.indicator or not self._report.facets.names:
            return sense.catalogue_unit
        return self._senses.of((), (), self._report.facets.names, (), "").catalogue_unit

    def _measure(self, row: Facets, column: Facets, cell_unit: str) -> Measure | None:
        measure = combined_measure(row.measure, column.measure) or self._report.facets.measure
        return measure.counted_in(cell_unit) if measure and cell_unit else measure

    def _as_titled(self, measure: Measure | None, sense: Sense, unit: str | None) -> Measure | None:
        """1-10月平均 below 涨跌幅（%） is no level: the table's %, not the index's, counts it."""
        whole = self._report.facets
        if not (measure and whole.measure) or measure.transformation != "level":
            return measure
        if unit or measure.unit or not self._units.is_rate(whole.unit or ""):
            return measure
        odd = self._units.doubt_of_table(self._units.symbol(whole.unit or ""), sense)
        return combined_measure(whole.measure, measure) if odd else measure

    def _hint(
        self, row: Facets, column: Facets, measure: Measure | None, cell_unit: str
    ) -> tuple[bool, str]:
        """Whether an amount is counted, and the unit that tells what it is an amount of."""
        is_level = measure is None or (
            measure.transformation in LIKE_LEVELS and "百分点" not in measure.unit
        )
        printed = (
            (cell_unit if is_level else "") or row.unit or column.unit or self._report.facets.unit
        )
        symbol = self._units.symbol(printed) if printed else ""
        if not self._units.knows(symbol) or (not is_level and self._units.is_rate(symbol)):
            symbol = ""
        return is_level, symbol or ("" if is_level else "%")

    def _sense(self, row: Facets, column: Facets, is_level: bool, hint: str) -> Sense:
        label = column.label if column.names and not row.names else row.label
        sense = self._named(row, column, hint)
        if sense.indicator is None and not (row.names or column.names) and is_total(label):
            whole = self._named(row._replace(names=(label,)), column, hint)
            sense = whole if whole.indicator else sense
        if sense.indicator is None and not is_level and hint != "%":
            sense = self._named(row, column, "%")
        if self._in_yuan and "外币" not in sense.label:
            sense = self._senses.in_yuan(sense)
        if not label or label == sense.label or sense.label not in label or sense.unit:
            return sense
        return sense._replace(label=label)

    def _named(self, row: Facets, column: Facets, unit: str) -> Sense:
        """A part that does not belong to the indicator in a row above may be the whole table's."""
        title, around = self._report.facets.names, self._report.around
        beside = (*around, row.beside) if row.beside else around
        sense = self._senses.of(row.names, column.names, title, beside, unit)
        if sense.indicator or not row.beside:
            return sense if sense.indicator else self._beyond(row, column, unit) or sense
        apart = self._senses.of(row.names, column.names, title, around, unit)
        return apart._replace(doubts=sense.doubts) if apart.indicator else sense

    def _beyond(self, row: Facets, column: Facets, unit: str) -> Sense | None:
        """出口 below 地区生产总值, whose figures may merely lack: no part of it, and in doubt."""
        if len(row.names) < _A_PAIR or not self._senses.are_sure(row.names[-2:-1], ("",)):
            return None
        title, around = self._report.facets.names, self._report.around
        sense = self._senses.of(row.names[-1:], column.names, title, around, unit)
        doubts = once(sense.doubts, (reasons.PART_OF_NOTHING,))
        return sense._replace(doubts=doubts) if sense.indicator else None

    def _unit(
        self,
        row: Facets,
        column: Facets,
        measure: Measure | None,
        transformation: Transformation,
        sense: Sense,
        cell_unit: str,
    ) -> tuple[str, tuple[str, ...]]:
        if sense.unit:
            return sense.unit, ()
        if transformation == "rank":
            return "位", ()
        if measure and (transformation not in LIKE_LEVELS or "=100" in measure.unit):
            beside = row.unit if row.measure else None
            return self._units.of_rate((cell_unit, column.unit, beside), measure), ()
        for printed in (cell_unit, measure.unit if measure else "", row.unit, column.unit):
            if symbol := self._units.of_table(printed, sense):
                return symbol, ()
        is_growth = transformation not in LIKE_LEVELS
        return self._units.of_whole(self._report.facets.unit, sense, is_growth=is_growth)


def once(*several: tuple[str, ...]) -> tuple[str, ...]:
    """Reasons of several kinds, each of them once."""
    if not any(several):
        return ()
    return tuple(dict.fromkeys(reason for some in several for reason in some))


def _is_in_yuan(lines: Sequence[str]) -> bool:
    """Whether the nearest line that names a currency of balances names the yuan."""
    named = (found[1] for line in reversed(lines) if (found := _CURRENCY.search(line)))
    return next(named, "") == "人民币"


def _of_balance(
    measure: Measure | None, sense: Sense, row: Facets, column: Facets
) -> Measure | None:
    """比上月 and 比上月增加 of a balance are amounts, unless % stands with them."""
    if measure is None or not (sense.is_stock and measure.amount):
        return measure
    if measure.transformation != "mom" or "%" in f"{row.unit} {column.unit}":
        return measure
    return measure._replace(transformation="change", unit="", doubt="")


def _transformation(measure: Measure | None, sense: Sense) -> Transformation:
    if measure and measure.transformation != "level":
        return measure.transformation
    return sense.transformation or "level"
