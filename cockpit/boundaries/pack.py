"""A pack: a GeoJSON file in which an office says where its towns and counties lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from cockpit.boundaries.ground import Ground, GroundRefused
from cockpit.boundaries.land import Extent, Shape, extent
from cockpit.boundaries.system import declared, suspected
from cockpit.catalog import Area, Areas
from cockpit.errors import InputError
from cockpit.i18n import gettext as _

LARGEST = 8_000_000
"""Bytes of a file: a county's towns to a metre are a tenth of that."""
MOST = 2_000
"""Features of a file: no province has as many towns in a county."""
LONGEST = 80
"""Characters of a source line."""
TOLD = 10
NEAR = 0.1
"""Degrees by which an area may reach out of the simplified outline of what it lies in."""


class PackRefused(InputError):
    """A pack that cannot be used; one line a fault, with file, feature and reason."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Shapes by the codes of their areas, where they come from, and their approval number."""

    name: str
    shapes: Mapping[str, Shape]
    source: str
    approval_number: str


def read_pack(path: Path, areas: Areas, own: Callable[[str], Shape | None]) -> Pack:
    """Read and check a pack; `own` gives the shape of an area. Raises PackRefused."""
    given = _collection(path)
    explicit = _system(path.name, given)
    reading = _Reading(path.name, areas, own)
    shapes = reading.shapes(given["features"])
    if reading.faults:
        raise PackRefused("\n".join(_told(path.name, reading.faults)))
    if not explicit:
        _refuse_shifted(path.name, shapes, areas, own)
    return Pack(
        path.name,
        shapes,
        source=_words(given, "source") or path.stem,
        approval_number=_words(given, "approval_number"),
    )


class _Reading:
    """Collects the faults of all features, so that all are told at once."""

    def __init__(self, file: str, areas: Areas, own: Callable[[str], Shape | None]) -> None:
        self.faults: list[str] = []
        self._file, self._areas, self._own = file, areas, own

    def shapes(self, features: list[Any]) -> dict[str, Shape]:
        found: dict[str, Shape] = {}
        for number, feature in enumerate(features, start=1):
            try:
                area = self._area(feature)
                if area.code in found:
                    raise GroundRefused(_("%(code)s stands twice", code=area.code))
                found[area.code] = self._within(area, Ground().shape(feature.get("geometry")))
            except GroundRefused as refusal:
                self.faults.append(
                    _(
                        "%(file)s, feature %(number)s: %(reason)s.",
                        file=self._file,
                        number=number,
                        reason=refusal,
                    )
                )
        return found

    def _area(self, feature: object) -> Area:
        """The area that a feature says it is: by its code, and by its name where it has one."""
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(properties, dict) or "code" not in properties:
            raise GroundRefused(_("it has no property code"))
        code, name = str(properties["code"]), properties.get("name")
        area = self._areas.get(code)
        if area is None:
            raise GroundRefused(
                _(
                    "%(code)s is not in the catalogue; enter it in towns.csv, nine digits, first",
                    code=repr(code),
                )
            )
        if area.level not in ("county", "town"):
            raise GroundRefused(_("%(code)s is neither a town nor a county", code=code))
        if name and name not in (area.name_zh, area.short_zh, area.name_en, *area.aliases):
            raise GroundRefused(
                _(
                    "%(code)s is named %(name)s here and %(known)s in the catalogue",
                    code=code,
                    name=name,
                    known=area.name_zh,
                )
            )
        return area

    def _within(self, area: Area, shape: Shape) -> Shape:
        """The shape, which lies where its area does, as far as that is known."""
        above = self._own(area.parent) if area.parent else None
        if above is None or _inside(extent(shape), extent(above)):
            return shape
        west, south, east, north = (round(degrees, 2) for degrees in extent(shape))
        place = f"{west}–{east}° E, {south}–{north}° N"
        name = self._areas.path(area.code)[-2].name_zh
        raise GroundRefused(
            _(
                "%(code)s is put at %(place)s, which is not in %(above)s",
                code=area.code,
                place=place,
                above=name,
            )
        )


def _inside(inner: Extent, outer: Extent) -> bool:
    low = all(i >= o - NEAR for i, o in zip(inner[:2], outer[:2], strict=True))
    return low and all(i <= o + NEAR for i, o in zip(inner[2:], outer[2:], strict=True))


def _collection(path: Path) -> Mapping[str, Any]:
    """What a file holds, if it is a collection of features of a reasonable size."""
    given = _parsed(path)
    features = given.get("features") if isinstance(given, dict) else None
    if not isinstance(features, list) or given.get("type") != "FeatureCollection":
        raise PackRefused(_("%(file)s is no GeoJSON FeatureCollection.", file=path.name))
    if not 0 < len(features) <= MOST:
        raise PackRefused(
            _(
                "%(file)s holds %(count)s features; expected 1 to %(most)s.",
                file=path.name,
                count=len(features),
                most=MOST,
            )
        )
    return given


def _parsed(path: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        if path.stat().st_size > LARGEST:
            megabytes = LARGEST // 1_000_000
            words = _(
                "%(file)s is larger than %(most)s MB: simplify it first.",
                file=path.name,
                most=megabytes,
            )
            raise PackRefused(words)
        return orjson.loads(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except (OSError, ValueError) as error:
        raise PackRefused(
            _("%(file)s cannot be read: %(error)s", file=path.name, error=error)
        ) from error


def _words(given: Mapping[str, Any], key: str) -> str:
    return " ".join(str(given.get(key) or "").split())[:LONGEST]


def _system(file: str, given: Mapping[str, Any]) -> bool:
    """Whether the file states longitudes and latitudes; refused where it states anything else."""
    try:
        return declared(given.get("crs"))
    except GroundRefused as refusal:
        raise PackRefused(_("%(file)s: %(reason)s.", file=file, reason=refusal)) from refusal


def _refuse_shifted(
    file: str,
    shapes: Mapping[str, Shape],
    areas: Areas,
    own: Callable[[str], Shape | None],
) -> None:
    """Towns that fill their county and lie beside it as the systems of web maps shift places."""
    for above in {areas.path(code)[-2].code for code in shapes}:
        outline = own(above)
        towns = [shapes[area.code] for area in areas.children(above) if area.code in shapes]
        system = suspected(towns, outline) if outline else None
        if system:
            raise PackRefused(
                _(
                    "%(file)s lies beside %(area)s as %(system)s does: convert it to CGCS2000 "
                    "longitudes and latitudes; state crs EPSG:4490 if that is what they are.",
                    file=file,
                    area=areas.path(above)[-1].name_zh,
                    system=system,
                )
            )


def _told(file: str, faults: list[str]) -> Iterator[str]:
    yield from faults[:TOLD]
    if len(faults) > TOLD:
        yield _("%(file)s: %(count)s more.", file=file, count=len(faults) - TOLD)
