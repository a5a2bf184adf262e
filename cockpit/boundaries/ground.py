"""Geometry as an office hands it in: polygons with closed rings, in degrees, in China."""

from __future__ import annotations

from math import isfinite
from typing import Any

from cockpit.boundaries.land import Place, Ring, Shape, area_and_centre, wound
from cockpit.i18n import gettext as _

WEST, EAST, SOUTH, NORTH = 73.0, 136.0, 3.0, 54.0
"""What holds the country, its seas among it."""
_LEAST = 4
_MOST = 200_000


class GroundRefused(ValueError):
    """Why a geometry cannot be drawn, without the full stop."""


class Ground:
    """Reads a geometry; counts its places, for a hostile file may hold any number."""

    def __init__(self) -> None:
        self._count = 0

    def shape(self, geometry: object) -> Shape:
        """The rings of a Polygon or MultiPolygon; raises GroundRefused."""
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        given = geometry.get("coordinates") if isinstance(geometry, dict) else None
        if kind not in ("Polygon", "MultiPolygon") or not isinstance(given, list) or not given:
            raise GroundRefused(_("its geometry is neither a Polygon nor a MultiPolygon"))
        polygons = given if kind == "MultiPolygon" else [given]
        if not all(isinstance(polygon, list) and polygon for polygon in polygons):
            raise GroundRefused(_("one of its polygons has no ring"))
        rings = (wound(map(self._ring, polygon)) for polygon in polygons)
        found = tuple(ring for polygon in rings for ring in polygon)
        if not area_and_centre(found)[0]:
            raise GroundRefused(_("it encloses nothing"))
        return found

    def _ring(self, given: object) -> Ring:
        if not isinstance(given, list) or len(given) < _LEAST:
            raise GroundRefused(_("a ring has fewer than four places"))
        self._count += len(given)
        if self._count > _MOST:
            raise GroundRefused(
                _("it has more than %(most)s places: simplify it first", most=_MOST)
            )
        ring = tuple(_place(at) for at in given)
        if ring[0] != ring[-1]:
            raise GroundRefused(
                _(
                    "a ring is not closed: it begins at %(first)s and ends at %(last)s",
                    first=ring[0],
                    last=ring[-1],
                )
            )
        return ring


def _place(given: Any) -> Place:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(given, list) or len(given) < 2 or not all(map(_number, given[:2])):
        raise GroundRefused(_("a place is not two numbers: %(place)s", place=str(given)[:60]))
    lon, lat = float(given[0]), float(given[1])
    if WEST <= lon <= EAST and SOUTH <= lat <= NORTH:
        return lon, lat
    if WEST <= lat <= EAST and SOUTH <= lon <= NORTH:
        words = _("latitude stands before longitude: %(place)s", place=(lon, lat))
    elif abs(lon) > 180 or abs(lat) > 180:
        words = _(
            "%(place)s are metres of a projection; expected degrees of longitude and latitude",
            place=(lon, lat),
        )
    else:
        words = _("%(place)s lies outside China", place=(lon, lat))
    raise GroundRefused(words)


def _number(given: object) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool) and isfinite(given)
