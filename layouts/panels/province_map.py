"""The map: provinces shaded by GDP; one without a figure is hatched."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.series import CHINA
from cockpit.wording import number, on_screen
from layouts import geo, terms
from layouts.explore.league import League
from layouts.figures.choropleth import Shade, choropleth, cuts, scale
from layouts.panels import base
from layouts.panels.amounts import amount
from layouts.panels.base import Panel
from layouts.panels.provinces import address, compare, content, text
from layouts.panels.sentences import when
from layouts.panels.view import View
from layouts.parts.frame import Content


def draw(view: View) -> Content:
    """Provinces by class, the place's own outlined, with the classes and the map's source."""
    found = compare(view, [area.code for area in view.catalog.areas.children(CHINA)])
    parted = cuts([point.value or 0.0 for _line, point in found.ranked])
    figure = choropleth(
        _shades(view, found), parted, geo.outline(), geo.ADDRESS, view.style, _province(view)
    )
    finding = _finding(view, found, parted)
    note = html.P(geo.attribution().words(), className="attribution")
    legend = _legend(parted, view)
    return content(
        view, found, finding, html.Div([base.graph(figure, finding), legend, note], className="map")
    )


def _province(view: View) -> str:
    """The province the place is or lies in; empty for the country."""
    drawn, code = set(geo.provinces()), view.area
    while code and code not in drawn:
        found = view.catalog.areas.get(code)
        code = found.parent or "" if found else ""
    return code


def _finding(view: View, found: League, parted: Sequence[float]) -> str:
    """How many areas stand in the highest class, which is the brightest on the map."""
    if not found.ranked or found.period is None or not parted:
        return _("%(name)s: no figure", name=_("GDP by province"))
    line = found.ranked[0][0]
    text, unit = amount(view, line, parted[-1])
    return _(
        "%(count)s of %(all)s provinces reach a GDP of %(cut)s %(unit)s in %(period)s",
        count=sum((point.value or 0.0) >= parted[-1] for _line, point in found.ranked),
        all=len(found.ranked),
        cut=text.removesuffix(".00"),
        unit=unit,
        period=when(line.key, found.period) if line.key else "",
    )


def _shades(view: View, found: League) -> list[Shade]:
    held = [
        Shade(
            line.area,
            point.value,
            f"{terms.area_name(view.catalog, line.area)}<br>{text(point)} "
            f"{terms.unit_name(view.catalog, line.series.unit)}",
            address(line.area),
        )
        for line, point in found.ranked
    ]
    missing = [
        Shade(
            area, None, f"{terms.area_name(view.catalog, area)}<br>{_('no figure')}", address(area)
        )
        for area in found.missing
    ]
    return [*held, *missing]


def _legend(parted: Sequence[float], view: View) -> Component:
    """The classes with their cut values, the highest first."""
    colours = scale(len(parted) + 1, view.style)
    edges = [on_screen(number(cut, 0)) for cut in parted]
    labels = [f"< {edges[0]}", *(f"≥ {edge}" for edge in edges)] if edges else []
    keys = [
        html.Li([html.I(style={"background": colour}), label])
        for colour, label in zip(colours, labels, strict=False)
    ]
    missing = html.Li([html.I(className="missing"), _("no figure")])
    return html.Ul([*reversed(keys), missing], className="legend")


PANEL = Panel(id="map", place="map", draw=draw)
