"""The unit of a figure: the one printed nearest, of several the one that fits the indicator."""

from __future__ import annotations

import re

from cockpit.catalog import Catalog
from loaders import reasons
from loaders.dimensions import MONEY, RATES
from loaders.sense import Sense

_YUAN, _FAR_TOO_LARGE = "元", 10_000
"""An income per head is not printed in 万元 or 亿元."""
_A_PAIR = 2
"""万元、%: an amount and its growth."""
_FOREIGN = re.compile("外资|外商")
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

    def is_rate(self, symbol: str) -> bool:
        """Whether it counts shares or growth: %, ‰, percentage points, multiples."""
        unit = self._units.parse(symbol)
        return unit is not None and unit.dimension in RATES

    def doubt_of_table(self, symbol: str, sense: Sense) -> tuple[str, ...]:
        """A table's unit that cannot be the indicator's is no certain reading."""
        unit, own = self._units.parse(symbol), self._units.parse(sense.catalogue_unit)
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
        amounts = [part for part in several if self.symbol(part) != "%"]
        return self.symbol(amounts[0]) if len(amounts) == 1 and not sense.catalogue_unit else ""

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
