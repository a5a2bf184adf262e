"""The boundaries of every area's parts: what ships, and over it what an office has added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from cockpit.boundaries.files import features, lines, shape, topology
from cockpit.boundaries.land import Land, Place, Ring, Shape
from cockpit.boundaries.pack import Pack, PackRefused, read_pack
from cockpit.catalog import Areas
from cockpit.country import CHINA
from cockpit.i18n import gettext as _

FOLDER = Path(__file__).resolve().parent.parent.parent / "data" / "geo"
MAINLAND = 18.0
"""The parallel south of which the islands of the South China Sea lie."""
_SOUTHERN = "南海"
_KEPT = 64


class Boundaries:
    """Read once; a pack that cannot be used is refused in sentences and the others stand."""

    def __init__(self, areas: Areas, packs: Path | None = None) -> None:
        """`packs` is the folder of the GeoJSON files that an office adds, None for none."""
        self._areas = areas
        self.land = lru_cache(maxsize=_KEPT)(self._land)
        self.packs: tuple[Pack, ...] = ()
        self.refused: tuple[str, ...] = ()
        for path in sorted(packs.glob("*.*json")) if packs else ():
            self._add(path)

    def around(self, code: str) -> str:
        """The area whose map shows an area: itself where it has parts, else one above it."""
        path = [area.code for area in self._areas.path(code)]
        return next((above for above in reversed(path) if self.land(above)), CHINA)

    def own(self, code: str) -> Shape | None:
        """Where an area lies, as the map of what it lies in has it."""
        area = self._areas.get(code)
        above = self.land(area.parent) if area and area.parent else None
        return above.parts.get(code) if above else None

    def _add(self, path: Path) -> None:
        try:
            pack = read_pack(path, self._areas, self.own)
            self._refuse_doubles(pack)
        except PackRefused as refusal:
            self.refused += tuple(str(refusal).splitlines())
            return
        self.packs += (pack,)
        self.land.cache_clear()

    def _refuse_doubles(self, pack: Pack) -> None:
        for other in self.packs:
            if both := sorted(pack.shapes.keys() & other.shapes.keys()):
                raise PackRefused(
                    _(
                        "%(file)s: %(code)s is in %(other)s already.",
                        file=pack.name,
                        code=", ".join(both),
                        other=other.name,
                    )
                )

    def _land(self, code: str) -> Land | None:
        parts = self._shipped(code)
        own = {area.code for area in self._areas.children(code)}
        packs = [pack for pack in self.packs if own & pack.shapes.keys()]
        for pack in packs:
            parts |= {area: given for area, given in pack.shapes.items() if area in own}
        if not parts:
            return None
        drawn, isles = _sea(code, parts)
        return Land(
            area=code,
            parts=parts,
            lines=drawn,
            isles=isles,
            source="; ".join(dict.fromkeys(pack.source for pack in packs)),
            approval_number="; ".join(dict.fromkeys(p.approval_number for p in packs)),
        )

    def _shipped(self, code: str) -> dict[str, Shape]:
        if code == CHINA:
            return dict(_provinces())
        path = FOLDER / "parts" / f"{code}.json"
        return topology(path) if path.exists() else {}


@cache
def shipped(areas: Areas) -> Boundaries:
    """The boundaries that ship, and nothing else."""
    return Boundaries(areas)


@cache
def _provinces() -> Mapping[str, Shape]:
    found = features(FOLDER / "provinces.geojson")
    return {one["id"]: shape(one["geometry"]) for one in found}


@cache
def _beside() -> tuple[Mapping[str, Any], ...]:
    return tuple(features(FOLDER / "boundary_lines.geojson"))


def _sea(code: str, parts: Mapping[str, Shape]) -> tuple[tuple[Ring, ...], tuple[Place, ...]]:
    """Lines and isles: all for the country, those of the South China Sea for what reaches there."""
    south = any(lat < MAINLAND for one in parts.values() for ring in one for _lon, lat in ring)
    drawn = [one for one in _beside() if code == CHINA or (south and _southern(one))]
    return tuple(_lines(drawn)), tuple(_isles(drawn))


def _southern(one: Mapping[str, Any]) -> bool:
    return one["properties"]["name_zh"].startswith(_SOUTHERN)


def _lines(drawn: Iterable[Mapping[str, Any]]) -> Iterable[Ring]:
    for one in drawn:
        if one["geometry"]["type"] != "MultiPoint":
            yield from lines(one["geometry"])


def _isles(drawn: Iterable[Mapping[str, Any]]) -> Iterable[Place]:
    for one in drawn:
        if one["geometry"]["type"] == "MultiPoint":
            yield from ((lon, lat) for lon, lat in one["geometry"]["coordinates"])
