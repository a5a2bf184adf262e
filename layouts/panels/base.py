"""The declaration of a panel, and the ways of drawing that several panels share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.observation import Transformation
from cockpit.series import Selection
from cockpit.wording import number as written
from cockpit.wording import on_screen
from layouts import terms
from layouts.explore.reading import Line
from layouts.figures.axes import Figure
from layouts.figures.marks import Curve
from layouts.figures.timeline import strokes
from layouts.panels.sentences import when
from layouts.panels.view import View
from layouts.parts.frame import Content
from layouts.parts.number import arrow, number, tone

CONFIG: Any = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One message on the wall; `place` names its area in the grid of `20-wall.css`."""

    id: str
    place: str
    draw: Callable[[View], Content]


@dataclass(frozen=True, slots=True)
class Strand:
    """One line of a chart: its short name and what it shows."""

    name: str
    selection: Selection


def source(view: View, *indicators: str) -> str:
    """Who publishes the panel's figures."""
    return _("Source: %(bureau)s", bureau=terms.bureau_names(view.catalog, *indicators))


def address(view: View, indicator: str, measure: Transformation = "level") -> str:
    """Where a click leads: the same figures to be explored."""
    return f"/explore/{indicator}?area={view.area}&transformation={measure}"


def measure_line(view: View, line: Line) -> str:
    """Measure · unit · period of the latest figure."""
    latest, key = line.series.latest, line.key
    if latest is None or key is None:
        return line.refusal or ""
    parts = (terms.measure(key.transformation), terms.unit_name(view.catalog, line.series.unit))
    told = (_("computed"),) if view.computed(line) else ()
    return " · ".join((*parts, when(key, latest.period), *told))


def strands(view: View, chosen: Sequence[Strand], most: int) -> Component:
    """Lines over time with their latest figures above them, each in its colour."""
    found = [(strand, view.line(strand.selection)) for strand in chosen]
    held = [(s, line, c) for s, line in found if (c := view.curve(line, s.name, most))]
    if not held:
        return nothing()
    chips = [_chip(view, s, line, n, held[0][1]) for n, (s, line, _c) in enumerate(held, start=1)]
    curves = _within([curve for _s, _l, curve in held], most)
    drawn = graph(strokes(curves, view.style), _spoken(view, [(s, line) for s, line, _c in held]))
    return html.Div([html.Ul(chips, className="chips"), drawn], className="strands")


def nothing() -> Component:
    """Where no figure is held, said and hatched."""
    return html.P(_("No figure is held for this place."), className="nothing")


def graph(figure: Figure, label: str) -> Component:
    """A figure that fills its panel, with words for those who do not see it."""
    chart = dcc.Graph(figure=figure, config=CONFIG, responsive=True, className="graph")
    return html.Div(chart, className="figure", role="img", **{"aria-label": label})


def _within(curves: Sequence[Curve], most: int) -> list[Curve]:
    """Cut the curves to one window that ends with the latest figure among them."""
    last = max(curve.marks[-1].month for curve in curves)
    first = last - (most - 1) * min(curve.step for curve in curves)
    return [replace(c, marks=tuple(m for m in c.marks if m.month >= first)) for c in curves]


def _chip(view: View, strand: Strand, line: Line, place: int, leading: Line) -> Component:
    """The name and latest figure of a line; its period too where the leading line's is another."""
    latest, key, first = line.series.latest, line.key, leading.series.latest
    name = html.Span(strand.name, className=f"name series-{place}")
    if latest is None or key is None:
        return html.Li(name)
    rate = key.transformation == "yoy"
    way = tone(latest.value) if rate else ""
    mark = [html.Span(arrow(latest.value), className=f"arrow {way}")] if rate else []
    apart = first is None or latest.period.end != first.period.end
    period = [html.Small(when(key, latest.period))] if apart else []
    return html.Li([name, *mark, number(_text(view, line), line.trail(latest), way), *period])


def _spoken(view: View, held: Sequence[tuple[Strand, Line]]) -> str:
    """The latest figure of each line, for those who do not see them."""
    named = ((strand.name, _text(view, line), line.series.unit) for strand, line in held)
    return "; ".join(
        f"{name} {text} {terms.unit_name(view.catalog, unit)}" for name, text, unit in named
    )


def _text(view: View, line: Line) -> str:
    latest, key = line.series.latest, line.key
    if latest is None or key is None:
        return ""
    return terms.figure(
        view.catalog, key.indicator, key.transformation, latest.value, line.series.unit
    )


def share(value: float) -> str:
    """A share to one decimal."""
    return on_screen(written(value, 1))
