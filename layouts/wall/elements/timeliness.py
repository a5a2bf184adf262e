"""Which figures of the wall are late, what is awaited next, and from whom."""

from __future__ import annotations

from typing import Any

from cockpit.freshness import Freshness
from cockpit.i18n import gettext as _
from layouts import terms
from layouts.wall.awaited import Awaited, awaited
from layouts.wall.content import PanelContent
from layouts.wall.scene import Panel, Scenes
from layouts.wall.view import View


def draw(view: View, panel: Panel, scenes: Scenes) -> PanelContent:
    """Every series of every scene: overdue first, then missing, then by the day it is due."""
    found = awaited(view, scenes)
    late = sum(one.fresh.state == "overdue" for one in found)
    missing = sum(one.fresh.state == "missing" for one in found)
    told = _(
        "%(late)s of %(all)s series overdue, %(missing)s not held",
        late=late,
        all=len(found),
        missing=missing,
    )
    return PanelContent(
        finding=f"{panel.name} · {told}",
        href=f"/explore?area={view.area}",
        measure=_("by the release calendar, otherwise by each series' rule"),
        source="",
        fresh=Freshness("current"),
        body="timeliness",
        values={"rows": [_row(view, one) for one in found], "heads": _heads()},
    )


def _heads() -> list[str]:
    return [_("Series"), _("Latest figure"), _("Due"), _("State"), _("Awaited from")]


def _row(view: View, one: Awaited) -> dict[str, Any]:
    return {
        "name": one.name,
        "latest": one.latest,
        "due": one.fresh.when(),
        "fresh": one.fresh,
        "from": terms.bureau_names(view.catalog, one.selection.indicator),
    }
