"""The outlines of maps, made when one is first asked for, each at an address for good."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cockpit.boundaries import Boundaries, Land
from cockpit.country import CHINA
from layouts.wall.assets import Asset, compressed
from layouts.wall.outline import outline

MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a map draws, and the file in which a browser gets it."""

    land: Land
    asset: Asset


class Lands:
    """The maps of all areas that have parts."""

    def __init__(self, boundaries: Boundaries) -> None:
        self.boundaries = boundaries
        self._drawn = lru_cache(maxsize=MOST_KEPT)(self._draw)

    def around(self, area: str) -> Drawn:
        """The map that shows an area: of its own parts, else of what it lies in."""
        found = self._drawn(self.boundaries.around(area)) or self._drawn(CHINA)
        if found is None:
            raise LookupError("the country has no outline")
        return found

    def named(self, name: str) -> Asset | None:
        """The file of a name, where the map is still the one that it was named after."""
        found = self._drawn(name.partition(".")[0])
        return found.asset if found and found.asset.name == name else None

    def _draw(self, area: str) -> Drawn | None:
        land = self.boundaries.land(area)
        return Drawn(land, compressed(area, "json", outline(land))) if land else None
