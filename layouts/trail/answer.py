"""The answer to 这个数从哪来: value, formula, inputs, and at every end a cell."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.indicator import Trace
from cockpit.wording import period_words
from layouts import terms
from layouts.explore.address import Exploration, href
from layouts.trail.cell import cell, earlier


def answer(trace: Trace, catalog: Catalog, known: str | None) -> Component:
    """Everything about one figure, with the way on to its series."""
    further = html.A(_("Explore this series"), href=_series(trace, known), className="button")
    return html.Div([_headline(trace, catalog), *_origin(trace, catalog), html.P(further)])


def value_text(trace: Trace, catalog: Catalog) -> str:
    """The figure as the screen writes it, without its unit."""
    return terms.figure(catalog, trace.indicator, trace.transformation, trace.value, trace.unit)


def _headline(trace: Trace, catalog: Catalog) -> Component:
    figure = [
        html.Span(value_text(trace, catalog), className="trail-value"),
        html.Span(f" {terms.unit_name(catalog, trace.unit)}", className="trail-unit"),
        html.Span(_kind(trace), className=f"tag tag-{trace.kind}"),
    ]
    return html.Div(
        [
            html.P(_name(trace, catalog), className="trail-name"),
            html.P(_place_and_time(trace, catalog), className="trail-place"),
            html.P(figure, className="trail-figure"),
        ]
    )


def _origin(trace: Trace, catalog: Catalog) -> list[Component]:
    parts = [_formula(trace, catalog), *_steps(trace, catalog), *_note(trace)]
    parts += [_input(one, catalog) for one in trace.inputs]
    parts += [cell(trace.source), earlier(trace)] if trace.source else []
    parts += _beside(trace, catalog)
    return [part for part in parts if part is not None]


def _formula(trace: Trace, catalog: Catalog) -> Component | None:
    if not trace.formula:
        return None
    names = html.P(terms.in_names(trace.formula, catalog), className="formula")
    reference = [html.P(_("Rule: %(rule)s", rule=trace.reference), className="quiet")]
    return html.Section(
        [html.H3(_("Formula")), names, *(reference if trace.reference else [])],
        className="trail-formula",
    )


def _steps(trace: Trace, catalog: Catalog) -> list[Component]:
    """The order in which a figure was worked out, where that took more than its formula."""
    if len(trace.steps) < 2 and trace.formula:
        return []
    words = terms.in_names(" → ".join(trace.steps), catalog)
    return [html.P(words, className="quiet")] if words else []


def _beside(trace: Trace, catalog: Catalog) -> list[Component]:
    """What can be worked out next to a published rate, and why it differs."""
    if not trace.beside:
        return []
    title = html.H3(_("Worked out beside it"))
    shown = [
        part for one in trace.beside for part in (*_note(one), _input(one, catalog, opened=False))
    ]
    return [html.Section([title, *shown])]


def _note(trace: Trace) -> list[Component]:
    return [html.P(trace.note, className="note")] if trace.note else []


def _input(trace: Trace, catalog: Catalog, *, opened: bool = True) -> Component:
    figure = f"{value_text(trace, catalog)} {terms.unit_name(catalog, trace.unit)}"
    summary = html.Summary(
        [
            html.Span(_name(trace, catalog), className="input-name"),
            html.Span(_place_and_time(trace, catalog), className="input-place"),
            html.Span(figure, className="input-value"),
        ]
    )
    inside = _origin(trace, catalog) or [html.P(_("Nobody has delivered this figure."))]
    return html.Details([summary, *inside], open=opened, className="trail-input")


def _name(trace: Trace, catalog: Catalog) -> str:
    parts = (
        terms.indicator_name(catalog, trace.indicator),
        terms.breakdown_words(catalog, trace.breakdown),
        "" if trace.transformation == "level" else terms.measure(trace.transformation),
    )
    return " · ".join(part for part in parts if part)


def _place_and_time(trace: Trace, catalog: Catalog) -> str:
    when = period_words(trace.period, trace.freq, trace.accumulation)
    basis = terms.basis(trace.freq, trace.accumulation)
    return " · ".join((terms.area_name(catalog, trace.area), when, basis))


def _kind(trace: Trace) -> str:
    words = {"published": _("published"), "derived": _("calculated"), "missing": _("missing")}
    return words[trace.kind]


def _series(trace: Trace, known: str | None) -> str:
    return href(
        Exploration(
            indicator=trace.indicator,
            areas=(trace.area,),
            transformation=trace.transformation,
            accumulation=trace.accumulation,
            freq=trace.freq,
            breakdown=trace.breakdown,
            as_of=known,
        )
    )
