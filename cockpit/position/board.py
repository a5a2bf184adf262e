"""Positions read through the calculator: places of areas, targets of a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused, InputError
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator
from cockpit.observation import Transformation
from cockpit.period import Period
from cockpit.position.common import common_period
from cockpit.position.comparison import Comparison, compare
from cockpit.position.pace import Progress, progress
from cockpit.position.place import Standings, standings
from cockpit.position.targets import Target, Targets
from cockpit.series import Selection, Series

RATE_DECIMALS = 1


def places(
    calculator: Calculator,
    catalog: Catalog,
    selection: Selection,
    areas: Sequence[str],
    time_period: str | None = None,
) -> Standings:
    """Rank areas at a period, by default at the latest that they share.

    Raises InputError where no area has a figure, ArithmeticRefused where none may be computed.
    """
    held = calculator.across(selection, areas)
    found = {area: held.get(area) or Series(None, "", ()) for area in areas}
    period = common_period(held.values(), _named(held, time_period))
    if period is None:
        raise InputError(_("No area has a figure of %(id)s to rank.", id=selection.indicator))
    entry = catalog.indicators[selection.indicator]
    decimals = entry.decimals if selection.transformation == "level" else RATE_DECIMALS
    before = common_period(held.values(), lambda earlier: earlier.end < period.end)
    return standings(found, period, before, decimals, entry.direction)


def beside(
    calculator: Calculator,
    selection: Selection,
    areas: Sequence[str],
    found: Standings,
    decimals: int = RATE_DECIMALS,
) -> Mapping[str, Comparison]:
    """Each ranked area against the one above (`selection.area`) and the median of the others.

    Empty for amounts, which are not for comparing.
    """
    above, held = calculator.series(selection), calculator.across(selection, areas)
    compared = {}
    for area, own in held.items():
        others = {other: series for other, series in held.items() if other != area}
        try:
            compared[area] = compare(own, above, others, found.period, decimals)
        except ArithmeticRefused:
            return {}
    return {area: one for area, one in compared.items() if one is not None}


def _named(held: Mapping[str, Series], time_period: str | None) -> Callable[[Period], bool]:
    """Whether a period is the one that is named, any where none is."""
    freq = next((series.key.freq for series in held.values() if series.key), "A")
    return lambda period: time_period in (None, period.time_period(freq))


def targets_met(
    calculator: Calculator,
    catalog: Catalog,
    targets: Targets,
    area: str,
    year: int | None = None,
    as_of: date | None = None,
) -> tuple[Progress, ...]:
    """Every target of an area for a year, by default the last for which there are any."""
    year = year or targets.latest_year(area)
    chosen = targets.of(area, year, as_of) if year else ()
    return tuple(followed(calculator, catalog, target) for target in chosen)


def followed(
    calculator: Calculator, catalog: Catalog, target: Target, until: int | None = None
) -> Progress:
    """One target beside the figures of its year, up to a month counted like a period's `end`.

    Where nothing accumulates, the year's own figure goes before that of its last month.
    """
    entry = catalog.indicators[target.indicator]
    unit = target.unit if target.measure == "level" else None
    asked = (_asked(target, "level", unit), _asked(target, "yoy", None))
    if "ytd" not in entry.accumulations:
        whole = [_series(calculator, replace(one, freq="A")) for one in asked]
        found = progress(target, entry, *whole, until)
        if found.period is not None:
            return found
    else:
        asked = tuple(replace(one, accumulation="ytd") for one in asked)
    return progress(target, entry, *(_series(calculator, one) for one in asked), until)


def _asked(target: Target, measure: Transformation, unit: str | None) -> Selection:
    return Selection(
        indicator=target.indicator,
        area=target.area,
        breakdown=target.breakdown,
        transformation=measure,
        unit=unit,
    )


def _series(calculator: Calculator, asked: Selection) -> Series:
    try:
        return calculator.series(asked)
    except ArithmeticRefused:
        return Series(None, asked.unit or "", ())
