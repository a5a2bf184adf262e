"""The boundaries the map draws: where they are kept, and what the map prints about them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _

FOLDER = Path(__file__).resolve().parent.parent / "data" / "geo"
PROVINCES = FOLDER / "provinces.geojson"


@dataclass(frozen=True, slots=True)
class Outline:
    """Boundary lines and islands: runs of longitudes and latitudes, None between two runs."""

    lines: tuple[tuple[float | None, float | None], ...]
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where the boundaries come from and the map's approval number, empty until one is entered."""

    source_zh: str
    source_en: str
    approval_number: str

    def words(self) -> str:
        """The line a map prints, in the reader's language."""
        source = self.source_en if current_locale.get() == "en" else self.source_zh
        number = self.approval_number or _("to be entered")
        return _(
            "Map approval no.: %(number)s · Boundaries: %(source)s", number=number, source=source
        )


@cache
def attribution() -> Attribution:
    """Read `attribution.toml`."""
    return Attribution(**tomllib.loads((FOLDER / "attribution.toml").read_text(encoding="utf-8")))


@cache
def provinces() -> tuple[str, ...]:
    """The codes of the areas drawn, in rising order."""
    features = json.loads(PROVINCES.read_text(encoding="utf-8"))["features"]
    return tuple(sorted(feature["id"] for feature in features))


@cache
def outline() -> Outline:
    """The country's boundary lines and the islands too small to be drawn as areas."""
    text = (FOLDER / "boundary_lines.geojson").read_text(encoding="utf-8")
    geometries = [feature["geometry"] for feature in json.loads(text)["features"]]
    lines = [
        point
        for geometry in geometries
        for run in _runs(geometry)
        for point in (*run, (None, None))
    ]
    dots = [tuple(at) for g in geometries if g["type"] == "MultiPoint" for at in g["coordinates"]]
    return Outline(tuple(lines), tuple((lon, lat) for lon, lat in dots))


def _runs(geometry: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    if geometry["type"] == "LineString":
        yield [(lon, lat) for lon, lat in geometry["coordinates"]]
    if geometry["type"] == "MultiLineString":
        for run in geometry["coordinates"]:
            yield [(lon, lat) for lon, lat in run]
