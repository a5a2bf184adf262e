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
    assert answer.status_code in (400, 404, 422)
    assert said in answer.json["detail"]
