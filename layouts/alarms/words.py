"""Alarms in words: states, thresholds, reasons, in the reader's language."""

from __future__ import annotations

from cockpit.alarm import Alarm, AlarmState, AlarmStep, Thresholds
from cockpit.alarm.office import Told
from cockpit.catalog import Catalog
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.period import Accumulation, Freq, Period
from cockpit.wording import on_screen, period_words
from layouts import terms


def state_words(state: AlarmState) -> str:
    """Name where an alarm stands."""
    return {
        "raised": _("alarm raised"),
        "handled": _("being handled"),
        "replied": _("replied"),
        "closed": _("struck off"),
        "voided": _("void"),
    }[state]


def subject(alarm: Alarm, catalog: Catalog) -> str:
    """What the alarm speaks of: place, indicator, part, measure."""
    chosen = alarm.selection
    measure = terms.measure(chosen.transformation) if chosen.transformation != "level" else ""
    parts = (
        terms.area_name(catalog, chosen.area),
        terms.indicator_name(catalog, chosen.indicator),
        terms.breakdown_words(catalog, chosen.breakdown),
        measure,
    )
    return " · ".join(part for part in parts if part)


def value(alarm: Alarm, amount: float | None, catalog: Catalog) -> str:
    """An amount of the alarm's series with its unit."""
    chosen = alarm.selection
    written = terms.figure(catalog, chosen.indicator, chosen.transformation, amount, alarm.unit)
    unit = terms.unit_name(catalog, alarm.unit)
    return f"{written}%" if unit == "%" else f"{written} {unit}"


def limit(alarm: Alarm, catalog: Catalog) -> str:
    """The threshold as a sentence."""
    text = {
        ("below", True): _("below %(level)s"),
        ("above", True): _("above %(level)s"),
        ("below", False): _("below %(level)s, %(count)s periods running"),
        ("above", False): _("above %(level)s, %(count)s periods running"),
    }[alarm.comparator, alarm.consecutive == 1]
    return text % {"level": _bound(alarm, alarm.level, catalog), "count": alarm.consecutive}


def release(alarm: Alarm, catalog: Catalog) -> str:
    """When the figure counts as back."""
    at_least = alarm.comparator == "below"
    text = _("at %(level)s or more") if at_least else _("at %(level)s or less")
    return text % {"level": _bound(alarm, alarm.release, catalog)}


def when(alarm: Alarm, period: Period) -> str:
    """A span of the alarm's series in words."""
    chosen = alarm.selection
    freq: Freq = chosen.freq or "M"
    accumulation: Accumulation = chosen.accumulation or "period"
    return period_words(period, freq, accumulation)


def now(told: Told, catalog: Catalog) -> str:
    """How the series stands at its latest figure."""
    if told.episode is None:
        return ""
    point = told.episode.latest
    facts = {"period": when(told.alarm, point.period)}
    facts |= {"value": value(told.alarm, point.value, catalog)}
    if told.released:
        return _("back at %(value)s in %(period)s", **facts)
    return _("still beyond it: %(value)s in %(period)s", **facts)


def bureau(alarm: Alarm, catalog: Catalog) -> str:
    """Who answers for it."""
    found = catalog.bureaus.get(alarm.bureau)
    if found is None:
        return alarm.bureau
    return found.name_en if current_locale.get() == "en" else found.name_zh


def reason(alarm: Alarm, thresholds: Thresholds) -> tuple[str, str]:
    """Why there is such a threshold, and the source that says so; empty where it is gone."""
    row = thresholds.at(alarm.threshold, alarm.period)
    return (row.reason, row.source) if row else ("", "")


def text(step: AlarmStep) -> str:
    """What was said with a step; the cockpit's own reasons in the reader's language."""
    if step.state != "voided":
        return step.text
    return {
        "withdrawn": _("The figure was withdrawn."),
        "revised": _("The figure was revised and no longer passes the threshold."),
        "changed": _("The threshold is another now."),
    }.get(step.text, step.text)


def by_whom(step: AlarmStep) -> str:
    """Who took a step."""
    return step.person or _("the cockpit")


def figure_text(alarm: Alarm, catalog: Catalog) -> str:
    """The figure that set the alarm, as screens write it."""
    return on_screen(value(alarm, alarm.value, catalog))


def _bound(alarm: Alarm, amount: float, catalog: Catalog) -> str:
    """A bound, which unlike growth has no plus sign."""
    return value(alarm, amount, catalog).removeprefix("+")
