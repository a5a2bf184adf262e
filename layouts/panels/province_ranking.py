"""The ranking: the place and those it is compared with, by GDP."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.ranking import Rank, ranks
from cockpit.series import Point
from layouts import terms
from layouts.explore.league import League
from layouts.explore.reading import Line
from layouts.explore.regions import peers
from layouts.panels import base
from layouts.panels.base import Panel
from layouts.panels.provinces import address, compare, content, text
from layouts.panels.view import View
from layouts.parts.frame import Content
from layouts.parts.number import number

SHOWN = 10
LEADERS = 3
DECIMALS = 2


def draw(view: View) -> Content:
    """The largest in two columns, the place's own row among them wherever it ranks."""
    found = compare(view, peers(view.catalog, view.area))
    if not found.ranked:
        return content(view, found, _("%(name)s: no figure", name=_("GDP")), base.nothing())
    places = ranks({line.area: point.value for line, point in found.ranked}, DECIMALS)
    most = found.ranked[0][1].value or 0.0
    rows = [_row(view, line, point, places, most) for line, point in _shown(view, found)]
    return content(view, found, _finding(view, found, places), html.Ol(rows, className="ranking"))


def _finding(view: View, found: League, places: dict[str, Rank]) -> str:
    own = places.get(view.area)
    if own is not None and own.place is not None:
        return _(
            "%(area)s: %(place)s by GDP among %(of)s",
            area=terms.area_name(view.catalog, view.area),
            place=own.words(),
            of=own.of,
        )
    leaders = (terms.area_name(view.catalog, line.area) for line, _p in found.ranked[:LEADERS])
    return _("%(areas)s lead by GDP", areas=terms.listed(leaders))


def _shown(view: View, found: League) -> list[tuple[Line, Point]]:
    top, rest = list(found.ranked[:SHOWN]), found.ranked[SHOWN:]
    own = next((pair for pair in rest if pair[0].area == view.area), None)
    return [*top[:-1], own] if own else top


def _row(view: View, line: Line, point: Point, places: dict[str, Rank], most: float) -> Component:
    share = (point.value or 0.0) / most if most else 0.0
    name = terms.area_name(view.catalog, line.area)
    return html.Li(
        [
            html.Span(str(places[line.area].place), className="place"),
            html.A(name, href=address(line.area), title=name),
            html.Span(html.I(style={"width": f"{share:.1%}"}), className="gauge"),
            number(text(point), line.trail(point)),
        ],
        className="own" if line.area == view.area else "",
    )


PANEL = Panel(id="ranking", place="ranking", draw=draw)
