"""Which indicators of the catalogue have a figure, and what the others want."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cockpit.catalog import Catalog, Indicator
from cockpit.country import CHINA
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.indicator.lacking import Need, Stock, lacking
from cockpit.indicator.offer import NOTHING, offered
from cockpit.observation import Transformation
from cockpit.series import Point, Series

GROWTH = {"g", "G", "m"}
"""Kinds of an indicator that is published as growth only, whose name says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One indicator: the series that is shown of it, or what is missing for one.

    `area` is where the series was found, otherwise where it was looked for. `missing` is empty
    where all inputs are held, though never for the same period and part.
    """

    indicator: str
    area: str
    series: Series
    missing: tuple[Need, ...] = ()

    @property
    def figure(self) -> Point | None:
        """The latest figure."""
        return self.series.latest

    def wanted(self, catalog: Catalog) -> str:
        """What is missing and who publishes it, in the reader's language."""
        if [need.name for need in self.missing] == [self.indicator]:
            return _("not delivered yet; published by %(who)s", who=_who(self.indicator, catalog))
        told = [_need(need, catalog) for need in self.missing]
        return "; ".join(told) or _("all inputs are held, but never for the same period and part")

    def to_dict(self, catalog: Catalog) -> dict[str, Any]:
        """One line for programs: what is held, or what is missing and who publishes that."""
        entry = catalog.indicators[self.indicator]
        told = {"indicator": entry.id, "name_zh": entry.name_zh, "name_en": entry.name_en}
        told |= {"category": entry.category, "area": self.area}
        found = self.figure
        if found is None:
            return told | {
                "state": "missing",
                "missing": [_needed(n, catalog) for n in self.missing],
            }
        return told | {"state": "held"} | _held(self.series, found)


def _need(need: Need, catalog: Catalog) -> str:
    entry = catalog.indicators[need.indicator]
    said = need.transformation == "level" or not set(entry.kinds) - GROWTH
    measure = "" if said else f", {measure_words(need.transformation)}"
    return f"{entry.name(current_locale.get())}{measure} ({_who(need.indicator, catalog)})"


def _who(indicator: str, catalog: Catalog) -> str:
    english = current_locale.get() == "en"
    offices = [catalog.bureaus[code] for code in catalog.indicators[indicator].bureau]
    return ", ".join(one.name_en if english else one.name_zh for one in offices)


def measure_words(transformation: Transformation) -> str:
    """A measure other than the level in a word or two."""
    return {
        "yoy": _("growth"),
        "target": _("target of the year"),
        "change": _("change in amount"),
        "progress": _("done of the plan"),
        "contribution": _("contribution"),
        "share": _("share"),
    }.get(transformation, transformation)


def _held(series: Series, point: Point) -> dict[str, Any]:
    key = series.key
    if key is None:
        return {}
    return {
        "time_period": point.period.time_period(key.freq),
        "freq": key.freq,
        "accumulation": key.accumulation,
        "transformation": key.transformation,
        "breakdown": dict(key.breakdown),
        "value": point.value,
        "unit": series.unit,
        "kind": "derived" if point.observation is None else "published",
    }


def _needed(need: Need, catalog: Catalog) -> dict[str, Any]:
    bureaus = catalog.indicators[need.indicator].bureau
    return {
        "indicator": need.indicator,
        "transformation": need.transformation,
        "bureau": list(bureaus),
    }


def coverage(stock: Stock, catalog: Catalog, only: Iterable[str] = ()) -> Iterator[Coverage]:
    """Every indicator of the catalogue, or only those named, in one area."""
    for one in only or catalog.indicators:
        yield _of_area(stock, catalog, catalog.indicators[one])


def coverage_anywhere(stock: Stock, catalog: Catalog) -> Iterator[Coverage]:
    """Every indicator where it has a figure: in the stock's own area before the country and others.

    What has none anywhere is told for the stock's own area.
    """
    for here in coverage(stock, catalog):
        yield here if here.figure else _elsewhere(stock, catalog, here.indicator) or here


def _of_area(stock: Stock, catalog: Catalog, indicator: Indicator) -> Coverage:
    series = _shown(stock, catalog, indicator)
    missing = () if series.latest else lacking(stock, indicator)
    return Coverage(indicator=indicator.id, area=stock.area, series=series, missing=missing)


def _elsewhere(stock: Stock, catalog: Catalog, indicator: str) -> Coverage | None:
    for area in sorted(_areas(stock, indicator), key=lambda code: (code != CHINA, code)):
        series = _shown(stock.of(area), catalog, catalog.indicators[indicator])
        if series.latest:
            return Coverage(indicator=indicator, area=area, series=series)
    return None


def _shown(stock: Stock, catalog: Catalog, indicator: Indicator) -> Series:
    if indicator.id not in stock.indicators:
        return NOTHING
    keys = stock.door.keys(indicator.id, stock.area)
    return offered(indicator, stock.area, keys, catalog, stock.calculator)


def _areas(stock: Stock, indicator: str) -> set[str]:
    """The areas that hold an indicator, or every input of a formula for it."""
    if indicator not in stock.indicators:
        return set()
    found = {key.area for key in stock.door.keys(indicator)}
    for formula in stock.calculator.formulas.values():
        if formula.indicator == indicator:
            inputs = {name.partition("/")[0] for name in formula.inputs} - {indicator}
            found |= set.intersection(*(_areas(stock, one) for one in inputs))
    return found
