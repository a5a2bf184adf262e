"""The latest figure with its unit, period, growth and freshness, before anything else."""

from __future__ import annotations

from datetime import datetime

from dash import html
from dash.development.base_component import Component

from cockpit.catalog import Catalog, Indicator
from cockpit.freshness import Ages, Freshness
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.series import Point
from cockpit.wording import period_words
from layouts import terms
from layouts.attributes import attributes
from layouts.explore.reading import Line


def known_on(moment: datetime | None) -> list[Component]:
    """The words that a page of the past stands under, nothing for now."""
    if moment is None:
        return []
    text = _(
        "As known on %(time)s; later publications are left out.", time=terms.time_words(moment)
    )
    return [html.P(text, className="note", role="status")]


def headline(
    indicator: Indicator, main: Line, below: Line, catalog: Catalog, ages: Ages
) -> Component:
    """The first area's latest figure, in words and large."""
    latest, key = main.series.latest, main.key
    place = terms.area_name(catalog, main.area)
    title = html.H1([indicator.name(current_locale.get()), html.Small(place)])
    if key is None or latest is None:
        none = html.P(_("No figure is held."), className="note")
        return html.Header([title, none], className="sheet headline")
    part = terms.breakdown_words(catalog, key.breakdown)
    when = period_words(latest.period, key.freq, key.accumulation)
    measure = terms.measure(key.transformation, main.series.unit)
    about = (part, measure, when, terms.basis(key.freq, key.accumulation))
    return html.Header(
        [
            html.Div([title, html.P(" · ".join(text for text in about if text), className="when")]),
            _number(main, latest, catalog),
            *_withheld(main),
            *_range(main, latest, catalog),
            *_beside(below, latest.period, catalog),
            _fresh(ages.of(indicator, main.area, key.freq, _reached(main, latest))),
        ],
        className="sheet headline",
    )


def _number(line: Line, point: Point, catalog: Catalog) -> Component:
    key, unit = line.key, line.series.unit
    measure = key.transformation if key else "level"
    text = terms.figure(catalog, key.indicator if key else "", measure, point.value, unit)
    button = html.Button(
        text,
        type="button",
        className="figure",
        title=_("Where this number comes from"),
        **attributes(data_trail=line.trail(point) or ""),
    )
    return html.P(
        [button, html.Span(terms.unit_name(catalog, unit), className="unit")], className="number"
    )


def _range(line: Line, point: Point, catalog: Catalog) -> list[Component]:
    """Where the figure lies, for one that is known no better, and what must be said with it."""
    text = terms.beside(catalog, line.series, point)
    return [html.P(text, className="when")] if text else []


def _reached(line: Line, latest: Point) -> Period:
    """The last period told of; a figure that is withheld has come."""
    return (line.series.withheld or latest).period


def _withheld(line: Line) -> list[Component]:
    """A later figure that is withheld, so that the one shown is not taken for the last."""
    point, key = line.series.withheld, line.key
    if point is None or key is None:
        return []
    when = period_words(point.period, key.freq, key.accumulation)
    return [html.P(_("%(when)s: suppressed", when=when), className="when")]


def _beside(line: Line, period: Period, catalog: Catalog) -> list[Component]:
    point, key = line.series.at(period), line.key
    if point is None or point.value is None or key is None:
        return []
    name = html.Span(_name(line, point), className="label")
    return [html.Div([name, _number(line, point, catalog)], className="beside")]


def _name(line: Line, point: Point) -> str:
    measure = terms.measure(line.key.transformation if line.key else "level", line.series.unit)
    if point.observation is not None or line.key is None or line.key.transformation == "level":
        return measure
    return _("%(measure)s, calculated", measure=measure)


def _fresh(found: Freshness) -> Component:
    words = [html.Span(found.words(), className=f"tag fresh-{found.state}")]
    if found.early:
        words.insert(0, html.Span(_("not yet released"), className="tag"))
    return html.Div([*words, *_due(found)], className="fresh")


def _due(found: Freshness) -> list[Component]:
    if found.due is None:
        return []
    text = _("was due %(date)s") if found.state == "overdue" else _("next due %(date)s")
    return [html.Span(text % {"date": found.when()}, className="quiet")]
