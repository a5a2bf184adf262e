"""The map: provinces by class; one without a figure is hatched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from cockpit.i18n import gettext as _
from cockpit.series import CHINA
from cockpit.wording import on_screen
from layouts import geo, terms
from layouts.wall.amounts import Scale
from layouts.wall.classes import cuts
from layouts.wall.content import PanelContent
from layouts.wall.elements import areas, shared
from layouts.wall.elements.areas import Compared
from layouts.wall.scene import Panel, Scenes
from layouts.wall.view import View


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """Provinces by class with the cut values, the place's own outlined, and the map's source."""
    one = panel.series[0]
    drawn = [area.code for area in view.catalog.areas.children(CHINA)]
    found = areas.compare(view, one.selection, drawn)
    parted = cuts([point.value or 0.0 for _line, point in found.league.ranked])
    return PanelContent(
        finding=_finding(view, panel.name, found, parted),
        href=shared.href(one.selection, view.area),
        measure=areas.measure(view, found),
        source=shared.source(view, [one]),
        fresh=areas.fresh(view, one.selection, found),
        body="map",
        values={
            "unit": found.scale.unit(view) if found.scale else "",
            "legend": _legend(view, found, parted),
            "attribution": geo.attribution().words(),
        },
        model=_model(view, found, parted),
    )


def province(view: View) -> str:
    """The province the place is or lies in; empty for the country."""
    drawn, code = set(geo.provinces()), view.area
    while code and code not in drawn:
        found = view.catalog.areas.get(code)
        code = found.parent or "" if found else ""
    return code


def _finding(view: View, name: str, found: Compared, parted: Sequence[float]) -> str:
    """How many areas stand in the highest class, which is the brightest on the map."""
    ranked, unit = found.league.ranked, found.scale
    if unit is None or not parted:
        return _("%(name)s: no figure", name=name)
    return _(
        "%(name)s of %(count)s of %(all)s provinces was %(cut)s %(unit)s or more in %(period)s",
        name=name,
        count=sum((point.value or 0.0) >= parted[-1] for _line, point in ranked),
        all=len(ranked),
        cut=_edge(view, unit, parted[-1]),
        unit=unit.unit(view),
        period=found.when,
    )


def _model(view: View, found: Compared, parted: Sequence[float]) -> dict[str, Any]:
    shades = {
        line.area: [
            bisect_right(parted, point.value or 0.0),
            " ".join((terms.area_name(view.catalog, line.area), shown.text, shown.unit)),
        ]
        for line, point in found.league.ranked
        if (shown := shared.figure(view, line, point, found.scale))
    }
    missing = {
        area: [None, f"{terms.area_name(view.catalog, area)} {_('no figure')}"]
        for area in found.league.missing
    }
    return {
        "kind": "map",
        "classes": len(parted) + 1,
        "areas": shades | missing,
        "own": province(view),
    }


def _legend(view: View, found: Compared, parted: Sequence[float]) -> list[dict[str, Any]]:
    """The classes with their cut values, the highest first; None is no figure."""
    unit = found.scale
    edges = [_edge(view, unit, cut) for cut in parted] if unit else []
    labels = [f"< {edges[0]}", *(f"≥ {edge}" for edge in edges)] if edges else []
    keys = [{"class": n, "words": words} for n, words in enumerate(labels)]
    return [*reversed(keys), {"class": None, "words": _("no figure")}]


def _edge(view: View, unit: Scale, cut: float) -> str:
    """A cut value without zeroes behind its point; cuts have two digits that count."""
    return on_screen(f"{float(f'{unit.value(view, cut):.2g}'):.12g}")
