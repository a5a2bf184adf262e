"""Coordinate systems: what a file says of its own, and what its places give away.

Web maps in China shift places: GCJ-02 by some hundred metres, BD-09 by a kilometre. A map that
puts such towns into a county's true outline shows what is not so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import cos, dist, pi, radians, sin, sqrt

from cockpit.boundaries.ground import GroundRefused
from cockpit.boundaries.land import Place, Shape, area_and_centre
from cockpit.i18n import gettext as _

_DEGREES = re.compile(r"(?:CRS:?:?84|EPSG:[\d.]*:(?:4326|4490)|EPSG:(?:4326|4490))$")
_SEMI_MAJOR, _ECCENTRICITY = 6378245.0, 0.00669342162296594323  # Krasovsky 1940, as GCJ-02 has it
_FILLED = 0.05
"""How far the area of all towns may be from their county's for the two to be laid together."""


def declared(crs: object) -> bool:
    """Whether a `crs` member names longitudes and latitudes; raises GroundRefused for others."""
    if crs is None:
        return False
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if isinstance(name, str) and _DEGREES.search(name):
        return True
    raise GroundRefused(
        _(
            "its coordinate system is %(name)s; expected degrees, EPSG:4490 or EPSG:4326",
            name=name or crs,
        )
    )


def suspected(towns: Sequence[Shape], county: Shape) -> str | None:
    """The shifted system that the towns of a whole county seem to be in, None where none is.

    Where they fill the county, the two centres tell: they lie nearer to where the system would
    have moved them than to where they belong.
    """
    parts, (whole, meant) = [area_and_centre(one) for one in towns], area_and_centre(county)
    filled = sum(size for size, _at in parts)
    if abs(filled / whole - 1) > _FILLED:
        return None
    found = tuple(sum(size * at[axis] for size, at in parts) / filled for axis in (0, 1))
    gcj = gcj02(*meant)
    places = {None: meant, "GCJ-02": gcj, "BD-09": (gcj[0] + 0.0065, gcj[1] + 0.006)}
    return min(places, key=lambda system: dist(places[system], found))


def gcj02(lon: float, lat: float) -> Place:
    """Where GCJ-02 puts a place of WGS 84, by the formula that is publicly known."""
    x, y = lon - 105.0, lat - 35.0
    waves = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + waves
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + waves
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    curve = 1 - _ECCENTRICITY * sin(radians(lat)) ** 2
    meridian = _SEMI_MAJOR * (1 - _ECCENTRICITY) / curve**1.5
    parallel = _SEMI_MAJOR / sqrt(curve) * cos(radians(lat))
    return lon + east / (parallel * pi / 180), lat + north / (meridian * pi / 180)
