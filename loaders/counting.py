"""How a crossing is counted: as a level, as growth, as a rank, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cockpit.observation import Transformation
from loaders.amounts import IN_MONEY, is_growth
from loaders.facets import Facets, combined_measure
from loaders.heading import Measure
from loaders.heading.kinds import PERCENT_OR_AMOUNT, PERCENT_OR_POINTS
from loaders.knowledge import Knowledge
from loaders.sense import Sense

_RATE = re.compile(r"(?:率|比|比重|比例|占比|程度|强度|指数)$")
_NEW = re.compile("新增|新设|新登记|新注册|增量")
_OPEN = frozenset({PERCENT_OR_AMOUNT, PERCENT_OR_POINTS})
LIKE_LEVELS: frozenset[Transformation] = frozenset({"level", "change", "target"})


class Counted(NamedTuple):
    """A way of counting; `settled` are doubts of the headings that what is counted removes."""

    measure: Measure | None
    transformation: Transformation
    unit: str
    doubts: tuple[str, ...]
    settled: tuple[str, ...]


class Counting:
    """Puts together how rows and columns of one table count; `whole` is what its lines say.

    `grows` tells that these lines speak of growth, in %, without naming an indicator, `told` that
    columns show themselves which figures are counted as the lines say.
    """

    def __init__(self, known: Knowledge, whole: Facets, *, grows: bool, told: bool) -> None:
        self._indicators = known.catalog.indicators
        self._units = known.units
        self._grows_in_percent = known.senses.grows_in_percent
        self._whole = whole
        self._grows = grows
        self._told = told

    def with_noun(self, column: Facets) -> Facets:
        """人次 is the unit of a column where the table does not say that it counts 万人次."""
        if not column.noun or column.noun == IN_MONEY or column.unit:
            return column
        counted = self._units.counts(self._whole.unit, column.noun)
        return column if counted else column._replace(unit=column.noun)

    def with_money(self, row: Facets, column: Facets) -> Facets:
        """万吨 of a row is not what 金额 beside 数量 is counted in."""
        printed = column.unit or self._whole.unit
        is_other = column.noun == IN_MONEY and row.unit and not self._units.is_money(row.unit)
        return row._replace(unit=None) if is_other and self._units.is_money(printed) else row

    def measure(self, row: Facets, column: Facets, cell_unit: str) -> Measure | None:
        """What row, column or lines say of the way of counting, before it is known of what."""
        measure = combined_measure(row.measure, column.measure)
        measure = measure or self._titled((cell_unit, column.unit), row.unit)
        return measure.counted_in(cell_unit) if measure and cell_unit else measure

    def _titled(self, nearest: Sequence[str | None], beside: str | None) -> Measure | None:
        """What the title says of the way of counting, unless a unit tells that amounts stand here.

        构成 above a table in 亿元 tells of its parts; the unit beside 增速 may be the indicator's.
        A column in % in a table of 拉动 is the growth that the others are parts of.
        """
        measure = self._whole.measure
        if measure is None or measure.transformation == "rank":
            return measure
        printed = [unit for unit in nearest if unit]
        if self._told or measure.transformation == "share":
            printed += [unit for unit in (beside, self._whole.unit) if unit]
        if printed and measure.transformation == "contribution":
            return measure if "百分点" in printed[0] else None
        return None if printed and self._units.is_amount(printed[0]) else measure

    def hint(
        self, row: Facets, column: Facets, measure: Measure | None, cell_unit: str
    ) -> tuple[bool, str]:
        """Whether an amount is counted, and the unit that tells what it is an amount of."""
        is_level = measure is None or (
            measure.transformation in LIKE_LEVELS and "百分点" not in measure.unit
        )
        own = cell_unit if is_level else ""
        printed = own or row.unit or column.unit or self._whole.unit
        symbol = self._units.symbol(printed) if printed else ""
        if not self._units.knows(symbol) or (not is_level and self._units.is_rate(symbol)):
            symbol = ""
        return is_level, symbol or ("" if is_level else "%")

    def of(
        self, row: Facets, column: Facets, measure: Measure | None, sense: Sense, cell_unit: str
    ) -> Counted:
        """How something known is counted; `cell_unit` is printed beside the figure."""
        printed = cell_unit or column.unit or row.unit
        measure = self._as_titled(measure, sense, printed)
        if measure is None and self._grows and not printed and self._may_grow(sense):
            measure = Measure("yoy", unit="%")
        if measure is None and self._is_below_growth(row) and self._may_be_rate(printed):
            measure = Measure("yoy", unit="%")
        measure, settled = self._in_points_or_percent(self._of_rate(measure, row, sense), sense)
        measure = _of_balance(self._of_what_is_new(measure, sense), sense, row, column)
        transformation = _transformation(measure, sense)
        unit, doubts = self._unit(row, column, measure, transformation, sense, cell_unit)
        if unit.replace(" ", "").endswith("=100"):
            transformation = "level"
        if measure and (doubt := measure.doubt_in(unit)):
            doubts += (doubt,)
        return Counted(measure, transformation, unit, doubts, settled)

    def _may_grow(self, sense: Sense) -> bool:
        """A name that nobody knows, and that of no rate or index; or an amount in a table in %."""
        if sense.indicator is None:
            return not _RATE.search(sense.label)
        in_percent = self._units.is_rate(self._whole.unit or "")
        return in_percent and self._units.is_amount(sense.catalogue_unit)

    def _is_below_growth(self, row: Facets) -> bool:
        """Below 工业增加值增速, or in a table in % below what grows in it."""
        above = row.names[:-1]
        if any(map(is_growth, above)):
            return True
        in_percent = self._units.is_rate(self._whole.unit or "")
        return in_percent and any(map(self._grows_in_percent, above))

    def _may_be_rate(self, printed: str | None) -> bool:
        return not printed or self._units.is_rate(printed)

    def _of_rate(self, measure: Measure | None, row: Facets, sense: Sense) -> Measure | None:
        """同比增减（人） of a row in % is in points; the other rows are in 人."""
        if measure is None or measure.transformation != "change":
            return measure
        if measure.unit and not self._units.is_amount(measure.unit):
            return measure
        if not (self._differs(sense) or (row.unit and self._units.is_rate(row.unit))):
            return measure
        grown = measure._replace(transformation=measure.was or "change", unit="百分点")
        return grown.counted_in("百分点")

    def _differs(self, sense: Sense) -> bool:
        """Whether it is a rate, of which changes are told in percentage points."""
        known = self._indicators.get(sense.indicator or "")
        return known is not None and known.growth_rule == ("D",) and self._units.is_rate(known.unit)

    def _in_points_or_percent(
        self, measure: Measure | None, sense: Sense
    ) -> tuple[Measure | None, tuple[str, ...]]:
        """同比增减(%、百分点) is in points for rates and in % for amounts; so is 增减 of rates."""
        if measure is None or measure.doubt not in _OPEN or sense.indicator is None:
            return measure, ()
        differs = self._differs(sense)
        if not (differs or measure.doubt == PERCENT_OR_POINTS):
            return measure, ()
        plain = measure._replace(doubt="", unit="%")
        return plain.counted_in("百分点" if differs else "%"), (measure.doubt,)

    def _of_what_is_new(self, measure: Measure | None, sense: Sense) -> Measure | None:
        """9月新增 of 城镇新增就业 or 再就业 is the month's amount, of deposits a change."""
        indicator = self._indicators.get(sense.indicator or "")
        names = sense.label + (indicator.name_zh if indicator else "")
        flows = bool(sense.accumulations) and "stock" not in sense.accumulations
        if measure is None or not (measure.added and (flows or _NEW.search(names))):
            return measure
        return measure._replace(transformation="level", added=False)

    def _as_titled(self, measure: Measure | None, sense: Sense, unit: str | None) -> Measure | None:
        """1-10月平均 below 涨跌幅（%） is no level: the table's %, not the index's, counts it.

        Of a price index in % an average over months is its growth whatever the title says.
        """
        whole = self._whole
        if measure is None or measure.transformation != "level":
            return measure
        if unit or measure.unit or not self._units.is_rate(whole.unit or ""):
            return measure
        titled = whole.measure
        if titled is None and measure.accumulation and sense.catalogue_unit.endswith("=100"):
            titled = Measure("yoy", unit="%")
        odd = self._units.doubt_of_table(self._units.symbol(whole.unit or ""), sense)
        return combined_measure(titled, measure) if odd else measure

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
        own = column.unit if transformation == "target" and self._is_rate(column.unit) else ""
        for printed in (cell_unit, measure.unit if measure else "", own, row.unit, column.unit):
            if symbol := self._units.of_table(printed, sense):
                return symbol, ()
        is_growth = transformation not in LIKE_LEVELS or self._aims_at_growth(transformation)
        return self._units.of_whole(self._whole.unit, sense, is_growth=is_growth)

    def _is_rate(self, printed: str | None) -> bool:
        """增速% below 年度目标 beside a name with 亿元: so much growth is aimed at."""
        return bool(printed) and self._units.is_rate(printed or "")

    def _aims_at_growth(self, transformation: Transformation) -> bool:
        """年度目标 in a table in %: so much growth is aimed at."""
        return transformation == "target" and self._units.is_rate(self._whole.unit or "")


def _of_balance(
    measure: Measure | None, sense: Sense, row: Facets, column: Facets
) -> Measure | None:
    """比上月 and 比上月增加 of a balance are amounts, unless % stands with them."""
    if measure is None or not (sense.is_stock and measure.amount):
        return measure
    if measure.transformation != "mom" or "%" in f"{row.unit} {column.unit}":
        return measure
    return measure.in_amounts()


def _transformation(measure: Measure | None, sense: Sense) -> Transformation:
    if measure and measure.transformation != "level":
        return measure.transformation
    return sense.transformation or "level"
