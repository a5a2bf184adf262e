"""The parts of the place, ranked and on the map, by GDP of the latest year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.ranking import ranks
from cockpit.series import Selection
from cockpit.wording import number as written
from cockpit.wording import on_screen
from layouts import geo, terms
from layouts.explore.reading import Line, figure_key
from layouts.figures.choropleth import Shade, choropleth, cuts, scale
from layouts.panels import base
from layouts.panels.base import Panel
from layouts.parts.frame import Content
from layouts.parts.number import number
from layouts.wall.sentences import when
from layouts.wall.view import View

GDP = Selection(indicator="gdp", freq="A")
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Part:
    """One area of the comparison; `value` None where it has no figure for the period."""

    area: str
    name: str
    value: float | None
    trail: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The parts at the latest year most of them have, the largest first."""

    period: Period | None
    line: Line
    parts: tuple[Part, ...]

    @property
    def held(self) -> list[tuple[Part, float]]:
        """The parts that have a figure."""
        return [(part, part.value) for part in self.parts if part.value is not None]


def compare(view: View) -> Comparison:
    """The provinces with the place's own among them."""
    areas = [a.code for a in view.catalog.areas.children("000000")]
    found = view.parts(GDP, areas)
    ends = [s.latest.period for s in found.values() if s.latest]
    period = max(set(ends), key=lambda p: (ends.count(p), p.end), default=None)
    lines = [Line(area, found[area]) for area in areas if area in found]
    parts = [_part(view, area, found, period) for area in areas]
    parts.sort(key=lambda part: -(part.value if part.value is not None else -1.0))
    return Comparison(period, lines[0] if lines else view.line(GDP), tuple(parts))


def draw_map(view: View) -> Content:
    """Provinces by class; one without a figure is hatched."""
    found = compare(view)
    values = [value for _part, value in found.held]
    parted = cuts(values)
    shades = [Shade(p.area, p.value, _words(view, found, p), _address(p.area)) for p in found.parts]
    figure = choropleth(shades, parted, geo.outline(), geo.ADDRESS, view.style)
    note = html.P(geo.attribution().words(), className="attribution")
    drawn = base.graph(figure, _map_title(found))
    body = html.Div([drawn, _legend(parted, view), note], className="map")
    return _content(view, found, _map_title(found), body)


def draw_ranking(view: View) -> Content:
    """The largest provinces in two columns, each with its bar and its figure."""
    found = compare(view)
    top = found.held[:SHOWN]
    if not top:
        return _content(view, found, _("No figure is held."), base.nothing())
    leaders = terms.listed(part.name for part, _value in top[:3])
    places = ranks({part.area: part.value for part in found.parts}, 2)
    rows = [_row(part, value, top[0][1], places[part.area].place or 0) for part, value in top]
    body = html.Ol(rows, className="ranking")
    return _content(view, found, _("%(areas)s lead by GDP", areas=leaders), body)


def _content(view: View, found: Comparison, finding: str, body: Component) -> Content:
    return Content(
        finding=finding,
        measure=base.measure_line(view, found.line),
        body=body,
        source=base.source(view, "gdp"),
        fresh=view.fresh(found.line, "gdp"),
        address=_address("000000"),
    )


def _map_title(found: Comparison) -> str:
    key = found.line.key
    if found.period is None or key is None:
        return _("GDP by province")
    return _("GDP by province, %(period)s", period=when(key, found.period))


def _part(view: View, area: str, found: base.Across, period: Period | None) -> Part:
    series = found.get(area)
    point = series.at(period) if series and period else None
    name = terms.area_name(view.catalog, area)
    if point is None or series is None or series.key is None:
        return Part(area, name, None, None)
    return Part(area, name, point.value, figure_key(series.key, point.period))


def _words(view: View, found: Comparison, part: Part) -> str:
    if part.value is None:
        return f"{part.name}<br>" + _("no figure")
    unit = terms.unit_name(view.catalog, found.line.series.unit)
    return f"{part.name}<br>{on_screen(written(part.value, 1))} {unit}"


def _legend(parted: Sequence[float], view: View) -> Component:
    colours = scale(len(parted) + 1, view.style)
    edges = [on_screen(written(cut, 0)) for cut in parted]
    labels = [f"< {edges[0]}", *(f"≥ {edge}" for edge in edges)] if edges else []
    keys = [
        html.Li([html.I(style={"background": colour}), label])
        for colour, label in zip(colours, labels, strict=False)
    ]
    missing = html.Li([html.I(className="missing"), _("no figure")])
    return html.Ul([*reversed(keys), missing], className="legend")


def _address(area: str) -> str:
    return f"/explore/gdp?area={area}&freq=A"


def _row(part: Part, value: float, most: float, place: int) -> Component:
    gauge = html.Span(html.I(style={"width": f"{value / most:.1%}"}), className="gauge")
    name = html.A(part.name, href=_address(part.area))
    return html.Li(
        [
            html.Span(str(place), className="place"),
            name,
            gauge,
            number(written(value, 0), part.trail),
        ]
    )


MAP = Panel(id="map", place="map", draw=draw_map)
RANKING = Panel(id="ranking", place="ranking", draw=draw_ranking)
