"""The land of a map as paths on a plane, so that a browser draws them and projects nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin, sqrt

import orjson

from cockpit.boundaries import Land, Place, Shape
from cockpit.boundaries.land import extent
from cockpit.country import CHINA
from layouts.wall.naming import spot

MAINLAND = 18.0
"""The parallel at which a map with an inset ends."""
SOUTHERN_SEA = (106.0, 2.5, 122.5, 24.0)
"""West, south, east and north of the inset."""
COUNTRY_STEPS, STEPS = 5000, 2400
"""Whole numbers along the longer side of a map: of the country, and of anything smaller."""

# Albers' conic equal-area projection with the parallels and the meridian of Chinese atlases.
_FIRST, _SECOND, _MERIDIAN = radians(25), radians(47), 105.0
_N = (sin(_FIRST) + sin(_SECOND)) / 2
_C = cos(_FIRST) ** 2 + 2 * _N * sin(_FIRST)


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane to the right and downwards, upright along its meridian."""

    meridian: float = _MERIDIAN
    scale: float = 1.0

    def at(self, place: Place) -> Place:
        """Where a place stands on the plane."""
        lon, lat = place
        radius = sqrt(_C - 2 * _N * sin(radians(lat))) / _N
        angle = _N * radians(lon - self.meridian)
        return radius * sin(angle) * self.scale, radius * cos(angle) * self.scale

    def frame(self, places: Iterable[Place]) -> list[int]:
        """Left, top, width and height of what holds these places."""
        xs, ys = zip(*map(self.at, places), strict=True)
        left, top = round(min(xs)), round(min(ys))
        return [left, top, round(max(xs)) - left, round(max(ys)) - top]

    def path(self, run: Sequence[Place]) -> str:
        """A run of places as steps from one to the next; places that fall together are one."""
        found = [(round(x), round(y)) for x, y in map(self.at, run)]
        steps = [f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(found) if (x, y) != (a, b)]
        start = f"M{found[0][0]} {found[0][1]}"
        return f"{start}l{' '.join(steps)}" if steps else f"{start}h1"


def outline(land: Land) -> bytes:
    """Paths and places of names by area, lines, isles, and the frames of map and inset, as JSON.

    `whole` is the frame of the map without an inset, for a panel tall enough; only the country has
    it. `south` is the inset's, where the land reaches into the South China Sea.
    """
    main = _main(land)
    plane = _plane(land, main)
    frames = {"main": plane.frame(main)}
    if land.area == CHINA:
        frames["whole"] = plane.frame(_places(land))
    if _has_inset(land):
        frames["south"] = plane.frame(_corners(SOUTHERN_SEA))
    areas = {code: _area(plane, shape) for code, shape in land.parts.items()}
    lines = "".join(plane.path(run) for run in land.lines)
    dots = [[round(x), round(y)] for x, y in map(plane.at, land.isles)]
    names = {code: _name(plane, shape) for code, shape in land.parts.items()}
    drawn = {"areas": areas, "names": names, "lines": lines, "dots": dots}
    return orjson.dumps(drawn | frames)


def _plane(land: Land, main: Sequence[Place]) -> Plane:
    country = land.area == CHINA
    west, _south, east, _north = extent((tuple(main),))
    upright = Plane(_MERIDIAN if country else (west + east) / 2)
    xs, ys = zip(*map(upright.at, main), strict=True)
    side = max(max(xs) - min(xs), max(ys) - min(ys))
    return Plane(upright.meridian, (COUNTRY_STEPS if country else STEPS) / side)


def _main(land: Land) -> list[Place]:
    """What the map shows beside its inset: the country's lines too, otherwise whole parts."""
    if not _has_inset(land):
        return list(_places(land))
    if land.area == CHINA:
        return [at for at in _places(land) if at[1] >= MAINLAND]
    return list(_ground({code: one for code, one in land.parts.items() if _north(one)}))


def _has_inset(land: Land) -> bool:
    """Whether some parts lie in the South China Sea and some north of it."""
    return len({_north(one) for one in land.parts.values()}) > 1


def _north(shape: Shape) -> bool:
    return all(lat >= MAINLAND for ring in shape for _lon, lat in ring)


def _places(land: Land) -> Iterator[Place]:
    yield from _ground(land.parts)
    yield from (at for run in land.lines for at in run)


def _ground(parts: Mapping[str, Shape]) -> Iterator[Place]:
    return (at for shape in parts.values() for ring in shape for at in ring)


def _area(plane: Plane, shape: Shape) -> str:
    return "".join(f"{plane.path(ring)}z" for ring in shape)


def _name(plane: Plane, shape: Shape) -> list[int]:
    return spot([[plane.at(place) for place in ring] for ring in shape])


def _corners(box: tuple[float, float, float, float]) -> list[Place]:
    west, south, east, north = box
    middle = (west + east) / 2
    return [(lon, lat) for lon in (west, middle, east) for lat in (south, north)]
