"""What the series engine hands out over HTTP: steps, bounds, reasons, refusals, tables."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from werkzeug.test import Client

from app import create_app
from cockpit.settings import Settings

RETAIL = """数据库：月度数据
时间：最近4个月
指标,2024年10月,2024年9月,2023年10月,2023年9月
固定资产投资额_累计值(亿元),102,90,97,86
固定资产投资额_累计增长(%),5.5,5.0,2.0,2.0
地方一般公共预算收入_累计值(亿元),110,100,100,90
数据来源：国家统计局
""".encode("gb18030")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Client:
    home: Path = tmp_path_factory.mktemp("engine")
    client = create_app(Settings(home=home)).server.test_client()
    file = {"file": (io.BytesIO(RETAIL), "月度数据.csv")}
    batch = client.post("/api/v1/batches", data=file).json["batch"]["id"]
    assert client.post(f"/api/v1/batches/{batch}/publish").status_code == 200
    return client


def test_a_rate_worked_out_travels_with_its_bounds_and_steps(client: Client) -> None:
    asked = "indicator=fai&accumulation=period&transformation=yoy_single&from=2024-10"
    (row,) = client.get(f"/api/v1/observations?{asked}").json
    assert [round(row[name], 1) for name in ("value", "low", "high")] == [9.4, 8.5, 10.3]
    assert row["status"] == "E"
    assert row["steps"].startswith("公式：")
    assert "8.5" in row["note"]


def test_a_published_rate_is_explained_with_what_stands_beside_it(client: Client) -> None:
    asked = "indicator=fai&period=2024-10&transformation=yoy"
    told = client.get(f"/api/v1/explain?{asked}").json
    assert (told["value"], told["kind"]) == (5.5, "published")
    ratio, base = told["beside"]
    assert (ratio["transformation"], round(ratio["value"], 1)) == ("yoy_levels", 5.2)
    assert "97.0" in ratio["note"]
    assert base["low"] < base["value"] < base["high"]


def test_arithmetic_that_is_not_allowed_is_refused_in_a_sentence(client: Client) -> None:
    answer = client.get("/api/v1/observations?indicator=fai&transformation=yoy_pp")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.json["detail"] == (
        "固定资产投资(不含农户)不是比率：其变化用百分比表示，不用百分点。"
    )
    assert client.get("/api/v1/table?transformation=mom").status_code == 400


def test_all_growth_at_once(client: Client) -> None:
    head, *lines = client.get("/api/v1/table?indicators=fai&from=2024").text.splitlines()
    assert head.startswith("indicator,area,freq")
    assert [line.split(",")[-2:] for line in lines] == [["5.0", "published"], ["5.5", "published"]]
