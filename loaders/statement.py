"""What row, column and report state of a figure: all of a record but its number and region."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cockpit.observation import Status, Transformation
from cockpit.period import Accumulation, Freq
from loaders import reasons
from loaders.accumulating import accumulation_of
from loaders.facets import Facets, combined_measure
from loaders.heading import Measure, Time
from loaders.heading.kinds import PERCENT_OR_POINTS
from loaders.knowledge import Knowledge
from loaders.publishing import at_frequency, of_the_year, within_quarters
from loaders.report import Report
from loaders.sense import Sense
from loaders.timing import Timing, timing_of

_LIKE_LEVELS: frozenset[Transformation] = frozenset({"level", "change", "target"})
_INDEX_OF: dict[Transformation, str] = {"yoy": "上年同月=100", "mom": "上月=100"}
_CURRENCY = re.compile(r"(人民币|本外币|外币)(?:各项)?(?:信贷|存贷|存款|贷款)")
_TIMES = "倍"
"""城乡收入比 is a number without a unit."""
_POINTS: frozenset[Transformation] = frozenset({"yoy_pp", "contribution"})


class Statement(NamedTuple):
    """`belongs` is false where a blank cell lacks nothing: a quarterly figure in a month.

    `assumed` marks that nobody says whether it is cumulative. `index` is what it states of a price
    index where a figure near 100 stands for its growth.
    """

    sense: Sense
    freq: Freq
    time_period: str
    accumulation: Accumulation
    transformation: Transformation
    unit: str
    status: Status | None
    doubts: tuple[str, ...]
    belongs: bool
    assumed: bool = False
    index: Statement | None = None


class Claim(NamedTuple):
    """What is counted, and how: a statement without its period."""

    sense: Sense
    measure: Measure | None
    transformation: Transformation
    unit: str
    doubts: tuple[str, ...]


class Stating:
    """Puts together what is said in different places of one table."""

    def __init__(self, known: Knowledge, report: Report) -> None:
        self._senses = known.senses
        self._units = known.units
        self._report = report
        self._in_yuan = _is_in_yuan(report.around)

    def of(self, row: Facets, column: Facets, cell_unit: str) -> Statement:
        """The statement for a crossing; a period that nobody names is empty and in doubt."""
        claim = self._claim(row, column, cell_unit)
        timing = self._timing(row, column, claim)
        counted = row.unit or claim.unit
        kind, about_kind, assumed = accumulation_of(
            claim.sense, claim.measure, timing, claim.unit, counted
        )
        stated = Statement(
            sense=claim.sense,
            freq=timing.time.freq,
            time_period=timing.time.time_period,
            accumulation=kind,
            transformation=claim.transformation,
            unit=claim.unit,
            status=column.status or row.status or claim.sense.status,
            doubts=_once(claim.doubts, timing.doubts, about_kind),
            belongs=timing.belongs,
            assumed=assumed,
        )
        index = _as_index(stated, self._base(claim.sense))
        return stated._replace(index=index) if index else stated

    def _claim(self, row: Facets, column: Facets, cell_unit: str) -> Claim:
        measure = self._measure(row, column, cell_unit)
        sense = self._sense(row, column, measure, cell_unit)
        measure, settled = self._in_points_or_percent(measure, sense)
        measure = _of_balance(measure, sense, row, column)
        transformation = _transformation(measure, sense)
        unit, about_unit = self._unit(row, column, measure, transformation, sense, cell_unit)
        if unit.replace(" ", "").endswith("=100"):
            transformation = "level"
        nameless = () if sense.indicator or sense.label else (reasons.NO_INDICATOR,)
        doubts = _once(nameless, sense.doubts, row.doubts, column.doubts, about_unit)
        if settled:
            doubts = tuple(doubt for doubt in doubts if doubt != PERCENT_OR_POINTS)
        return Claim(sense, measure, transformation, unit, doubts)

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

    def _sense(self, row: Facets, column: Facets, measure: Measure | None, cell_unit: str) -> Sense:
        is_level = measure is None or (
            measure.transformation in _LIKE_LEVELS and "百分点" not in measure.unit
        )
        printed = (
            (cell_unit if is_level else "") or row.unit or column.unit or self._report.facets.unit
        )
        symbol = self._units.symbol(printed) if printed else ""
        if not self._units.knows(symbol) or (not is_level and self._units.is_rate(symbol)):
            symbol = ""
        hint = symbol or ("" if is_level else "%")
        label = column.label if column.names and not row.names else row.label
        sense = self._named(row, column, hint)
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
            return sense
        apart = self._senses.of(row.names, column.names, title, around, unit)
        return apart._replace(doubts=sense.doubts) if apart.indicator else sense

    def _timing(self, row: Facets, column: Facets, claim: Claim) -> Timing:
        timing = self._printed_timing(row, column, claim.sense)
        if claim.transformation == "target":
            timing = of_the_year(timing)
        timing = at_frequency(timing, column.freq or row.freq)
        indicator = self._senses.indicator(claim.sense)
        return within_quarters(timing) if indicator and indicator.freq == ("Q",) else timing

    def _printed_timing(self, row: Facets, column: Facets, sense: Sense) -> Timing:
        if sense.year:
            return Timing(Time("A", sense.year), None)
        indicator = self._senses.indicator(sense)
        apart = indicator is not None and not indicator.merged_january
        found = timing_of(row, column, self._report, apart=apart)
        return found or Timing(Time("A", ""), None, (reasons.NO_PERIOD,))

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
        if measure and (transformation not in _LIKE_LEVELS or "=100" in measure.unit):
            return self._unit_of_rate(row, column, measure, cell_unit), ()
        for printed in (cell_unit, measure.unit if measure else "", row.unit, column.unit):
            if symbol := self._units.of_table(printed, sense):
                return symbol, ()
        return self._unit_of_table(sense, transformation)

    def _unit_of_rate(self, row: Facets, column: Facets, measure: Measure, cell_unit: str) -> str:
        """A rate is counted in a rate's unit; the amount beside it has another."""
        for printed in (cell_unit, column.unit, row.unit if row.measure else None, measure.unit):
            symbol = self._units.symbol(printed) if printed else ""
            if symbol and (self._units.is_rate(symbol) or "=100" in symbol):
                return symbol
        return "个百分点" if measure.transformation in _POINTS else "%"

    def _unit_of_table(
        self, sense: Sense, transformation: Transformation
    ) -> tuple[str, tuple[str, ...]]:
        whole = self._report.facets.unit
        fitting = self._units.of_table(whole, sense)
        if fitting:
            is_growth = transformation not in _LIKE_LEVELS
            return fitting, () if is_growth else self._units.doubt_of_table(fitting, sense)
        if transformation not in _LIKE_LEVELS:
            return "%", ()
        if sense.catalogue_unit:
            bare = sense.catalogue_unit == _TIMES
            return sense.catalogue_unit, () if bare else (reasons.ASSUMED_UNIT,)
        return "", (reasons.NO_UNIT,)


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


def _as_index(stated: Statement, base: str) -> Statement | None:
    if not base.endswith("=100") or stated.transformation not in _INDEX_OF:
        return None
    cumulative = stated.accumulation == "ytd" and stated.transformation == "yoy"
    unit = "上年同期=100" if cumulative else _INDEX_OF[stated.transformation]
    return stated._replace(transformation="level", unit=unit)


def _once(*several: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for some in several for reason in some))


def _transformation(measure: Measure | None, sense: Sense) -> Transformation:
    if measure and measure.transformation != "level":
        return measure.transformation
    return sense.transformation or "level"
