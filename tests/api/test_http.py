"""The HTTP interface: figures, problems, and who is turned away."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from werkzeug.test import Client

from app import create_app
from cockpit.settings import Settings

EXPORT = """数据库：分省年度数据
指标：地区生产总值(亿元)
时间：最近1年
地区,2017年
天津市,18549.19
数据来源：国家统计局
""".encode("gb18030")


@pytest.fixture
def client(tmp_path: Path) -> Client:
    return create_app(Settings(home=tmp_path)).server.test_client()


def publish(client: Client, content: bytes = EXPORT, name: str = "分省年度数据.csv") -> dict:
    answer = client.post("/api/v1/batches", data={"file": (io.BytesIO(content), name)})
    assert answer.status_code == 201, answer.text
    batch = answer.json["batch"]["id"]
    assert client.post(f"/api/v1/batches/{batch}/publish").status_code == 200
    return answer.json


def test_two_apps_in_one_process_both_work(tmp_path: Path) -> None:
    clients = [create_app(Settings(home=tmp_path / n)).server.test_client() for n in "ab"]
    publish(clients[0])
    first, second = (c.get("/api/v1/observations?indicator=gdp&area=120000").json for c in clients)
    assert [row["value"] for row in first] == [18549.19]
    assert second == []
    callbacks = [len(c.get("/_dash-dependencies").json) for c in clients]
    assert callbacks[0] == callbacks[1] > 0


def test_the_version_changes_when_what_is_seen_changes(client: Client) -> None:
    before = client.get("/api/v1/version").json
    publish(client)
    assert client.get("/api/v1/version").json != before


def test_a_figure_travels_with_its_unit_basis_and_cell(client: Client) -> None:
    publish(client)
    asked = "/api/v1/observations?indicator=gdp&area=120000&from=2017&to=2017"
    (row,) = client.get(asked).json
    assert (row["unit"], row["time_period"], row["cell"]) == ("亿元", "2017", "B5")
    head, line = client.get(f"{asked}&format=csv").text.splitlines()
    assert "published_at" in head
    assert "18549.19" in line
    told = client.get("/api/v1/explain?indicator=gdp&area=120000&period=2017").json
    assert told["source"]["file_name"] == "分省年度数据.csv"
    original = client.get(f"/originals/{told['source']['sha256']}")
    assert original.data == EXPORT


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/observations?indicator=gdp&colour=red",
        "/api/v1/observations?indicator=gdp&indicator=cpi",
        "/api/v1/observations",
        "/api/v1/observations?indicator=gdp&accumulation=sometimes",
        "/api/v1/explain?indicator=gdp&period=2017",
        "/originals/" + "0" * 64,
        "/api/v1/nothing",
        "/api/v1/areas?parent=nowhere",
        "/api/v1/observations?indicator=gdp&breakdown=zzz",
        "/api/v1/observations?indicator=gdp&from=zz",
        "/api/v1/observations?indicator=gdp&from=2020&to=2010",
        "/api/v1/observations?indicator=gdp&as_of=9999-12-31T23:59:59-14:00",
    ],
)
def test_refusals_are_problem_details(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json(force=True)["detail"]


def test_a_file_that_cannot_be_read_leaves_nothing_behind(client: Client) -> None:
    answer = client.post("/api/v1/batches", data={"file": (io.BytesIO(b"\0" * 64), "x.xlsx")})
    assert answer.status_code == 400
    assert client.get("/api/v1/batches").json == []


def test_what_is_only_staged_stays_on_the_machine(tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path, public_read=True)).server.test_client()
    file = (io.BytesIO(EXPORT), "分省年度数据.csv")
    batch = client.post("/api/v1/batches", data={"file": file}).json["batch"]
    far = {"REMOTE_ADDR": "192.0.2.7"}
    address = f"/originals/{batch['sha256']}"
    assert client.get(address, environ_base=far).status_code == 404
    assert client.get("/api/v1/batches", environ_base=far).json == []
    client.post(f"/api/v1/batches/{batch['id']}/publish")
    assert client.get(address, environ_base=far).data == EXPORT


@pytest.mark.parametrize(
    ("headers", "remote"),
    [
        ({"Origin": "http://elsewhere.example"}, "127.0.0.1"),
        ({}, "192.0.2.7"),
        ({"X-Forwarded-For": "192.0.2.7"}, "127.0.0.1"),
    ],
)
def test_strangers_are_turned_away(client: Client, headers: dict, remote: str) -> None:
    answer = client.get("/api/v1/version", headers=headers, environ_base={"REMOTE_ADDR": remote})
    assert answer.status_code == 403
    assert client.get("/healthz", environ_base={"REMOTE_ADDR": remote}).status_code == 200


def test_where_reading_is_public_strangers_still_change_nothing(tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path, public_read=True)).server.test_client()
    far = {"REMOTE_ADDR": "192.0.2.7"}
    assert client.get("/api/v1/version", environ_base=far).status_code == 200
    file = (io.BytesIO(EXPORT), "分省年度数据.csv")
    assert client.post("/api/v1/batches", data={"file": file}, environ_base=far).status_code == 400
    assert client.get("/api/v1/batches").json == []


def test_every_feed_says_whether_it_is_late(client: Client) -> None:
    publish(client)
    rows = {row["indicator"]: row for row in client.get("/api/v1/timeliness?area=120000").json}
    gdp = rows["gdp"]
    assert (gdp["latest"], gdp["freq"], gdp["state"]) == ("2017", "A", "overdue")
    assert gdp["due"] == "2019-01-30"
    assert gdp["days"] > 1000
    assert gdp["bureau"] == ["stats"]
    assert [rows["cpi"][name] for name in ("state", "latest", "due")] == ["missing", None, None]
    assert "gdp_structure" not in rows
    before = client.get("/api/v1/timeliness?area=120000&as_of=2018-01-01").json
    assert {row["state"] for row in before} == {"missing"}
    assert client.get("/api/v1/timeliness?place=120000").status_code == 400
