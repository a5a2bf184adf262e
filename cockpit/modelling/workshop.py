"""Where models are made: read through the calculator, kept until what a reader may see changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import Any, TypeVar

from cockpit.catalog import Catalog, Indicator
from cockpit.errors import ArithmeticRefused
from cockpit.indicator import Calculator
from cockpit.modelling.adjust import Adjusted, adjusted
from cockpit.modelling.project import Projected, projected
from cockpit.modelling.vintages import Revised, revised
from cockpit.series import Selection, Series

KEPT = 256
T = TypeVar("T")


class Workshop:
    """Models of series, each worked out once for a version of the warehouse, one at a time.

    Every method raises ArithmeticRefused, in a sentence, where no model may be made.
    """

    def __init__(
        self,
        calculator: Callable[[datetime | None], Calculator],
        version: Callable[[datetime | None], str],
        catalog: Catalog,
    ) -> None:
        self._calculator = calculator
        self._version = version
        self._catalog = catalog
        self._kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()
        self._working = Lock()

    def adjusted(self, selection: Selection, as_of: datetime | None = None) -> Adjusted:
        """The series without its season, as of now or as known at a UTC time."""
        return self._made("adjusted", adjusted, selection, as_of)

    def projected(self, selection: Selection, as_of: datetime | None = None) -> Projected:
        """The series carried forward to the end of the year or further."""
        return self._made("projected", projected, selection, as_of)

    def revised(self, selection: Selection, as_of: datetime | None = None) -> tuple[Revised, ...]:
        """What the adjustment first said of each of the last figures, and what it says now."""
        found = self.adjusted(selection, as_of)
        return self._keep(("revised", selection, self._version(as_of)), lambda: revised(found))

    def _made(
        self,
        name: str,
        make: Callable[[Series, Series, Indicator], T],
        selection: Selection,
        as_of: datetime | None,
    ) -> T:
        entry = self._catalog.indicators[selection.indicator]
        single = _single(selection, entry)

        def work() -> T:
            calculator = self._calculator(as_of)
            series = calculator.series(single)
            return make(series, _to_date(calculator, single, series), entry)

        return self._keep((name, single, self._version(as_of)), work)

    def _keep(self, key: tuple[object, ...], work: Callable[[], T]) -> T:
        with self._working:
            if key not in self._kept:
                self._kept[key] = work()
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]


def _single(selection: Selection, entry: Indicator) -> Selection:
    """The request for single months or quarters, unless it says otherwise."""
    finest = next((freq for freq in ("M", "Q") if freq in entry.freq), None)
    usual = "stock" if entry.accumulations[0] == "stock" else "period"
    return replace(
        selection,
        freq=selection.freq or finest,
        accumulation=selection.accumulation or usual,
    )


def _to_date(calculator: Calculator, single: Selection, series: Series) -> Series:
    """The cumulative figures beside, where there are any."""
    try:
        return calculator.series(replace(single, accumulation="ytd", unit=series.unit or None))
    except ArithmeticRefused:
        return Series(None, series.unit, ())
