"""The month in sentences: one finding a series, by rule, the late ones said to be late."""

from __future__ import annotations

from typing import Any

from cockpit.i18n import gettext as _
from layouts.wall.content import PanelContent, nothing
from layouts.wall.elements import shared
from layouts.wall.findings import finding
from layouts.wall.scene import Named, Panel, Scenes
from layouts.wall.view import View


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """Sentences of the series that the place has figures of."""
    told = [_told(view, one) for one in panel.series]
    rows = [row for row in told if row]
    first = panel.series[0]
    ages = [row["fresh"] for row in rows]
    worst = max(ages, key=lambda age: (age.state == "overdue", age.days), default=None)
    return PanelContent(
        finding=panel.name,
        href=shared.href(first.selection, view.area),
        measure=_("written by rule from published figures"),
        source=shared.source(view, panel.series),
        fresh=worst or view.fresh(first.selection, view.line(first.selection)),
        body="sentences" if rows else "nothing",
        values={"rows": rows} if rows else {"words": nothing()},
    )


def _told(view: View, one: Named) -> dict[str, Any] | None:
    line = view.line(one.selection)
    latest = line.series.latest
    if latest is None:
        return None
    return {
        "words": finding(view, shared.named(view, one), line),
        "fresh": view.fresh(one.selection, line),
        "trail": line.trail(latest),
    }
