"""What the other rooms ask: series, comparisons across areas, and where a figure comes from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused, InputError
from cockpit.i18n import gettext as _
from cockpit.indicator.explanation import beside, trace
from cockpit.indicator.formula import Formula
from cockpit.indicator.reading import Holdings
from cockpit.indicator.trace import Trace
from cockpit.indicator.workings import Workings
from cockpit.period import Period
from cockpit.series import ReadingDoor, Selection, Series


class Calculator:
    """Published figures where they are held, otherwise what their formulas give.

    One for each request: what it has read it does not read again.
    """

    def __init__(
        self, door: ReadingDoor, catalog: Catalog, formulas: Mapping[str, Formula]
    ) -> None:
        self._door = door
        self._catalog = catalog
        self.formulas = formulas
        self._workings = Workings(Holdings(door), catalog, formulas)

    def series(self, selection: Selection) -> Series:
        """One series: what is published, filled in by formula where nothing is.

        Derived points have no `observation`. Raises ArithmeticRefused where levels are held,
        no growth is, and statistics forbids computing it.
        """
        return self._workings.series(selection)

    def across(self, selection: Selection, areas: Sequence[str]) -> Mapping[str, Series]:
        """The same series for many areas, one query an input; areas without figures are absent.

        Raises ArithmeticRefused where no area has figures and one was refused.
        """
        together = Workings(Holdings(self._door, areas), self._catalog, self.formulas)
        found: dict[str, Series] = {}
        refusals: list[ArithmeticRefused] = []
        for area in areas:
            try:
                found[area] = together.series(selection.of(area))
            except ArithmeticRefused as refusal:
                refusals.append(refusal)
        held = {area: series for area, series in found.items() if series.points}
        if refusals and not held:
            raise refusals[0]
        return held

    def indicators(self) -> frozenset[str]:
        """What is published anywhere, and what formulas make of it."""
        held = set(self._door.indicators())
        formulas = self.formulas.values()
        while fresh := {f.indicator for f in formulas if _answered(f, held)} - held:
            held |= fresh
        return frozenset(held)

    def explain(self, selection: Selection, period: Period) -> Trace:
        """Where one figure comes from, down to the cells.

        A single period may be named by its last month: January–February is found by February.
        Raises InputError where nothing is held for it, ArithmeticRefused where it is forbidden.
        """
        series = self._workings.series(selection)
        span = _covering(series, period)
        found = trace(self._workings, selection.settled(series), span)
        if found.value is None and found.source is None and _nothing_held(found.inputs):
            raise InputError(
                _(
                    "Nothing is held of %(indicator)s for %(area)s in %(period)s.",
                    indicator=selection.indicator,
                    area=selection.area,
                    period=period.time_period(found.freq),
                )
            )
        return replace(found, beside=beside(self._workings, found))


def _answered(formula: Formula, held: Collection[str]) -> bool:
    return all(name.partition("/")[0] in held for name in formula.inputs)


def _covering(series: Series, period: Period) -> Period:
    if series.key is None or series.key.accumulation != "period" or series.at(period):
        return period
    return next((p.period for p in series.points if p.period.end == period.end), period)


def _nothing_held(inputs: Sequence[Trace]) -> bool:
    return all(trace.source is None and _nothing_held(trace.inputs) for trace in inputs)
