"""Warning lights: series downwards, months across, each light a shape as well as a colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cockpit.errors import InputError
from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.signals import lights
from cockpit.signals.board import Month
from cockpit.signals.told import matrix_told
from cockpit.wording import number, period_words
from layouts.wall.content import PanelContent
from layouts.wall.elements import shared
from layouts.wall.reads import LIGHTS
from layouts.wall.scene import Named, Panel, Scenes
from layouts.wall.view import View

MONTHS = 13
AHEAD = 12


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """Thirteen months of the lights of the place, and the index they make."""
    months = _months(view)
    series = [Named(one.asked) for one in view.rules.components.get(LIGHTS, ())]
    ages = [view.fresh(one.selection, view.line(one.selection)) for one in series]
    worst = max(ages, key=lambda age: (age.state == "overdue", age.days), default=None)
    return PanelContent(
        finding=_finding(view, panel.name, months),
        href=f"/explore?area={view.area}",
        measure=_("cut-offs from the five years before each figure"),
        source=shared.source(view, series) if series else "",
        fresh=worst or view.missing(),
        body="lights" if months else "nothing",
        values=_values(view, months)
        if months
        else {"words": _("No figure is held for this place.")},
    )


def _months(view: View) -> Sequence[Month]:
    """The months up to the last in which anything is lit: a balance may run ahead of all others."""
    try:
        found = lights(view.calculator, view.rules, view.area, LIGHTS, MONTHS + AHEAD)
    except InputError:
        return ()
    lit = [at for at, one in enumerate(found, start=1) if any(one.climate.lights.values())]
    return found[: lit[-1]][-MONTHS:] if lit else found[-MONTHS:]


def _finding(view: View, name: str, months: Sequence[Month]) -> str:
    lit = [one for one in months if one.climate.index is not None]
    if not lit:
        return _("%(name)s: fewer than half of the lights are lit", name=name)
    zones = {zone.light: zone.label for zone in view.rules.zones}
    last = lit[-1].climate
    return _(
        "%(name)s stood at %(index)s in %(period)s: %(zone)s",
        name=name,
        index=number(last.index, 1),
        period=period_words(Period(lit[-1].month, 1), "M", "period"),
        zone=zones[last.light] if last.light else "",
    )


def _values(view: View, months: Sequence[Month]) -> dict[str, Any]:
    told = matrix_told(months, view.rules.zones, view.catalog)
    zones = {zone["light"]: zone for zone in told["zones"]}
    rows = [
        {"name": name, "cells": [zones.get(one.climate.lights.get(code)) for one in months]}
        for code, name in told["components"].items()
    ]
    index = [None if one.climate.index is None else number(one.climate.index, 0) for one in months]
    return {
        "heads": [_head(one.month, at) for at, one in enumerate(months)],
        "rows": rows,
        "index": index,
        "index_name": _("Index"),
        "zones": told["zones"],
    }


def _head(month: int, at: int) -> str:
    """The month, with its year where the row begins and in January."""
    number = month % 12 + 1
    return f"{month // 12 % 100:02d}/{number}" if at == 0 or number == 1 else str(number)
