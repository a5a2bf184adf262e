"""Areas by two indicators, parted by the medians: large and fast, large and slow, and so on."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from cockpit.i18n import gettext as _
from layouts import terms
from layouts.wall.content import PanelContent, nothing
from layouts.wall.elements import areas, shared
from layouts.wall.elements.areas import Compared
from layouts.wall.scene import Named, Panel, Scenes
from layouts.wall.view import View


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """The first series to the right, the second upwards."""
    beside = areas.beside(view)
    across, up = (areas.compare(view, one.selection, beside) for one in panel.series)
    pairs = _pairs(across, up)
    return PanelContent(
        finding=_finding(panel.name, pairs, across),
        href=shared.href(panel.series[0].selection, view.area),
        measure=_("lines are medians"),
        source=shared.source(view, panel.series),
        fresh=areas.fresh(view, panel.series[0].selection, across),
        body="figure" if pairs else "nothing",
        values={} if pairs else {"words": nothing()},
        model=_model(view, panel.series, (across, up), pairs) if pairs else None,
    )


def _pairs(across: Compared, up: Compared) -> dict[str, tuple[float, float]]:
    right = {line.area: point.value for line, point in across.league.ranked}
    high = {line.area: point.value for line, point in up.league.ranked}
    return {
        area: (value, other)
        for area, value in right.items()
        if value is not None and (other := high.get(area)) is not None
    }


def _finding(name: str, pairs: dict[str, tuple[float, float]], across: Compared) -> str:
    if not pairs:
        return _("%(name)s: no figure", name=name)
    x, y = (median(values) for values in zip(*pairs.values(), strict=True))
    both = sum(a >= x and b >= y for a, b in pairs.values())
    told = _("%(count)s of %(all)s above both medians", count=both, all=len(pairs))
    return f"{name} · {across.when} · {told}"


def _model(
    view: View,
    series: Sequence[Named],
    found: Sequence[Compared],
    pairs: dict[str, tuple[float, float]],
) -> dict[str, Any]:
    points = [
        {
            "name": terms.area_name(view.catalog, area),
            "at": [_value(view, one, value) for one, value in zip(found, at, strict=True)],
            "own": area == view.area,
        }
        for area, at in pairs.items()
    ]
    x, y = (median(values) for values in zip(*(point["at"] for point in points), strict=True))
    axes = [_axis(view, *pair) for pair in zip(series, found, strict=True)]
    return {"kind": "quadrant", "points": points, "medians": [x, y], "axes": axes}


def _value(view: View, found: Compared, value: float) -> float:
    return found.scale.value(view, value) if found.scale else value


def _axis(view: View, one: Named, found: Compared) -> str:
    unit = found.scale.unit(view) if found.scale else ""
    return f"{shared.named(view, one)} ({unit})" if unit else shared.named(view, one)
