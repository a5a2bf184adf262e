"""Areas downwards, indicators across; every cell shaded by its fifth within the column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from cockpit.i18n import gettext as _
from layouts import terms
from layouts.wall.classes import cuts
from layouts.wall.content import PanelContent, nothing
from layouts.wall.elements import areas, shared
from layouts.wall.elements.areas import Compared
from layouts.wall.scene import Named, Panel, Scenes
from layouts.wall.view import View


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """Rows in the order of the first column, columns in the order of the file."""
    series = panel.series
    beside = areas.beside(view)
    found = [areas.compare(view, one.selection, beside) for one in series]
    held = bool(found[0].league.ranked)
    return PanelContent(
        finding=_finding(panel.name, found),
        href=shared.href(series[0].selection, view.area),
        measure=_("shaded by fifths of each column"),
        source=shared.source(view, series),
        fresh=areas.fresh(view, series[0].selection, found[0]),
        body="table" if held else "nothing",
        values=_values(view, series, found) if held else {"words": nothing()},
    )


def _finding(name: str, found: Sequence[Compared]) -> str:
    if not found[0].league.ranked:
        return _("%(name)s: no figure", name=name)
    return f"{name} · {found[0].when}"


def _values(view: View, series: Sequence[Named], found: Sequence[Compared]) -> dict[str, Any]:
    order = sorted(found[0].places, key=lambda area: found[0].places[area].place or 0)
    shown = [_column(view, one) for one in found]
    rows = [
        {
            "name": terms.area_name(view.catalog, area),
            "own": area == view.area,
            "cells": [column.get(area) for column in shown],
        }
        for area in (*order, *found[0].league.withheld)
    ]
    heads = [_head(view, *pair, found[0]) for pair in zip(series, found, strict=True)]
    return {"heads": heads, "rows": rows}


def _head(view: View, one: Named, found: Compared, leading: Compared) -> dict[str, str]:
    """The name of a column with its unit, and its own period where that is another."""
    unit = found.scale.unit(view) if found.scale else ""
    told = found.when if found.when != leading.when else ""
    return {"name": shared.named(view, one), "unit": unit, "when": told}


def _column(view: View, found: Compared) -> dict[str, Any]:
    parted = cuts([point.value or 0.0 for _line, point in found.league.ranked])
    return {
        line.area: {
            "figure": shared.figure(view, line, point, found.scale),
            "class": bisect_right(parted, point.value or 0.0),
        }
        for line, point in found.league.ranked
    } | {area: {"figure": shared.suppressed(), "class": None} for area in found.league.withheld}
