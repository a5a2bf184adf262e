"""Gross domestic product: level, published growth, and what it is made of."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.series import CHINA, Selection
from layouts.figures.columns import columns
from layouts.panels import base
from layouts.panels.amounts import amount
from layouts.panels.base import Panel
from layouts.panels.sentences import growth, when
from layouts.panels.view import View
from layouts.parts.frame import Content
from layouts.parts.number import number

LEVEL = Selection(indicator="gdp")
GROWTH = Selection(indicator="gdp", transformation="yoy")
COLUMNS = 8
SECTORS = {"1": "primary", "2": "secondary", "3": "tertiary"}


def draw(view: View) -> Content:
    """Growth by period where it is published, otherwise the levels; below, the three sectors."""
    level, rate = view.line(LEVEL), view.line(GROWTH)
    shown = rate if rate.series.latest else level
    return Content(
        finding=_finding(view),
        measure=base.measure_line(view, shown),
        body=html.Div([_chart(view, shown is rate), *_structure(view)], className="strands"),
        source=base.source(view, "gdp"),
        fresh=view.fresh(shown, "gdp"),
        address=base.address(view, "gdp", "yoy" if shown is rate else "level"),
    )


def _finding(view: View) -> str:
    rate, level = view.line(GROWTH), view.line(LEVEL)
    if rate.series.latest:
        return growth(_name(view), rate)
    latest, key = level.series.latest, level.key
    if latest is None or key is None:
        return _("%(name)s: no figure", name=_name(view))
    text, unit = amount(view, level, latest.value or 0.0)
    return _(
        "%(name)s was %(value)s %(unit)s in %(period)s",
        name=_name(view),
        value=text,
        unit=unit,
        period=when(key, latest.period),
    )


def _name(view: View) -> str:
    return _("Gross domestic product") if view.area == CHINA else _("GDP")


def _chart(view: View, rates: bool) -> Component:
    line = view.line(GROWTH if rates else LEVEL)
    curve = view.curve(line, _name(view), COLUMNS)
    if curve is None:
        return base.nothing()
    return base.graph(columns(curve, view.style, 1 if rates else 0), _finding(view))


def _structure(view: View) -> list[Component]:
    shares = [(code, view.line(_share(code))) for code in SECTORS]
    held = [(code, line, p) for code, line in shares if (p := line.series.latest) and p.value]
    if len(held) < len(SECTORS):
        return []
    names = {"1": _("Primary"), "2": _("Secondary"), "3": _("Tertiary")}
    bars = [
        html.Li(
            [html.Span(names[code]), number(f"{base.share(p.value or 0.0)}%", line.trail(p))],
            className=SECTORS[code],
            style={"flexGrow": p.value},
        )
        for code, line, p in held
    ]
    return [html.Ul(bars, className="structure")]


def _share(code: str) -> Selection:
    return Selection(indicator="gdp_structure", breakdown=(("sector", code),))


PANEL = Panel(id="gdp", place="gdp", draw=draw)
