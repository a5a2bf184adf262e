"""Signals as flat rows, for the command line and the HTTP interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cockpit.catalog import Catalog
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.signals.board import Month
from cockpit.signals.deviation import Deviation
from cockpit.signals.five_lights import Light, Zone
from cockpit.signals.pairs import Divergence

LIGHTS = ["month", "component", "name", "value", "light", "label", "mark"]
MATCHING = ["pair", "period", "first", "second", "first_value", "second_value", "apart", "question"]
OUTLIERS = ["period", "value", "middle", "z", "words"]


def month_text(month: int) -> str:
    """A month as `2024-10`."""
    return Period(month, 1).time_period("M")


def light_rows(
    months: Sequence[Month], zones: Sequence[Zone], catalog: Catalog
) -> Iterator[dict[str, Any]]:
    """One row a month and component, the composite index after its components."""
    named = {zone.light: zone for zone in zones}
    for one in months:
        for component, light in one.climate.lights.items():
            yield _row(one, component, one.values[component], light, named, catalog)
        yield _row(one, "index", one.climate.index, one.climate.light, named, catalog)


def _row(
    month: Month,
    component: str,
    value: float | None,
    light: Light | None,
    zones: dict[Light, Zone],
    catalog: Catalog,
) -> dict[str, Any]:
    zone = zones.get(light) if light else None
    return {
        "month": month_text(month.month),
        "component": component,
        "name": _name(component, catalog),
        "value": value,
        "light": light,
        "label": zone.label if zone else "",
        "mark": zone.mark if zone else "",
    }


def matrix_told(months: Sequence[Month], zones: Sequence[Zone], catalog: Catalog) -> dict[str, Any]:
    """The matrix with its legend: what a screen draws."""
    return {
        "zones": [
            {"light": zone.light, "since": zone.since, "label": zone.label, "mark": zone.mark}
            for zone in zones
        ],
        "components": {
            component: _name(component, catalog)
            for component in (months[-1].climate.lights if months else ())
        },
        "months": [
            {
                "month": month_text(one.month),
                "index": one.climate.index,
                "light": one.climate.light,
                "lights": dict(one.climate.lights),
                "values": one.values,
                "missing": list(one.climate.missing),
                "diffusion": one.spread.index,
                "rising": one.spread.up,
                "of": one.spread.of,
            }
            for one in months
        ],
    }


def matching_rows(found: Sequence[Divergence], catalog: Catalog) -> Iterator[dict[str, Any]]:
    """One row a period and pair."""
    for one in found:
        yield {
            "pair": one.pair.id,
            "period": str(one.period),
            "first": _name(one.pair.first.indicator, catalog),
            "second": _name(one.pair.second.indicator, catalog),
            "first_value": one.first,
            "second_value": one.second,
            "apart": one.apart,
            "question": one.pair.question,
        }


def outlier_rows(found: Sequence[Deviation]) -> Iterator[dict[str, Any]]:
    """One row a figure."""
    for one in found:
        yield {
            "period": str(one.period),
            "value": one.value,
            "middle": one.middle,
            "z": one.z,
            "words": one.words,
        }


def _name(component: str, catalog: Catalog) -> str:
    found = catalog.indicators.get(component.partition("/")[0])
    return found.name(current_locale.get()) if found else _("Composite index")
