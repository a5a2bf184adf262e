"""How published figures and formulas come together into one series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused
from cockpit.indicator import refusals
from cockpit.indicator.evaluation import Task, evaluate, in_unit, joined, prepare
from cockpit.indicator.formula import Formula, formula_name
from cockpit.indicator.look import Figures
from cockpit.indicator.methods import conversions, methods
from cockpit.indicator.methods.levels import FINER
from cockpit.indicator.methods.rates import index_units
from cockpit.indicator.reading import Holdings
from cockpit.period import MONTHS
from cockpit.series import Selection, Series

_INDEX = "=100"


class Workings:
    """Every series of one calculation, published or derived; each is worked out once."""

    def __init__(
        self, holdings: Holdings, catalog: Catalog, formulas: Mapping[str, Formula]
    ) -> None:
        self.holdings = holdings
        self.units = catalog.units
        self._catalog = catalog
        self._indicators = catalog.indicators
        self._formulas = formulas
        self._known: dict[Selection, Series] = {}

    def series(self, selection: Selection) -> Series:
        """One series; raises ArithmeticRefused where it would have to be computed and may not."""
        if selection not in self._known:
            found = self._series(selection)
            self._known[selection] = self._known[selection.settled(found)] = found
        return self._known[selection]

    def published(self, selection: Selection) -> Series:
        """What is published; nothing is of areas put together."""
        if selection.members:
            self.holdings.together(selection.members)
            return Series(None, selection.unit or "", ())
        return self.holdings.series(selection)

    def task(self, selection: Selection) -> Task | None:
        """How the series is worked out, or None where there is no way or no first input."""
        held = self.published(selection)
        wanted = selection.settled(held)
        try:
            return next(self._tasks(wanted, held), None)
        except ArithmeticRefused:
            if held.key is None and self._levels_held(selection):
                raise
        if held.key is None and self._shorter_held(selection):
            raise refusals.rates_of_shorter_periods(self._indicators[selection.indicator])
        return None

    def _tasks(self, wanted: Selection, held: Series) -> Iterator[Task]:
        for formula in self._formulas_for(wanted, held):
            read = self.published if formula.direct else self._lead
            given = self._as_published if formula.direct else self._as_worked_out
            if task := prepare(formula, wanted, read, given):
                yield task

    def _shorter_held(self, selection: Selection) -> bool:
        """Whether rates of single periods are held where a longer period's is asked for."""
        asked = (selection.transformation, selection.accumulation)
        if asked != ("yoy", "period") or selection.indicator not in self._indicators:
            return False
        finer = FINER.get(selection.freq, ())
        return any(self.published(replace(selection, freq=freq)).points for freq in finer)

    def _levels_held(self, selection: Selection) -> bool:
        one = _level(selection.of(selection.members[0]) if selection.members else selection)
        return bool(self.series(one).points)

    def _as_published(self, selection: Selection) -> Figures:
        return {point.period: point for point in self.published(selection).points}

    def _as_worked_out(self, selection: Selection) -> Figures:
        return {point.period: point for point in self._input(selection).points}

    def _series(self, selection: Selection) -> Series:
        held = self.published(selection)
        stated = self._stated_by_index(selection, held)
        if stated != selection:
            return self.series(stated)
        task = self.task(selection)
        if task is None:
            return held
        derived = evaluate(task, self.units)
        if held.key is None:
            return derived
        return joined(held, in_unit(derived, held.unit, self.units))

    def _stated_by_index(self, selection: Selection, held: Series) -> Selection:
        """The request settled by a price index, where that is newer or finer than any rate."""
        indicator = self._indicators.get(selection.indicator)
        if selection.freq or indicator is None or "I" not in indicator.growth_rule:
            return selection
        found = [self._held_index(selection, unit) for unit in index_units(selection)]
        best = max((held, *found), key=_merit)
        if best.key is None or best is held:
            return selection
        return replace(selection, freq=best.key.freq, accumulation=best.key.accumulation)

    def _held_index(self, wanted: Selection, unit: str) -> Series:
        return self.published(replace(wanted, transformation="level", unit=unit))

    def _input(self, selection: Selection) -> Series:
        try:
            return self.series(selection)
        except ArithmeticRefused:
            return Series(None, selection.unit or "", ())

    def _lead(self, selection: Selection) -> Series:
        """A formula's first input; where an index is held beside the level, the level."""
        found = self._input(selection)
        indicator = self._indicators.get(selection.indicator)
        asked = selection.unit is not None or selection.transformation != "level"
        if asked or indicator is None or not found.unit.endswith(_INDEX):
            return found
        if indicator.display_unit.endswith(_INDEX):
            return found
        return self._input(replace(selection, unit=indicator.display_unit))

    def _formulas_for(self, wanted: Selection, held: Series) -> Iterator[Formula]:
        indicator = self._indicators.get(wanted.indicator)
        if indicator is None:
            return
        declared = self._formulas.get(formula_name(indicator.id, wanted.transformation))
        if declared and not (wanted.members and indicator.additive):
            refusals.unless_frequency_fits(declared, indicator, wanted)
            yield declared
            return
        if held.key is None and not wanted.members and not self.holdings.anywhere(wanted):
            yield from conversions(indicator, wanted, self._catalog)
        yield from methods(indicator, wanted, self._catalog)


def _merit(series: Series) -> tuple[int, int]:
    latest = series.latest
    if series.key is None or latest is None:
        return -1, 0
    return latest.period.end, -MONTHS[series.key.freq]


def _level(selection: Selection) -> Selection:
    return Selection(
        indicator=selection.indicator, area=selection.area, breakdown=selection.breakdown
    )
