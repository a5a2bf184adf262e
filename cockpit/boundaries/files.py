"""The two forms that the shipped boundaries are kept in: TopoJSON and GeoJSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import orjson

from cockpit.boundaries.land import Place, Ring, Shape, wound


def topology(path: Path) -> dict[str, Shape]:
    """The shapes of a TopoJSON file's object `parts` by their ids."""
    given = orjson.loads(path.read_bytes())
    arcs = [_arc(arc, given["transform"]) for arc in given["arcs"]]
    return {one["id"]: _joined(one, arcs) for one in given["objects"]["parts"]["geometries"]}


def features(path: Path) -> list[Mapping[str, Any]]:
    """The features of a GeoJSON file."""
    return orjson.loads(path.read_bytes())["features"]


def shape(geometry: Mapping[str, Any]) -> Shape:
    """The rings of a GeoJSON MultiPolygon."""
    return tuple(ring for polygon in geometry["coordinates"] for ring in wound(_runs(polygon)))


def lines(geometry: Mapping[str, Any]) -> tuple[Ring, ...]:
    """The runs of a GeoJSON LineString or MultiLineString."""
    given = geometry["coordinates"]
    return _runs([given] if geometry["type"] == "LineString" else given)


def _runs(given: Iterable[Iterable[Sequence[float]]]) -> tuple[Ring, ...]:
    return tuple(tuple((lon, lat) for lon, lat in run) for run in given)


def _arc(steps: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> list[Place]:
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    columns = accumulate(step[0] for step in steps)
    rows = accumulate(step[1] for step in steps)
    return [(west + x * wide, south + y * high) for x, y in zip(columns, rows, strict=True)]


def _joined(geometry: Mapping[str, Any], arcs: Sequence[list[Place]]) -> Shape:
    several = geometry["arcs"]
    polygons = several if geometry["type"] == "MultiPolygon" else [several]
    rings = (wound(_ring(ring, arcs) for ring in polygon) for polygon in polygons)
    return tuple(ring for polygon in rings for ring in polygon)


def _ring(numbers: Sequence[int], arcs: Sequence[list[Place]]) -> Ring:
    """Arcs one after another; `~n` is arc n backwards, and each begins where the last one ended."""
    found: list[Place] = []
    for number in numbers:
        run = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += run[1:] if found else run
    return tuple(found)
