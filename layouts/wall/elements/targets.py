"""The year's targets: what was meant, where it stands, how far apart, and a light with its word."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cockpit.i18n import gettext as _
from cockpit.position import Progress, Target, targets_met
from cockpit.series import Selection
from layouts import terms
from layouts.wall import target_words
from layouts.wall.content import Figure, PanelContent
from layouts.wall.elements import shared
from layouts.wall.findings import when
from layouts.wall.scene import Named, Panel, Scenes
from layouts.wall.view import View


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """Every target of the place for the last year that has any, those behind first."""
    met = targets_met(view.calculator, view.catalog, view.targets, view.area, as_of=view.today)
    series = [Named(_asked(one.target)) for one in met]
    lines = [view.line(one.selection) for one in series]
    ages = [view.fresh(one.selection, line) for one, line in zip(series, lines, strict=True)]
    worst = max(ages, key=lambda age: (age.state == "overdue", age.days), default=None)
    return PanelContent(
        finding=_finding(panel.name, met),
        href=f"/explore?area={view.area}",
        measure=_("by the targets adopted for the year"),
        source=shared.source(view, series) if series else "",
        fresh=worst or view.missing(),
        body="targets" if met else "nothing",
        values={"heads": _heads(), "rows": [_row(view, one) for one in met]}
        if met
        else {"words": _("No target is written down for this place.")},
    )


def _finding(name: str, met: tuple[Progress, ...]) -> str:
    if not met:
        return _("%(name)s: no figure", name=name)
    told = _(
        "%(reached)s of %(all)s reached or on the way",
        reached=sum(one.light == "reached" for one in met),
        all=len(met),
    )
    return f"{met[0].target.year} {name} · {told}"


def _heads() -> list[str]:
    return [_("Target"), _("Meant"), _("Now"), _("Up to"), _("Apart"), _("State")]


def _row(view: View, one: Progress) -> dict[str, Any]:
    target = one.target
    line = view.line(replace(_asked(target), freq=one.freq))
    point = line.series.at(one.period) if one.period else None
    same = point is not None and point.value == one.value
    told = when(line.key, one.period) if line.key and one.period else ""
    value = None if one.value is None else target_words.reached(view.catalog, target, one.value)
    return {
        "name": _name(view, target),
        "meant": target_words.meant(view.catalog, target),
        "now": Figure(text=value, trail=line.trail(point) if point and same else None)
        if value
        else None,
        "when": told,
        "gap": target_words.apart(one),
        "mark": target_words.MARKS[one.light] if one.light else "",
        "light": one.light or "missing",
        "state": target_words.state(one),
    }


def _asked(target: Target) -> Selection:
    return Selection(
        indicator=target.indicator, transformation=target.measure, breakdown=target.breakdown
    )


def _name(view: View, target: Target) -> str:
    name = terms.indicator_name(view.catalog, target.indicator)
    rate = terms.measure("yoy") if target.measure == "yoy" else ""
    parts = terms.breakdown_words(view.catalog, target.breakdown)
    return " · ".join(filter(None, (name, parts, rate)))
