"""What each part brought to a whole's growth, as steps that lead to it, the residual shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.indicator.structure import PartOf, Structure, structure
from cockpit.series import Selection, SeriesKey
from cockpit.wording import growth_words, number
from layouts import terms
from layouts.explore.reading import figure_key
from layouts.wall.content import PanelContent, nothing
from layouts.wall.elements import shared
from layouts.wall.findings import when
from layouts.wall.scene import Named, Panel, Scenes
from layouts.wall.view import View

DECIMALS = 2
"""Of pulls in percentage points, which are often below a tenth."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A part by its name, what it brought in percentage points, and the trail of that figure."""

    name: str
    pull: float
    trail: str


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """The whole, and its parts as the scene names them or as the catalogue declares them."""
    series = shared.chosen(view, panel)
    whole = replace(series[0].selection, transformation="level").of(view.area)
    growth = view.line(replace(whole, transformation="yoy"))
    found = _structure(view, whole)
    steps = _steps(view, found, series[1:]) if found else []
    refusal = _refusal(view, found, steps, growth.refusal)
    name = shared.subject(view, panel, series)
    return PanelContent(
        finding=_finding(name, found, steps),
        href=shared.href(whole, view.area),
        measure=_measure(found) if not refusal else "",
        source=shared.source(view, series),
        fresh=view.fresh(whole, view.line(whole)),
        body="nothing" if refusal else "figure",
        values={"words": refusal} if refusal else {},
        model=_model(found, steps) if found and not refusal else None,
    )


def _structure(view: View, whole: Selection) -> Structure | None:
    try:
        return structure(view.calculator, view.catalog, whole)
    except CockpitError:
        return None


def _steps(view: View, found: Structure, names: Sequence[Named]) -> list[Brought]:
    """The parts that brought something known, in the order of the scene or of the catalogue."""
    short = {one.selection.indicator: shared.named(view, one) for one in names}
    order = [*short, *(part.indicator for part in found.parts)]
    parts = sorted(found.parts, key=lambda part: order.index(part.indicator))
    return [
        Brought(
            short.get(part.indicator) or terms.indicator_name(view.catalog, part.indicator),
            pull,
            figure_key(_key(found, part), found.period),
        )
        for part in parts
        if (pull := part.value("contribution")) is not None
    ]


def _key(found: Structure, part: PartOf) -> SeriesKey:
    key = replace(found.key, indicator=part.indicator, transformation="contribution")
    return replace(key, breakdown=part.breakdown)


def _refusal(
    view: View, found: Structure | None, steps: Sequence[Brought], growth: str | None
) -> str:
    """Why no steps are shown, in a sentence; empty where they lead to the whole."""
    if found is None or found.level is None:
        return nothing()
    if found.growth is None:
        return growth or _("No growth is published for this place, so no part's pull is known.")
    lacking = [p.indicator for p in found.parts if p.value("contribution") is None]
    if lacking or not steps:
        names = terms.comma(terms.indicator_name(view.catalog, one) for one in lacking)
        return _("Nothing is known of what these parts brought: %(names)s.", names=names)
    return "" if found.complete else _("The parts held do not make up the whole.")


def _finding(name: str, found: Structure | None, steps: Sequence[Brought]) -> str:
    """`2023年生产总值增长5.2%，其中第三产业拉动3.06个百分点`."""
    if found is None or found.growth is None or not steps:
        return _("%(name)s: what its parts brought", name=name)
    told = _(
        "%(name)s %(growth)s in %(period)s",
        name=name,
        growth=growth_words(found.growth),
        period=when(found.key, found.period),
    )
    most = max(steps, key=lambda step: abs(step.pull))
    return _(
        "%(finding)s, of which %(part)s %(points)s pp",
        finding=told,
        part=most.name,
        points=number(most.pull, DECIMALS),
    )


def _measure(found: Structure | None) -> str:
    estimated = [_("estimated")] if found and found.estimate else []
    return " · ".join([_("percentage points"), *estimated, _("the residual is not spread")])


def _model(found: Structure, steps: Sequence[Brought]) -> dict[str, Any]:
    residual = found.residual or 0.0
    rest = {"name": _("Residual"), "value": residual, "kind": "residual"}
    whole = {"name": _("Growth"), "value": found.growth, "kind": "whole"}
    brought = [{"name": s.name, "value": s.pull, "kind": "part", "trail": s.trail} for s in steps]
    rows = [_written(row) for row in (*brought, rest)]
    return {"kind": "waterfall", "rows": [*rows, _written(whole, 1)]}


def _written(row: dict[str, Any], decimals: int = DECIMALS) -> dict[str, Any]:
    return row | {"text": terms.points(row["value"], decimals)}
