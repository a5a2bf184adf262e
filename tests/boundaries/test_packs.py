"""Packs of an office: what is sound is drawn, what is not is refused in a sentence."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cockpit.boundaries import Boundaries
from cockpit.boundaries.system import gcj02
from cockpit.catalog import Areas
from cockpit.i18n import current_locale

from .conftest import EXAMPLE

Pack = dict[str, Any]
COUNTY = "370402"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    token = current_locale.set("en")
    yield
    current_locale.reset(token)


def opened(folder: Path, areas: Areas, pack: object) -> Boundaries:
    text = pack if isinstance(pack, str) else json.dumps(pack)
    (folder / "towns.geojson").write_text(text, encoding="utf-8")
    return Boundaries(areas, folder)


def test_the_example_of_the_documentation_is_drawn(tmp_path: Path, areas: Areas) -> None:
    shutil.copy(EXAMPLE, tmp_path)
    boundaries = Boundaries(areas, tmp_path)
    assert boundaries.refused == ()
    land = boundaries.land(COUNTY)
    assert land is not None
    assert sorted(land.parts) == ["370402001", "370402100", "370402101"]
    assert land.source == "示例（界线为虚构）"
    assert boundaries.around("370402100") == COUNTY


def ring(pack: Pack, feature: int = 0) -> list[list[float]]:
    return pack["features"][feature]["geometry"]["coordinates"][0]


def moved(pack: Pack, move: Callable[[float, float], tuple[float, float]]) -> Pack:
    for number in range(len(pack["features"])):
        ring(pack, number)[:] = [list(move(lon, lat)) for lon, lat in ring(pack, number)]
    return pack


def with_properties(pack: Pack, **changed: object) -> Pack:
    pack["features"][0]["properties"].update(changed)
    return pack


def without_closing(pack: Pack) -> Pack:
    ring(pack).pop()
    return pack


SPOILT: dict[str, tuple[Callable[[Pack], object], str]] = {
    "not JSON": (lambda _: "code,name", "towns.geojson cannot be read: "),
    "another JSON": (lambda _: [1], "is no GeoJSON FeatureCollection"),
    "deep JSON": (lambda _: "[" * 100_000, "towns.geojson cannot be read: "),
    "no features": (lambda p: p | {"features": []}, "holds 0 features; expected 1 to 2000"),
    "no code": (lambda p: p | {"features": [{"type": "Feature"}]}, "1: it has no property code."),
    "unknown code": (
        lambda p: with_properties(p, code="370402999"),
        "feature 1: '370402999' is not in the catalogue; enter it in towns.csv",
    ),
    "a province": (lambda p: with_properties(p, code="370000", name=""), "neither a town nor a"),
    "another name": (
        lambda p: with_properties(p, name="孟庄镇"),
        "feature 1: 370402001 is named 孟庄镇 here and 中心街街道 in the catalogue.",
    ),
    "twice": (
        lambda p: p | {"features": p["features"] + p["features"][:1]},
        "feature 4: 370402001 stands twice.",
    ),
    "open ring": (without_closing, "feature 1: a ring is not closed: it begins at (117.5503,"),
    "latitude first": (
        lambda p: moved(p, lambda lon, lat: (lat, lon)),
        "feature 1: latitude stands before longitude: (34.7908, 117.5503).",
    ),
    "metres": (
        lambda p: moved(p, lambda lon, lat: (lon * 111_000, lat * 111_000)),
        "are metres of a projection; expected degrees",
    ),
    "elsewhere": (lambda p: moved(p, lambda lon, lat: (lon + 40, lat)), "lies outside China"),
    "next county": (
        lambda p: moved(p, lambda lon, lat: (lon, lat + 1)),
        "N, which is not in 市中区.",
    ),
    "a point": (
        lambda p: p | {"features": [p["features"][0] | {"geometry": {"type": "Point"}}]},
        "feature 1: its geometry is neither a Polygon nor a MultiPolygon.",
    ),
    "words": (
        lambda p: moved(p, lambda _lon, lat: ("east", lat)),
        "feature 1: a place is not two numbers: ['east', 34.7908].",
    ),
    "GCJ-02": (lambda p: moved(p, gcj02), "lies beside 市中区 as GCJ-02 does: convert it"),
    "BD-09": (
        lambda p: moved(p, lambda lon, lat: (gcj02(lon, lat)[0] + 0.0065, lat + 0.0055)),
        "lies beside 市中区 as BD-09 does",
    ),
    "another system": (
        lambda p: p | {"crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::4527"}}},
        "its coordinate system is urn:ogc:def:crs:EPSG::4527; expected degrees",
    ),
}


@pytest.mark.parametrize(("spoil", "says"), SPOILT.values(), ids=SPOILT)
def test_a_bad_pack_is_refused_in_a_sentence_and_what_ships_stands(
    tmp_path: Path, areas: Areas, example: Pack, spoil: Callable[[Pack], object], says: str
) -> None:
    boundaries = opened(tmp_path, areas, spoil(example))
    assert any(says in refusal for refusal in boundaries.refused), boundaries.refused
    assert all(refusal.startswith("towns.geojson") for refusal in boundaries.refused)
    assert boundaries.land(COUNTY) is None
    assert boundaries.land("370400") is not None


def test_what_states_its_system_is_believed(tmp_path: Path, areas: Areas, example: Pack) -> None:
    stated = {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}}
    assert opened(tmp_path, areas, moved(example, gcj02) | stated).refused == ()


def test_a_bad_pack_takes_no_good_one_with_it(tmp_path: Path, areas: Areas, example: Pack) -> None:
    (tmp_path / "a.geojson").write_text("{", encoding="utf-8")
    (tmp_path / "z.geojson").write_text(json.dumps(example), encoding="utf-8")
    boundaries = opened(tmp_path, areas, example)
    assert [refusal.split()[0].rstrip(",:") for refusal in boundaries.refused] == [
        "a.geojson",
        "z.geojson",
    ]
    assert boundaries.land(COUNTY) is not None


def test_a_pack_too_large_is_not_read(tmp_path: Path, areas: Areas) -> None:
    with (tmp_path / "towns.geojson").open("wb") as file:
        file.truncate(8_000_001)
    assert "larger than 8 MB" in Boundaries(areas, tmp_path).refused[0]
