"""Seasonal adjustment and projection of a series, worked out once the page stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, dcc, html, no_update
from dash.development.base_component import Component

from cockpit.catalog import Catalog, Indicator
from cockpit.errors import ArithmeticRefused
from cockpit.i18n import gettext as _
from cockpit.modelling import MODELLED, Adjusted, Projected, error_words, label, method_words
from cockpit.period import Accumulation, Period
from cockpit.series import SeriesKey
from cockpit.wording import period_words
from layouts import terms
from layouts.explore.address import Exploration, Model, href, parse
from layouts.explore.estimate_words import (
    change_words,
    method_errors,
    quality_words,
    steps_table,
    written,
    year_words,
)
from layouts.explore.picture import Picture, picture
from layouts.figures.axes import Figure
from layouts.figures.estimate import estimated
from layouts.figures.marks import Curve, Mark
from layouts.services import Services
from layouts.theme import DESK

SHOWN_YEARS = {"adjusted": 10, "projection": 5}
"""How much of the past is drawn where the address names no range."""

Span = tuple[Period, float]


def estimate_place(asked: Exploration) -> Component:
    """Where the estimate of the first area's series will stand."""
    waiting = html.P(_("Working it out …"), className="quiet", role="status")
    section = html.Section(waiting, className="sheet chart")
    address = dcc.Store(id="explore-asked", data=href(asked))
    return html.Div([address, html.Div(section, id="explore-estimate")], className="charts")


def single(key: SeriesKey) -> Accumulation:
    """The basis a model can be made of: single months or quarters for what accumulates."""
    return "stock" if key.accumulation == "stock" else "period"


def register_estimate(app: Dash, services: Services) -> None:
    """Work the estimate out once the page is there: it may take some seconds the first time."""

    @app.callback(
        Output("explore-estimate", "children"),
        Input("explore-asked", "data"),
    )
    def work(here: str) -> Any:  # noqa: ANN401
        asked = parse(here, services.home_area)
        indicator = services.catalog.indicators.get(asked.indicator or "")
        if asked.model is None or indicator is None:
            return no_update
        calculator, door = services.calculator(asked.moment), services.door(asked.moment)
        shown = picture(asked, indicator, services.catalog, calculator, door)
        return _section(shown, asked.model, indicator, services)


def _section(shown: Picture, model: Model, indicator: Indicator, services: Services) -> Component:
    (selection, *_others) = shown.selections or [shown.exploration.select(shown.measure)]
    moment = shown.exploration.moment
    try:
        if model == "adjusted":
            return _adjusted(services.models.adjusted(selection, moment), shown, services.catalog)
        return _projected(services.models.projected(selection, moment), shown, services.catalog)
    except ArithmeticRefused as refusal:
        return _refused(str(refusal), shown, indicator)


def _refused(said: str, shown: Picture, indicator: Indicator) -> Component:
    """The sentence, and the ways on: to the series itself, and to the single figures in it."""
    here = replace(shown.exploration, unread=())
    ways = {_("No model"): replace(here, model=None)}
    key = shown.whole.key
    if key is not None and key.accumulation == "ytd" and key.transformation in MODELLED:
        ways[_("Single months or quarters")] = replace(here, accumulation="period", freq=key.freq)
    links = [dcc.Link(name, href=href(way), className="chip") for name, way in ways.items()]
    title = html.H2(_("%(name)s: no estimate", name=terms.measure(shown.measure, indicator.unit)))
    notes = [html.P(said, className="refusal"), html.Div(links, className="chips")]
    return html.Section([title, *notes], className="sheet chart chart-empty")


def _adjusted(found: Adjusted, shown: Picture, catalog: Catalog) -> Component:
    figures = found.figures
    pairs = list(zip(figures.spans, found.values, strict=True))
    marks = _marks(pairs, found.figures.key, shown, catalog, _("Seasonally adjusted"))
    notes = [method_words(found), *change_words(found), *quality_words(found)]
    figure = _figure(shown, figures.key, figures.spans, figures.values, marks, (), catalog)
    return _sheet(_("Seasonally adjusted"), figure, notes, shown, catalog)


