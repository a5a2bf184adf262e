"""The place and those it is compared with, in order, with how their places have moved."""

from __future__ import annotations

from typing import Any

from cockpit.i18n import gettext as _
from layouts import terms
from layouts.explore.regions import bar
from layouts.wall.content import PanelContent, nothing
from layouts.wall.elements import areas, shared
from layouts.wall.elements.areas import Compared
from layouts.wall.scene import Panel, Scenes
from layouts.wall.view import View

LEADERS = 3


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """Every area in order; the browser shows as many as there is room for, the own one always."""
    series = shared.chosen(view, panel)
    one = series[0]
    found = areas.compare(view, one.selection, areas.beside(view))
    held = bool(found.league.ranked)
    rows = _rows(view, found)
    return PanelContent(
        finding=_finding(view, shared.subject(view, panel, series), found),
        href=shared.href(one.selection, view.area),
        measure=areas.measure(view, found, moved=any(row["moved"] for row in rows)),
        source=shared.source(view, [one]),
        fresh=areas.fresh(view, one.selection, found),
        body="ranking" if held else "nothing",
        values={"rows": rows} if held else {"words": nothing()},
    )


def _finding(view: View, name: str, found: Compared) -> str:
    own = found.places.get(view.area)
    if own is not None and own.place is not None:
        return _(
            "%(period)s %(area)s: %(place)s by %(name)s among %(of)s",
            period=found.when,
            area=terms.area_name(view.catalog, view.area),
            place=own.words(),
            name=name,
            of=own.of,
        )
    order = sorted(found.places, key=lambda area: found.places[area].place or 0)[:LEADERS]
    if not order:
        return _("%(name)s: no figure", name=name)
    leaders = terms.listed(terms.area_name(view.catalog, area) for area in order)
    return _(
        "%(areas)s lead by %(name)s in %(period)s", areas=leaders, name=name, period=found.when
    )


def _rows(view: View, found: Compared) -> list[dict[str, Any]]:
    values = [point.value or 0.0 for _line, point in found.league.ranked]
    rows: list[dict[str, Any]] = [
        {
            "place": found.places[line.area].place,
            "moved": _moved(found, line.area),
            "name": terms.area_name(view.catalog, line.area),
            "area": line.area,
            "figure": shared.figure(view, line, point, found.scale),
            "bar": bar(point.value or 0.0, values),
            "own": line.area == view.area,
        }
        for line, point in found.league.ranked
    ]
    return [*sorted(rows, key=lambda row: row["place"]), *_withheld(view, found)]


def _withheld(view: View, found: Compared) -> list[dict[str, Any]]:
    """Areas whose figure is withheld: named after the others, without a place."""
    return [
        {
            "place": "",
            "moved": None,
            "name": terms.area_name(view.catalog, area),
            "area": area,
            "figure": shared.suppressed(),
            "bar": (0.0, 0.0),
            "own": area == view.area,
        }
        for area in found.league.withheld
    ]


def _moved(found: Compared, area: str) -> int | None:
    """Places won (above zero) or lost since a year before; None where that is not known."""
    now, then = found.places[area].place, found.before.get(area)
    return None if now is None or then is None or then.place is None else then.place - now
