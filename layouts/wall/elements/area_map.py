"""The map: the parts of a place by class; one without a figure is hatched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from cockpit.boundaries import Land
from cockpit.i18n import gettext as _
from cockpit.wording import on_screen
from layouts import geo, terms
from layouts.wall.amounts import Scale
from layouts.wall.classes import cuts
from layouts.wall.content import PanelContent
from layouts.wall.elements import areas, shared
from layouts.wall.elements.areas import Compared
from layouts.wall.scene import Panel, Scenes
from layouts.wall.view import View

Key = int | str
"""A class from 0, or how an area without one is drawn: `missing`, `suppressed`."""


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """Parts by class with the cut values, the place lit in its map, the way up, and the source."""
    one, drawn = panel.series[0], view.lands.around(view.area)
    within = [area.code for area in view.catalog.areas.children(drawn.land.area)]
    found = areas.compare(view, one.selection, within)
    parted = cuts([point.value or 0.0 for _line, point in found.league.ranked])
    return PanelContent(
        finding=_finding(view, panel.name, drawn.land, found, parted),
        href=shared.href(one.selection, view.area),
        measure=areas.measure(view, found),
        source=shared.source(view, [one]),
        fresh=areas.fresh(view, one.selection, found),
        body="map",
        values={
            "unit": found.scale.unit(view) if found.scale else "",
            "legend": _legend(view, found, parted),
            "above": _above(view, drawn.land),
            "attribution": _attribution(view, drawn.land, within),
        },
        model=_model(view, drawn.land, found, parted) | {"land": drawn.asset.address},
    )


def _finding(view: View, name: str, land: Land, found: Compared, parted: Sequence[float]) -> str:
    """How many areas stand in the highest class, which is the brightest on the map."""
    ranked, unit = found.league.ranked, found.scale
    place, parts = terms.area_name(view.catalog, land.area), _parts(view, land)
    if unit is None or not parted:
        return _(
            "%(name)s of the %(parts)s of %(area)s: no figure", name=name, parts=parts, area=place
        )
    return _(
        "%(name)s of %(count)s of %(all)s %(parts)s of %(area)s was %(cut)s %(unit)s or more in "
        "%(period)s",
        name=name,
        parts=parts,
        count=sum((point.value or 0.0) >= parted[-1] for _line, point in ranked),
        all=len(ranked),
        area=place,
        cut=_edge(view, unit, parted[-1]),
        unit=unit.unit(view),
        period=found.when,
    )


def _parts(view: View, land: Land) -> str:
    """What the parts of an area are, by the first of them."""
    first = view.catalog.areas.children(land.area)[0].level
    return {
        "province": _("provinces"),
        "city": _("cities"),
        "county": _("counties"),
        "town": _("towns"),
    }[first]


def _model(view: View, land: Land, found: Compared, parted: Sequence[float]) -> dict[str, Any]:
    shades: dict[str, tuple[Key, str]] = {
        line.area: (bisect_right(parted, point.value or 0.0), f"{shown.text} {shown.unit}")
        for line, point in found.league.ranked
        if (shown := shared.figure(view, line, point, found.scale))
    }
    for area in found.league.missing:
        shades[area] = "missing", _("no figure")
    for area in found.league.withheld:
        shades[area] = "suppressed", _("suppressed")
    return {
        "kind": "map",
        "classes": len(parted) + 1,
        "areas": {
            area: (shade, terms.area_name(view.catalog, area), words)
            for area, (shade, words) in shades.items()
            if area in land.parts
        },
        "own": _own(view, land),
    }


def _own(view: View, land: Land) -> str:
    """The part that the place is or lies in; empty where it is the whole of the map."""
    path = [area.code for area in view.catalog.areas.path(view.area)]
    return next((code for code in path if code in land.parts), "")


def _above(view: View, land: Land) -> list[dict[str, Any]]:
    """The way up: the areas that the map lies in, the country first, and the map's own."""
    path = [area.code for area in view.catalog.areas.path(land.area)]
    if path == [view.area]:
        return []
    return [
        {"name": terms.area_name(view.catalog, code), "area": code, "here": code == view.area}
        for code in path
    ]


def _attribution(view: View, land: Land, within: Sequence[str]) -> str:
    """Source and approval number, and which areas the source does not know."""
    words = geo.attribution().words(land)
    unknown = [terms.area_name(view.catalog, code) for code in within if code not in land.parts]
    if not unknown:
        return words
    return " · ".join((words, _("No boundary: %(areas)s", areas=terms.listed(unknown))))


def _legend(view: View, found: Compared, parted: Sequence[float]) -> list[dict[str, Any]]:
    """The classes with their cut values, the highest first, then how gaps are drawn."""
    unit = found.scale
    edges = [_edge(view, unit, cut) for cut in parted] if unit else []
    labels = [f"< {edges[0]}", *(f"≥ {edge}" for edge in edges)] if edges else []
    keys = [{"mark": f"class-{n}-{len(labels)}", "words": words} for n, words in enumerate(labels)]
    gaps = [{"mark": "missing", "words": _("no figure")}]
    gaps += [{"mark": "suppressed", "words": _("suppressed")}] if found.league.withheld else []
    return [*reversed(keys), *gaps]


def _edge(view: View, unit: Scale, cut: float) -> str:
    """A cut value without zeroes behind its point; cuts have two digits that count."""
    return on_screen(f"{float(f'{unit.value(view, cut):.2g}'):.12g}")
