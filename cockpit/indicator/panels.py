"""The growth and the single periods of thousands of series at once, by the rules of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cockpit.catalog import Catalog, Indicator
from cockpit.errors import ArithmeticRefused
from cockpit.indicator import refusals
from cockpit.indicator.methods.rates import PERCENT, index_units
from cockpit.panel import Panel, index_growth, joined, on_year, single_periods
from cockpit.panel.panel import PanelDoor, Shelf
from cockpit.period import MONTHS
from cockpit.series import Selection


class Panels:
    """Many areas of many indicators, read in one query and worked on in whole columns.

    What `Calculator.across` gives for each indicator without a formula of its own, figure by
    figure; an indicator for which nothing is held or allowed is left out.
    """

    def __init__(self, door: PanelDoor, catalog: Catalog) -> None:
        self._door = door
        self._catalog = catalog

    def growth(self, indicators: Sequence[str], areas: Sequence[str]) -> Iterator[Panel]:
        """Growth on a year earlier: published first, as an index states it, else computed."""
        shelf = self._door.shelf(indicators, areas, ("level", "yoy"))
        for indicator in self._known(indicators):
            found = self._growth(shelf, indicator)
            if found is not None and len(found):
                yield found

    def single_periods(self, indicators: Sequence[str], areas: Sequence[str]) -> Iterator[Panel]:
        """Levels of single periods: published first, else taken out of cumulative figures."""
        shelf = self._door.shelf(indicators, areas, ("level",))
        for indicator in self._known(indicators):
            found = _single(shelf, indicator)
            if found is not None and len(found):
                yield found

    def _known(self, indicators: Sequence[str]) -> Iterator[Indicator]:
        known = self._catalog.indicators
        return (known[code] for code in indicators if code in known)

    def _growth(self, shelf: Shelf, indicator: Indicator) -> Panel | None:
        wanted = Selection(indicator=indicator.id, transformation="yoy")
        held = shelf.panel(wanted)
        if "I" in indicator.growth_rule:
            held, wanted = _stated(shelf, wanted, held)
        wanted = _settled(wanted, held)
        index = self._index(shelf, wanted)
        derived = index if index is not None else self._computed(shelf, indicator, wanted)
        if held is None or derived is None:
            return derived if held is None else held
        return joined(held, derived)

    def _index(self, shelf: Shelf, wanted: Selection) -> Panel | None:
        for unit in index_units(wanted):
            index = shelf.panel(replace(wanted, transformation="level", unit=unit))
            if index is not None:
                return index_growth(index, self._percent)
        return None

    def _computed(self, shelf: Shelf, indicator: Indicator, wanted: Selection) -> Panel | None:
        if not indicator.growth_may_be_computed or _refused(indicator):
            return None
        unit = indicator.unit if "D" in indicator.growth_rule else indicator.display_unit
        levels = shelf.panel(replace(wanted, transformation="level", unit=unit or None))
        return None if levels is None else on_year(levels, self._percent)

    @property
    def _percent(self) -> str:
        return self._catalog.units[PERCENT].dimension


def _single(shelf: Shelf, indicator: Indicator) -> Panel | None:
    held = shelf.panel(Selection(indicator=indicator.id, accumulation="period"))
    wanted = _settled(Selection(indicator=indicator.id, accumulation="period"), held)
    try:
        refusals.unless_differences_mean_something(indicator)
    except ArithmeticRefused:
        return held
    to_date = shelf.panel(replace(wanted, accumulation="ytd"))
    if to_date is None or wanted.freq == "A":
        return held
    derived = single_periods(to_date, signed="S" in indicator.growth_rule)
    return derived if held is None else joined(held, derived)


def _refused(indicator: Indicator) -> bool:
    try:
        refusals.unless_levels_compare(indicator)
    except ArithmeticRefused:
        return True
    return False


def _settled(wanted: Selection, held: Panel | None) -> Selection:
    if held is None:
        return wanted
    return replace(wanted, freq=held.freq, accumulation=held.accumulation)


def _stated(shelf: Shelf, wanted: Selection, held: Panel | None) -> tuple[Panel | None, Selection]:
    """The request settled by a price index, where that is newer or finer than any rate."""
    levels = [replace(wanted, transformation="level", unit=unit) for unit in index_units(wanted)]
    best = max((held, *map(shelf.panel, levels)), key=_merit)
    if best is None or best is held:
        return held, wanted
    asked = replace(wanted, freq=best.freq, accumulation=best.accumulation)
    return shelf.panel(asked), asked


def _merit(panel: Panel | None) -> tuple[int, int]:
    if panel is None or not len(panel):
        return -1, 0
    ends = panel.end[panel.value == panel.value]
    return int(ends.max(initial=-1)), -MONTHS[panel.freq]
