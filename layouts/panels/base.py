"""The declaration of a panel, and the ways of drawing that several panels share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.observation import Transformation
from cockpit.series import Selection, Series
from cockpit.wording import number as written
from cockpit.wording import on_screen
from layouts import terms
from layouts.explore.reading import Line
from layouts.figures.axes import Figure
from layouts.figures.marks import Curve
from layouts.figures.timeline import strokes
from layouts.parts.frame import Content
from layouts.parts.number import number, tone
from layouts.wall.sentences import when
from layouts.wall.view import View

Across = Mapping[str, Series]

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


def source(view: View, indicator: str) -> str:
    """Who publishes the panel's figures."""
    return _("Source: %(bureau)s", bureau=terms.bureau_names(view.catalog, indicator))


def address(view: View, indicator: str, measure: Transformation = "level") -> str:
    """Where a click leads: the same figures to be explored."""
    return f"/explore/{indicator}?area={view.area}&transformation={measure}"


def measure_line(view: View, line: Line) -> str:
    """Measure · unit · period of the latest figure."""
    latest, key = line.series.latest, line.key
    if latest is None or key is None:
        return line.refusal or ""
    parts = (terms.measure(key.transformation), terms.unit_name(view.catalog, line.series.unit))
    return " · ".join((*parts, when(key, latest.period)))


def strands(view: View, chosen: Sequence[Strand], most: int) -> Component:
    """Lines over time with their latest figures above them, each in its colour."""
    found = [(strand, view.line(strand.selection)) for strand in chosen]
    held = [(s, line, c) for s, line in found if (c := view.curve(line, s.name, most))]
    if not held:
        return nothing()
    chips = [_chip(view, s, line, n) for n, (s, line, _c) in enumerate(held, start=1)]
    curves = _together([curve for _s, _l, curve in held])
    drawn = graph(strokes(curves, view.style), held[0][0].name)
    return html.Div([html.Ul(chips, className="chips"), drawn], className="strands")


def nothing() -> Component:
    """Where no figure is held, said and hatched."""
    return html.P(_("No figure is held for this place."), className="nothing")


def graph(figure: Figure, label: str) -> Component:
    """A figure that fills its panel, with words for those who do not see it."""
    chart = dcc.Graph(figure=figure, config=CONFIG, responsive=True, className="graph")
    return html.Div(chart, className="figure", role="img", **{"aria-label": label})


def _together(curves: Sequence[Curve]) -> list[Curve]:
    """Cut the curves to the months of the shortest, so that no line stands alone."""
    first = max(curve.marks[0].month for curve in curves)
    return [
        Curve(c.name, tuple(m for m in c.marks if m.month >= first), c.step, c.merged_january)
        for c in curves
    ]


def _chip(view: View, strand: Strand, line: Line, place: int) -> Component:
    latest, key = line.series.latest, line.key
    text, trail, way = "", None, ""
    if latest is not None and key is not None:
        text = terms.figure(
            view.catalog, key.indicator, key.transformation, latest.value, line.series.unit
        )
        trail = line.trail(latest)
        way = tone(latest.value) if key.transformation == "yoy" else ""
    name = html.Span(strand.name, className=f"name series-{place}")
    return html.Li([name, number(text, trail, way)])


def share(value: float) -> str:
    """A share to one decimal."""
    return on_screen(written(value, 1))
