"""What an indicator means, and what may be done with its figures."""

from __future__ import annotations

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from cockpit.catalog import Catalog, Indicator
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator
from layouts import terms
from layouts.explore.picture import Picture

_GROWTH = {
    "R": "Growth is published at constant prices and never computed from levels.",
    "C": "Growth is published on a comparable scope and never computed from levels.",
    "P": "Growth is taken as published, else computed from levels and marked so.",
    "L": "Growth may be computed from levels.",
    "D": "Changes are differences in percentage points.",
    "I": "Growth is the index less 100.",
    "S": "Where a loss is involved no growth rate is given, but what became of profit or loss.",
}
_AGGREGATION = {
    "sum": "Regions add up to the whole.",
    "sum_untied": "Regions add up in principle, but need not agree with the whole.",
    "weighted": "The whole is a mean of the regions, weighted by %(weight)s.",
    "recompute": "The whole is recomputed from numerator and denominator.",
    "none": "Regions cannot be put together.",
}
_DIRECTION = {
    "up": "More is better.",
    "down": "Less is better.",
    "neutral": "Neither more nor less is better in itself.",
}


def formula(shown: Picture, calculator: Calculator, catalog: Catalog) -> str:
    """How the latest figure is calculated, empty where it is published."""
    first = shown.main[0]
    latest, key = first.series.latest, first.key
    if latest is None or key is None or latest.observation is not None:
        return ""
    asked = shown.exploration.select(key.transformation).settled(first.series)
    trace = calculator.explain(replace(asked, unit=None), latest.period)
    text = terms.in_names(trace.formula, catalog)
    return f"{text} ({trace.note})" if trace.note else text


def definition(indicator: Indicator, catalog: Catalog, calculated: str) -> Component:
    """The indicator's data sheet; `calculated` is its formula where it is derived."""
    given = facts(indicator, catalog) | ({_("Formula"): calculated} if calculated else {})
    pairs = [part for name, fact in given.items() for part in (html.Dt(name), html.Dd(fact))]
    return html.Section([html.H2(_("Definition")), html.Dl(pairs)], className="sheet definition")


def facts(indicator: Indicator, catalog: Catalog) -> dict[str, str]:
    """The data sheet as pairs of heading and sentence, without those that say nothing."""
    given = {
        _("Meaning"): indicator.definition(current_locale.get()),
        _("Growth"): " ".join(_(_GROWTH[rule]) for rule in indicator.growth_rule),
        _("Regions"): _(_AGGREGATION[indicator.aggregation], weight=indicator.weight),
        _("Direction"): _(_DIRECTION[indicator.direction]),
        _("Published by"): terms.bureau_names(catalog, indicator.id),
        _("Released"): _("about %(days)s days after the period ends", days=indicator.lag_days),
        _("Reference"): indicator.reference,
        _("Code"): indicator.id,
    }
    return {name: fact for name, fact in given.items() if fact}
