"""The terms of statistics in the reader's language: measures, bases, frequencies, states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal

from cockpit.catalog import Catalog
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.observation import Severity, Status, Transformation
from cockpit.period import Accumulation, Freq
from cockpit.series import Breakdown, Point, Series
from cockpit.wording import NOTHING, number, on_screen, signed

_MEASURES: Mapping[Transformation, str] = {
    "level": "Level",
    "yoy": "Growth on a year earlier",
    "yoy_pp": "Change on a year earlier, pp",
    "mom": "Growth on the previous period",
    "change": "Change in amount",
    "share": "Share",
    "contribution": "Contribution to growth",
    "rank": "Rank",
    "target": "Target for the year",
    "progress": "Progress towards the target",
    "yoy_levels": "Ratio of the levels as published",
    "yoy_single": "Growth of the single period, worked out",
    "yoy_average": "Two-year average growth",
    "base_implied": "Implied base of a year earlier",
    "contribution_rate": "Rate of contribution",
    "chained": "Index on last December",
}
_FREQUENCIES: Mapping[Freq, str] = {"M": "Monthly", "Q": "Quarterly", "A": "Yearly"}
_SPANS: Mapping[Freq, str] = {"M": "single month", "Q": "single quarter", "A": "full year"}
_STATES: Mapping[Status, str] = {
    "A": "normal",
    "M": "missing",
    "P": "preliminary",
    "E": "estimate",
    "Q": "suppressed",
}
_SEVERITIES: Mapping[Severity, str] = {
    "error": "Error",
    "warning": "Warning",
    "info": "Note",
}

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_SIGNED = frozenset(
    {"yoy", "yoy_pp", "mom", "contribution", "yoy_levels", "yoy_single", "yoy_average"}
)
_DECIMALS = {"share": 1, "rank": 0, "progress": 1, "contribution_rate": 1}


def measure(transformation: Transformation, unit: str = "") -> str:
    """Name a measure; what a level is called depends on its unit."""
    if transformation == "level" and is_index(unit):
        return _("Index")
    if transformation == "level" and unit == "%":
        return _("Rate")
    return _(_MEASURES[transformation])


def is_index(unit: str) -> bool:
    """Whether a unit is that of an index, for example 上年同月=100."""
    return unit.endswith("=100")


def frequency(freq: Freq) -> str:
    """Name a frequency."""
    return _(_FREQUENCIES[freq])


def basis(freq: Freq, accumulation: Accumulation) -> str:
    """Name what a figure covers: single month, year to date, end of period."""
    if accumulation == "period":
        return _(_SPANS[freq])
    return _("year to date") if accumulation == "ytd" else _("end of period")


def status(code: Status) -> str:
    """Name a figure's status."""
    return _(_STATES[code])


def severity(code: Severity) -> str:
    """Name how much an issue weighs."""
    return _(_SEVERITIES[code])


def figure(
    catalog: Catalog,
    indicator: str,
    transformation: Transformation,
    value: float | None,
    unit: str,
) -> str:
    """Write a figure the way the screens do: growth with its sign, levels to their decimals."""
    if value is None:
        return NOTHING
    known = catalog.indicators.get(indicator)
    if transformation in _SIGNED:
        fine = transformation == "yoy_pp" and known is not None
        return on_screen(signed(value, known.decimals if fine and known else 1))
    if transformation in _DECIMALS:
        return on_screen(number(value, _DECIMALS[transformation]))
    if known is not None and (unit == known.display_unit or is_index(unit)):
        return on_screen(number(value, known.decimals))
    return on_screen(f"{Decimal(repr(value)).normalize():f}")


def points(value: float, decimals: int = 2) -> str:
    """Percentage points with their sign, finer than rates: pulls are often below a tenth."""
    return on_screen(signed(value, decimals))


def beside(catalog: Catalog, series: Series, point: Point) -> str:
    """What must stand beside a figure: its note, or where it lies where it is known no better."""
    key, bounds = series.key, point.bounds
    if key is None or bounds is None or point.note:
        return point.note
    low, high = (
        figure(catalog, key.indicator, key.transformation, value, series.unit)
        for value in (bounds.low, bounds.high)
    )
    return _("between %(low)s and %(high)s", low=low, high=high)


def indicator_name(catalog: Catalog, code: str) -> str:
    """The indicator's name, or its code where the catalogue does not know it."""
    found = catalog.indicators.get(code)
    return found.name(current_locale.get()) if found else code


def in_names(formula: str, catalog: Catalog) -> str:
    """A formula with the indicators' names where it holds their codes."""
    return _CODE.sub(lambda word: indicator_name(catalog, word.group()), formula)


def area_name(catalog: Catalog, code: str) -> str:
    """The area's short name, or its code where the catalogue does not know it."""
    found = catalog.areas.get(code)
    return found.name(current_locale.get()) if found else code


def breakdown_words(catalog: Catalog, breakdown: Breakdown) -> str:
    """Name the parts of a breakdown, empty for the whole."""
    locale = current_locale.get()
    return " · ".join(catalog.code_name(name, code, locale) for name, code in breakdown)


def unit_name(catalog: Catalog, unit: str) -> str:
    """The unit in the reader's language, as printed where the catalogue does not know it."""
    known = catalog.units.parse(unit) if current_locale.get() == "en" else None
    return known.name_en if known else unit


def bureau_names(catalog: Catalog, *indicators: str) -> str:
    """Who publishes these indicators, each named once."""
    english = current_locale.get() == "en"
    codes = dict.fromkeys(code for one in indicators for code in catalog.indicators[one].bureau)
    bureaus = (catalog.bureaus[code] for code in codes)
    return listed(bureau.name_en if english else bureau.name_zh for bureau in bureaus)


def listed(names: Iterable[str]) -> str:
    """Put names in a row the way the reader's language does."""
    from babel.lists import format_list

    return format_list(list(names), locale=current_locale.get())


def comma(names: Iterable[str]) -> str:
    """Put names in a row that goes on."""
    return (", " if current_locale.get() == "en" else "、").join(names)


def time_words(moment: datetime) -> str:
    """A time kept as naive UTC, on this machine's clock: 2024-05-20 09:30."""
    return moment.replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M")
