"""The map of a place: what it draws, where names stand, and what a pack of an office changes."""

from __future__ import annotations

import json
import re
import shutil
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from cockpit.settings import DATA, Settings
from layouts.wall.naming import spot

EXAMPLE = DATA.parent / "docs" / "examples" / "towns.geojson"
TOWNS = {"370402001": "中心街街道", "370402100": "税郭镇", "370402101": "孟庄镇"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """An office that has entered its towns, with one sound pack and one that is not."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copytree(DATA / "catalog", folder / "catalog")
    with (folder / "catalog" / "towns.csv").open("a", encoding="utf-8") as file:
        file.writelines(
            f"{code},370402,town,{name},{name},{code},\n" for code, name in TOWNS.items()
        )
    packs = folder / "packs"
    packs.mkdir()
    shutil.copy(EXAMPLE, packs)
    (packs / "broken.geojson").write_text("{", encoding="utf-8")
    settings = Settings(home=folder, catalog=folder / "catalog", map_packs=packs)
    return create_app(settings).server.test_client()


def shown(client: FlaskClient, area: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The model of the map on the wall of an area, and the outlines it names."""
    page = client.get(f"/wall/regions?area={area}").text
    found = re.search(r"""data-model='(\{[^']*"kind": "map"[^']*\})'""", page)
    assert found
    model = json.loads(found[1])
    assert page.count(model["land"]) == 2, "asked for before the script runs, and by the map"
    answer = client.get(model["land"])
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    return model, answer.get_json()


def test_a_county_has_the_map_of_its_towns_where_an_office_says_where_they_lie(
    client: FlaskClient,
) -> None:
    model, land = shown(client, "370402")
    assert {code: area[1] for code, area in model["areas"].items()} == TOWNS
    assert land["areas"].keys() == TOWNS.keys()
    assert "示例（界线为虚构）" in client.get("/wall/regions?area=370402").text
    assert shown(client, "370402100")[0]["own"] == "370402100"


def test_the_administrator_is_told_of_a_pack_that_is_left_out(client: FlaskClient) -> None:
    told = client.get("/admin/walls").text
    assert "broken.geojson 无法读取" in told
    assert "None" not in told


def test_the_outlines_of_a_map_are_small_and_stay_where_they_are(client: FlaskClient) -> None:
    for area, most in (("000000", 20_000), ("460000", 8_000), ("320000", 4_000), ("320500", 4_000)):
        address = shown(client, area)[0]["land"]
        packed = client.get(address, headers={"Accept-Encoding": "br"})
        assert packed.headers["Content-Encoding"] == "br"
        assert len(packed.data) < most, area
    assert client.get("/wall/-/370402.000000000000.json").status_code == 404
    assert client.get("/wall/-/nowhere.000000000000.json").status_code == 404


def test_a_name_stands_inside_its_area_where_that_is_wide() -> None:
    bay = [(0.0, 0.0), (100.0, 0.0), (100.0, 60.0), (20.0, 60.0), (20.0, 100.0), (0.0, 100.0)]
    x, y, width, height = spot([[*bay, bay[0]]])
    assert (x, width) == (50, 100)
    assert 0 < y < 60
    assert height == 60
    hole = [(30.0, 10.0), (70.0, 10.0), (70.0, 55.0), (30.0, 55.0), (30.0, 10.0)]
    x, _y, width, _height = spot([[*bay, bay[0]], hole])
    assert not 30 < x < 70 or width == 100
