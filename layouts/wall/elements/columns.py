"""Columns over time: one series, zero at the foot, the last column told from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cockpit.period import MONTHS
from cockpit.series import Point, SeriesKey
from layouts.explore.reading import Line
from layouts.wall.amounts import Scale, scale
from layouts.wall.content import PanelContent, nothing
from layouts.wall.elements import shared
from layouts.wall.findings import finding, when
from layouts.wall.scene import Panel, Scenes
from layouts.wall.view import View

MOST = {"M": 13, "Q": 9, "A": 10}


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """The last figures of one series."""
    series = shared.chosen(view, panel)
    one = series[0]
    line = view.line(one.selection)
    points = _points(line)
    unit = scale(line, [point.value or 0.0 for point in points])
    return PanelContent(
        finding=finding(view, shared.subject(view, panel, series), line),
        href=shared.href(one.selection, view.area),
        measure=shared.measure(view, line, unit),
        source=shared.source(view, [one]),
        fresh=view.fresh(one.selection, line),
        body="figure" if points else "nothing",
        values={} if points else {"words": nothing()},
        model=_model(view, line.key, points, unit) if line.key and points else None,
    )


def _points(line: Line) -> list[Point]:
    held = [point for point in line.series.points if point.value is not None]
    return held[-MOST[line.key.freq] :] if line.key else []


def _model(view: View, key: SeriesKey, points: Sequence[Point], unit: Scale) -> dict[str, Any]:
    return {
        "kind": "columns",
        "step": MONTHS[key.freq],
        "points": [[point.period.end, unit.value(view, point.value or 0.0)] for point in points],
        "words": [when(key, point.period) for point in points],
        "texts": [unit.text(view, point.value or 0.0) for point in points],
        "trail": unit.line.trail(points[-1]),
    }
