"""The kinds of panels that a scene's file may name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from layouts.wall.content import PanelContent
from layouts.wall.elements import (
    area_map,
    columns,
    lights,
    quadrant,
    ranking,
    sentences,
    shortfalls,
    structure,
    table,
    targets,
    timeliness,
    trend,
    waterfall,
)
from layouts.wall.scene import Panel, Scenes
from layouts.wall.view import View

Draw = Callable[[View, Panel, "Scenes"], PanelContent]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a panel is drawn, and how many series it takes."""

    draw: Draw
    takes: range


KINDS: Mapping[str, Kind] = {
    "trend": Kind(trend.draw, range(1, 5)),
    "columns": Kind(columns.draw, range(1, 2)),
    "structure": Kind(structure.draw, range(2, 7)),
    "waterfall": Kind(waterfall.draw, range(1, 8)),
    "map": Kind(area_map.draw, range(1, 2)),
    "ranking": Kind(ranking.draw, range(1, 2)),
    "table": Kind(table.draw, range(1, 7)),
    "quadrant": Kind(quadrant.draw, range(2, 3)),
    "sentences": Kind(sentences.draw, range(1, 25)),
    "targets": Kind(targets.draw, range(1)),
    "lights": Kind(lights.draw, range(1)),
    "shortfalls": Kind(shortfalls.draw, range(25)),
    "timeliness": Kind(timeliness.draw, range(1)),
}