def _is_drawn(span: Period, key: SeriesKey) -> bool:
    """Not the amounts of January and February where they are one, beside single months."""
    return span.months != 2 or key.transformation != "level"


def _drawn(pairs: Sequence[Span], key: SeriesKey) -> list[Span]:
    return [pair for pair in pairs if _is_drawn(pair[0], key)]


def _projected(found: Projected, shown: Picture, catalog: Catalog) -> Component:
    figures = found.figures
    last: Span = (figures.spans[-1], figures.values[-1])
    anchor = [last] if _is_drawn(found.spans[0], figures.key) else []
    lines = [
        [
            *anchor,
            *((span, value(step)) for span, step in zip(found.spans, found.steps, strict=True)),
        ]
        for value in (lambda s: s.value, lambda s: s.low80, lambda s: s.high80)
    ]
    name = _("Projection")
    marks, *band = (
        _marks(_drawn(line, figures.key), figures.key, shown, catalog, name) for line in lines
    )
    figure = _figure(shown, figures.key, figures.spans, figures.values, marks, band, catalog)
    notes = [error_words(found), *method_errors(found), *year_words(found, catalog)]
    return _sheet(name, figure, notes, shown, catalog, steps_table(found, catalog))


def _figure(
    shown: Picture,
    key: SeriesKey,
    spans: Sequence[Period],
    values: Sequence[float],
    marks: tuple[Mark, ...],
    band: Sequence[tuple[Mark, ...]],
    catalog: Catalog,
) -> Figure:
    step = 3 if key.freq == "Q" else 1
    area = terms.area_name(catalog, shown.whole.area)
    drawn = _drawn(list(zip(spans, values, strict=True)), key)
    actual = _marks(drawn, key, shown, catalog, area)
    first = _first(shown, spans[-1])
    lines = [actual, marks, *band]
    kept = [tuple(m for m in line if m.month >= first) for line in lines]
    names = (area, _("model estimate"), "", "")
    curves = [
        Curve(name, line, step, merged_january=True)
        for name, line in zip(names, kept, strict=False)
    ]
    return estimated(curves[0], curves[1], curves[2:], label(), DESK)


def _first(shown: Picture, last: Period) -> int:
    since = [p.period.end for p in shown.main[0].series.points] if shown.exploration.since else []
    years = SHOWN_YEARS[shown.exploration.model or "adjusted"]
    return min(since, default=last.end - years * 12 + 1)


def _marks(
    pairs: Sequence[Span], key: SeriesKey, shown: Picture, catalog: Catalog, name: str
) -> tuple[Mark, ...]:
    unit = shown.whole.series.unit
    what = name if name == terms.area_name(catalog, shown.whole.area) else f"{name} · {label()}"
    return tuple(
        Mark(
            span.end,
            value,
            f"{what}<br>{period_words(span, key.freq, key.accumulation)} "
            f"{written(catalog, key, value, unit)} {terms.unit_name(catalog, unit)}",
            "",
        )
        for span, value in pairs
    )


def _sheet(
    name: str,
    figure: Figure,
    notes: Sequence[str],
    shown: Picture,
    catalog: Catalog,
    *more: Component,
) -> Component:
    unit = terms.unit_name(catalog, shown.whole.series.unit)
    title = html.H2(
        [f"{terms.measure(shown.measure, unit)} · {name}", html.Small(f"{label()} · {unit}")]
    )
    config: Any = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
    graph = dcc.Graph(id="explore-model", figure=figure, config=config, className="graph")
    said = [html.P(text, className="quiet") for text in (*notes, *_apart(shown))]
    return html.Section([title, graph, *said, *more], className="sheet chart estimate")


def _apart(shown: Picture) -> list[str]:
    spans = [point.period.months for point in shown.whole.series.points]
    if shown.measure != "level" or 2 not in spans:
        return []
    return [_("January and February are published as one and not drawn beside single months.")]
