"""The same figures as plotly draws them, for the pages compared."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


def figures(held: dict[str, Any]) -> list[go.Figure]:
    """Seven lines, one chart of columns, one of provinces."""
    drawn = [_line(name, points) for name, points in held["lines"].items()]
    return [*drawn, _columns(held["columns"]), _provinces(held["map"])]


def _line(name: str, points: list[tuple[str, float]]) -> go.Figure:
    months, values = zip(*points, strict=True)
    return go.Figure(go.Scatter(x=months, y=values, name=name), {"title": name, "height": 260})


def _columns(points: list[tuple[str, float]]) -> go.Figure:
    quarters, values = zip(*points, strict=True)
    return go.Figure(go.Bar(x=quarters, y=values), {"title": "gdp", "height": 260})


def _provinces(shades: dict[str, float]) -> go.Figure:
    """Bars where the wall has its map: plotly's maps draw nothing without the internet."""
    ranked = sorted(shades.items(), key=lambda pair: pair[1])
    areas, values = zip(*ranked, strict=True)
    return go.Figure(go.Bar(x=values, y=areas, orientation="h"), {"title": "map", "height": 260})
