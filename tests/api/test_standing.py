"""Places and targets over HTTP."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from werkzeug.test import Client

from app import create_app
from cockpit.settings import DATA, Settings


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """A server with provinces' output and the national budget."""
    opened = create_app(Settings(home=tmp_path_factory.mktemp("home"))).server.test_client()
    for name in ("23 *.csv", "10 *.csv"):
        (path,) = Path(DATA / "samples").glob(name)
        sent = {"file": (io.BytesIO(path.read_bytes()), path.name)}
        batch = opened.post("/api/v1/batches", data=sent).json["batch"]["id"]
        assert opened.post(f"/api/v1/batches/{batch}/publish").status_code == 200
    return opened


def test_provinces_have_places(client: Client) -> None:
    rows = client.get("/api/v1/ranks?indicator=gdp&period=2023").json
    placed = [row["place"] for row in rows if row["value"] is not None]
    assert placed == sorted(placed)
    assert [row["place"] for row in rows[len(placed) :]] == [None] * (len(rows) - len(placed))
    first = rows[0]
    assert (first["name"], first["place"], first["of"], first["moved"]) == ("广东", 1, 31, 0)


def test_the_budget_is_followed_against_time_and_last_year(client: Client) -> None:
    rows = client.get("/api/v1/targets?area=000000&year=2023").json
    (revenue,) = (row for row in rows if row["indicator"] == "budget_revenue")
    assert revenue["completion"] == pytest.approx(200131 / 217300 * 100)
    assert revenue["elapsed"] == pytest.approx(11 / 12 * 100)
    assert revenue["source"]
    (output,) = (row for row in rows if row["indicator"] == "gdp")
    assert (output["value"], output["gap"], output["light"]) == (None, None, None)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("targets?year=soon", "year 不是整数"),
        ("targets?area=999999", "没有 999999"),
        ("ranks?indicator=fai", "无法排名"),
        ("ranks?indicator=gdp&period=soon", "soon"),
        ("ranks", "indicator"),
    ],
)
def test_what_cannot_be_answered_is_said(client: Client, asked: str, said: str) -> None:
    answer = client.get(f"/api/v1/{asked}")
    assert answer.status_code == 400
    assert said in answer.json["detail"]


def test_lights_have_a_legend_and_say_what_is_missing(client: Client) -> None:
    told = client.get("/api/v1/lights?last=3").json
    assert [zone["label"] for zone in told["zones"]] == ["过冷", "偏冷", "正常", "偏热", "过热"]
    assert [month["month"] for month in told["months"]] == ["2023-09", "2023-10", "2023-11"]
    assert told["components"]["budget_revenue/yoy"] == "一般公共预算收入"
    last = told["months"][-1]
    assert last["lights"]["budget_revenue/yoy"] in {zone["light"] for zone in told["zones"]}
    assert (last["index"], last["light"]) == (None, None)
    assert "fai/yoy" in last["missing"]


def test_a_scheme_that_finds_too_little_has_no_scores(client: Client) -> None:
    rows = client.get("/api/v1/scores?scheme=provinces_example").json
    assert {(row["score"], row["place"]) for row in rows} == {(None, None)}
    assert {row["words"] for row in rows} == {"缺 5 项"}
    assert rows[0]["lines"][0]["points"] is None


def test_questions_and_estimates_are_answered_or_refused(client: Client) -> None:
    assert client.get("/api/v1/matching?last=5").json == []
    budget = "indicator=budget_revenue&area=000000"
    assert client.get(f"/api/v1/outliers?{budget}&transformation=yoy&accumulation=ytd").json
    told = client.get(f"/api/v1/projection?{budget}").json
    assert (told["label"], told["year"]) == ("模型测算，非统计数据", 2023)
    assert told["whole_year"] == pytest.approx(200131 + told["points"][0]["value"])
    refused = client.get(f"/api/v1/adjusted?{budget}&transformation=yoy")
    assert refused.status_code == 400
    assert "不做季节调整" in refused.json["detail"]
