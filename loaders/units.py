"""The unit of a figure: the one printed nearest, of several the one that fits the indicator."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cockpit.catalog import Catalog
from cockpit.observation import Transformation
from loaders import reasons
from loaders.dimensions import MONEY, RATES
from loaders.heading import Measure
from loaders.sense import Sense

_YUAN, _FAR_TOO_LARGE = "元", 10_000
"""An income per head is not printed in 万元 or 亿元."""
_TIMES = "倍"
"""城乡收入比 is a number without a unit."""
_POINTS: frozenset[Transformation] = frozenset({"yoy_pp", "contribution"})
_A_PAIR = 2
"""万元、%: an amount and its growth."""
_FOREIGN = re.compile("外资(?!金(?!额))|外商|[境国]外资金")
"""省外资金 comes from other provinces."""
_ENDS = (
    (re.compile(r"(?:率|比|比重|占比|比例|增速|增幅|进度)$"), frozenset({"ratio"})),
    (re.compile(r"(?:额|额度|投资|资金|发行|支出|支付|拨付)$"), MONEY),
    (re.compile(r"(?:收入|产值|增加值|利润|税收|成本|费用|[存贷]款(?:余额)?)$"), MONEY),
    (re.compile(r"(?:项目数|个数|项目)$"), frozenset({"entity"})),
    (re.compile(r"(?:企业数|户数|家数)$"), frozenset({"entity"})),
    (re.compile(r"(?:人次|客流量|旅客量|游客|旅客)$"), frozenset({"trip", "person"})),
    (re.compile(r"(?:人数|人口|人员)$"), frozenset({"person", "trip"})),
)
"""What names that end so are counted in, where several units are printed for a whole table."""
_SEPARATORS = re.compile(r"[、,，;；\s]+|/(?=[%％])|(?<=[%％])/")


class PrintedUnits:
    """Reads printed units; each text once."""

    def __init__(self, catalog: Catalog) -> None:
        self._units = catalog.units
        self._known: dict[str, str] = {}

    def symbol(self, printed: str) -> str:
        """A printed unit as the unit table writes it, or as printed where the table lacks it."""
        if printed not in self._known:
            unit = self._units.parse(printed)
            self._known[printed] = unit.symbol if unit else printed.strip()
        return self._known[printed]

    def knows(self, symbol: str) -> bool:
        """Whether the unit table holds it."""
        return self._units.parse(symbol) is not None

    def counts(self, printed: str | None, noun: str) -> bool:
        """Whether a printed unit, or one of several, counts what another one does."""
        wanted = self._units.parse(noun)
        found = map(self._units.parse, _SEPARATORS.split(printed or ""))
        return any(unit and wanted and unit.dimension == wanted.dimension for unit in found)

    def is_rate(self, symbol: str) -> bool:
        """Whether it counts shares or growth: %, ‰, percentage points, multiples."""
        unit = self._units.parse(symbol)
        return unit is not None and unit.dimension in RATES

    def is_money(self, printed: str | None) -> bool:
        """Whether it is a unit of money."""
        unit = self._units.parse(printed or "")
        return unit is not None and unit.dimension in MONEY

    def is_amount(self, printed: str) -> bool:
        """Whether it is one unit that counts amounts: 亿元, 万人."""
        unit = self._units.parse(printed)
        return unit is not None and not (unit.dimension in RATES or "index" in unit.dimension)

    def doubt_of_table(self, symbol: str, sense: Sense) -> tuple[str, ...]:
        """A table's unit that cannot be the indicator's is no certain reading."""
        unit, own = self._units.parse(symbol), self._units.parse(sense.catalogue_unit)
        if not sense.indicator and sense.label.endswith("率") and self.is_amount(symbol):
            return (reasons.ODD_UNIT,)
        if unit is None or own is None or sense.grows_only:
            return ()
        if unit.dimension == own.dimension:
            far = own.symbol == _YUAN and unit.factor >= _FAR_TOO_LARGE
            return (reasons.ODD_UNIT,) if far else ()
        both = {unit.dimension, own.dimension}
        alike = both <= MONEY or unit.dimension.startswith("index")
        return () if alike else (reasons.ODD_UNIT,)

    def of_table(self, printed: str | None, sense: Sense) -> str:
        """The table's unit for an indicator: `万元、%` counts money in 万元 and rates in %."""
        if not printed:
            return ""
        if self._units.parse(printed) is not None:
            return self.symbol(printed)
        several = [part for part in _SEPARATORS.split(printed) if part]
        if len(several) == 1:
            return self.symbol(printed)
        if sense.grows_only and len(several) == _A_PAIR and self.is_rate(several[1]):
            return self.symbol(several[0])
        fitting = [part for part in several if self._fits(part, sense.catalogue_unit)]
        fitting = fitting or [part for part in several if self._is_other_money(part, sense)]
        if fitting:
            return self.symbol(self._likeliest(fitting, several, sense))
        if not sense.catalogue_unit and (dealt := self._dealt(several, sense.label)):
            return self.symbol(dealt)
        if all(map(self.is_rate, several)):
            return self.symbol(several[0])
        amounts = [part for part in several if self.symbol(part) != "%"]
        return self.symbol(amounts[0]) if len(amounts) == 1 and not sense.catalogue_unit else ""

    def of_rate(self, printed: Iterable[str | None], measure: Measure) -> str:
        """A rate is counted in a rate's unit, the nearest; the amount beside it has another."""
        for text in (*printed, measure.unit):
            symbol = self.symbol(text) if text else ""
            if symbol and (self.is_rate(symbol) or "=100" in symbol):
                return symbol
        return "个百分点" if measure.transformation in _POINTS else "%"

    def of_whole(
        self, whole: str | None, sense: Sense, *, is_growth: bool
    ) -> tuple[str, tuple[str, ...]]:
        """The unit of a whole table for an indicator, else the catalogue's; and what to doubt."""
        if fitting := self.of_table(whole, sense):
            return fitting, () if is_growth else self.doubt_of_table(fitting, sense)
        if is_growth:
            return "%", ()
        if sense.catalogue_unit:
            bare = sense.catalogue_unit == _TIMES or _names_its_unit(sense)
            return sense.catalogue_unit, () if bare else (reasons.ASSUMED_UNIT,)
        return "", (reasons.NO_UNIT,)

    def _dealt(self, several: list[str], label: str) -> str:
        """Of 个、万元、% the one that the end of a name asks for: 项目个数, 完成投资, 支出进度."""
        wanted = next((kinds for end, kinds in _ENDS if end.search(label)), frozenset[str]())
        units = [(part, self._units.parse(part)) for part in several]
        fitting = [part for part, unit in units if unit and unit.dimension in wanted]
        return fitting[0] if len(fitting) == 1 else ""

    def _likeliest(self, fitting: list[str], several: list[str], sense: Sense) -> str:
        """The catalogue's own unit; for foreign investment dollars, where dollars are listed."""
        dollars = [part for part in several if self._is_other_money(part, sense)]
        if dollars and _FOREIGN.search(sense.label):
            return next((part for part in dollars if "美元" in part), dollars[0])
        own = [part for part in fitting if self.symbol(part) == sense.catalogue_unit]
        return (own or fitting)[0]

    def _is_other_money(self, printed: str, sense: Sense) -> bool:
        unit, own = self._units.parse(printed), self._units.parse(sense.catalogue_unit)
        return unit is not None and own is not None and {unit.dimension, own.dimension} <= MONEY

    def _fits(self, printed: str, wanted: str) -> bool:
        unit, own = self._units.parse(printed), self._units.parse(wanted) if wanted else None
        return unit is not None and own is not None and unit.dimension == own.dimension


def _names_its_unit(sense: Sense) -> bool:
    """户数 is counted in 户 where nobody prints another unit."""
    ending = f"{sense.catalogue_unit}数"
    return any(name.endswith(ending) for name in (sense.label, *sense.parents))
