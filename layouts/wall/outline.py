"""The country's outlines as paths on a plane, so that a browser draws them and projects nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, radians, sin, sqrt
from typing import Any

import orjson

from layouts import geo

Place = tuple[float, float]
SCALE = 6000.0
SOUTHERN_SEA = (106.0, 2.5, 122.5, 24.0)
"""West, south, east and north of the inset."""
MAINLAND = 18.0
"""The parallel at which a map with an inset ends."""

# Albers' conic equal-area projection with the parallels and the meridian of Chinese atlases.
_FIRST, _SECOND, _MERIDIAN = radians(25), radians(47), 105.0
_N = (sin(_FIRST) + sin(_SECOND)) / 2
_C = cos(_FIRST) ** 2 + 2 * _N * sin(_FIRST)


def outline() -> bytes:
    """Paths by area, the boundary lines, the islands, and the frames of the two parts, as JSON."""
    features = json.loads(geo.PROVINCES.read_text(encoding="utf-8"))["features"]
    lines = geo.outline()
    places = [at for one in features for ring in _rings(one["geometry"]) for at in ring]
    places += [(lon, lat) for lon, lat in lines.lines if lon is not None and lat is not None]
    return orjson.dumps(
        {
            "areas": {one["id"]: _areas(one["geometry"]) for one in features},
            "lines": _runs(lines.lines),
            "dots": [_whole(projected(*at)) for at in lines.dots],
            "main": _frame([at for at in places if at[1] >= MAINLAND]),
            "whole": _frame(places),
            "south": _frame(_corners(SOUTHERN_SEA)),
        }
    )


def projected(lon: float, lat: float) -> Place:
    """A place on the plane, to the right and downwards."""
    radius = sqrt(_C - 2 * _N * sin(radians(lat))) / _N
    angle = _N * radians(lon - _MERIDIAN)
    return radius * sin(angle) * SCALE, radius * cos(angle) * SCALE


def _whole(at: Place) -> tuple[int, int]:
    return round(at[0]), round(at[1])


def _areas(geometry: dict[str, Any]) -> str:
    return "".join(f"{_path(ring)}z" for ring in _rings(geometry))


def _rings(geometry: dict[str, Any]) -> list[list[Sequence[float]]]:
    several = geometry["coordinates"]
    polygons = several if geometry["type"] == "MultiPolygon" else [several]
    return [ring for polygon in polygons for ring in polygon]


def _runs(points: Iterable[tuple[float | None, float | None]]) -> str:
    runs: list[list[Place]] = [[]]
    for lon, lat in points:
        if lon is None or lat is None:
            runs.append([])
        else:
            runs[-1].append((lon, lat))
    return "".join(_path(run) for run in runs if run)


def _path(ring: Sequence[Sequence[float]]) -> str:
    """A run of places as steps from one to the next; places that fall together are one."""
    places = [_whole(projected(lon, lat)) for lon, lat in ring]
    steps = [
        f"{x - before[0]} {y - before[1]}"
        for before, (x, y) in pairwise(places)
        if (x, y) != before
    ]
    start = f"M{places[0][0]} {places[0][1]}"
    return f"{start}l{' '.join(steps)}" if steps else f"{start}h1"


def _corners(extent: tuple[float, float, float, float]) -> list[Place]:
    west, south, east, north = extent
    middle = (west + east) / 2
    return [(lon, lat) for lon in (west, middle, east) for lat in (south, north)]


def _frame(places: Iterable[Sequence[float]]) -> list[int]:
    """Left, top, width and height of what holds these places."""
    xs, ys = zip(*(projected(lon, lat) for lon, lat in places), strict=True)
    left, top = round(min(xs)), round(min(ys))
    return [left, top, round(max(xs)) - left, round(max(ys)) - top]
