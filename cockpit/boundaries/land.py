"""What a map draws, in degrees east and north."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

Place = tuple[float, float]
"""Longitude and latitude."""
Ring = tuple[Place, ...]
Shape = tuple[Ring, ...]
"""Closed rings: outer ones anticlockwise, holes clockwise."""
Extent = tuple[float, float, float, float]
"""West, south, east and north."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """The parts of an area by their codes; of the country and its southern sea lines and isles.

    A code that is not in the catalogue is ground that belongs to none of the area's parts there.
    `source` and `approval_number` are those of an office's own pack, empty for what ships.
    """

    area: str
    parts: Mapping[str, Shape]
    lines: tuple[Ring, ...] = ()
    isles: tuple[Place, ...] = ()
    source: str = ""
    approval_number: str = ""


def extent(*shapes: Shape) -> Extent:
    """What holds all places of some shapes."""
    places = [at for shape in shapes for ring in shape for at in ring]
    lons, lats = [lon for lon, _ in places], [lat for _, lat in places]
    return min(lons), min(lats), max(lons), max(lats)


def area_and_centre(shape: Shape) -> tuple[float, Place]:
    """The extent of a shape in square degrees and its centroid, by the shoelace formula."""
    doubled, x, y = 0.0, 0.0, 0.0
    for ring in shape:
        for (a, b), (c, d) in pairwise(ring):
            cross = a * d - c * b
            doubled, x, y = doubled + cross, x + (a + c) * cross, y + (b + d) * cross
    if not doubled:
        return 0.0, shape[0][0]
    return abs(doubled) / 2, (x / (3 * doubled), y / (3 * doubled))


def wound(polygon: Iterable[Ring]) -> Shape:
    """The rings of a polygon, its outer one anticlockwise and its holes clockwise."""
    return tuple(
        ring if (_turn(ring) > 0) == (number == 0) else ring[::-1]
        for number, ring in enumerate(polygon)
    )


def _turn(ring: Ring) -> float:
    return sum(a * d - c * b for (a, b), (c, d) in pairwise(ring))
