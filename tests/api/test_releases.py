"""Who is answered with what: staff, other machines, visitors, and walls as they are bound."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse

from app import create_app
from cockpit.release.calendar import BEIJING
from cockpit.settings import Settings

EXPORT = """数据库：分省年度数据
指标：地区生产总值(亿元)
时间：最近2年
地区,2018年,2017年
天津市,13362.92,18549.19
数据来源：国家统计局
""".encode("gb18030")
HIDDEN = "13362.92"
ELSEWHERE = {"REMOTE_ADDR": "10.1.2.3"}
ASKED = "/api/v1/observations?indicator=gdp&area=120000&freq=A"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    tmp_path = tmp_path_factory.mktemp("releases")
    soon = (datetime.now(BEIJING) + timedelta(days=30)).strftime("%Y-%m-%d %H:%M")
    folder = tmp_path / "releases"
    folder.mkdir()
    row = f"gdp,120000,2018,{soon},日程表"
    head = "indicators,where,time_period,released,source"
    (folder / "office.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    settings = Settings(home=tmp_path / "home", releases=folder, public_read=True)
    server = create_app(settings).server
    made = server.test_client()
    brought = made.post("/api/v1/batches", data={"file": (io.BytesIO(EXPORT), "分省年度数据.csv")})
    batch = brought.json["batch"]["id"]
    assert made.post(f"/api/v1/batches/{batch}/publish").status_code == 200
    return server


@pytest.fixture
def client(server: Flask) -> Client:
    return server.test_client()


def years(answer: TestResponse) -> list[str]:
    return [row["time_period"] for row in answer.json]


def test_staff_see_all_others_and_visitors_what_is_released(client: Client) -> None:
    assert years(client.get(ASKED)) == ["2017", "2018"]
    assert years(client.get(f"{ASKED}&visitor=1")) == ["2017"]
    assert years(client.get(ASKED, environ_base=ELSEWHERE)) == ["2017"]
    # A reader's own choice, and the one after him, are no concern of each other.
    assert years(client.get(ASKED)) == ["2017", "2018"]
    assert client.get(f"{ASKED}&visitor=0").status_code == 400


@pytest.mark.parametrize(
    "address",
    [
        ASKED,
        f"{ASKED}&format=csv",
        "/api/v1/revisions?indicator=gdp&area=120000",
        "/api/v1/explain?indicator=gdp&area=120000&period=2018",
        "/api/v1/table?indicators=gdp&area=120000&transformation=level",
        "/api/v1/timeliness?area=120000",
        "/api/v1/ranks?indicator=gdp&area=120000",
        "/api/v1/alarms",
        "/api/v1/batches",
        f"{ASKED}&as_of=2999-01-01",
        "/wall/gdp?area=120000",
        "/wall/gdp?area=120000&as_of=2999-01-01",
        "/wall/regions?area=120000",
        "/explore/gdp?area=120000",
        "/wall/-/trail?key=gdp%7C120000%7CA%7Cperiod%7Clevel%7C%7C2018",
    ],
)
def test_no_answer_to_the_public_holds_the_figure(client: Client, address: str) -> None:
    joined = "&" if "?" in address else "?"
    for answer in (
        client.get(address, environ_base=ELSEWHERE),
        client.get(f"{address}{joined}visitor=1"),
    ):
        assert answer.status_code < 500
        assert HIDDEN not in answer.text
        assert "13363" not in answer.text


def test_the_file_is_kept_back_too(client: Client) -> None:
    digest = client.get("/api/v1/batches").json[0]["sha256"]
    assert client.get(f"/originals/{digest}").status_code == 200
    assert client.get(f"/originals/{digest}", environ_base=ELSEWHERE).status_code == 404


def test_the_pulse_tells_visitors_of_their_own_figures(client: Client) -> None:
    beat = dict.fromkeys(("wall", "scene", "area", "state", "build", "size"), "x")
    beat |= {"memory": 0, "up": 0}
    staff = client.post("/wall/-/pulse", json=beat).json["state"]
    visitors = client.post("/wall/-/pulse?visitor=1", json=beat).json["state"]
    assert staff != visitors
    shown = client.get("/wall/gdp?area=120000&visitor=1").text
    assert f'data-state="{visitors}"' in shown
    assert "访客模式" in shown
    assert f'data-state="{staff}"' in client.get("/wall/gdp?area=120000").text


def test_a_wall_for_visitors_stays_one(client: Client) -> None:
    about = {"name": "大厅", "scene": "gdp", "area": "120000", "person": "李", "visitor": "1"}
    made = client.post("/api/v1/walls", data=about)
    assert made.json["wall"]["visitor"] is True
    client.set_cookie("wall", made.json["token"])
    for address in ("/wall/gdp?area=120000", "/wall/gdp?area=120000&visitor="):
        shown = client.get(address, environ_base=ELSEWHERE).text
        assert 'id="wall"' in shown
        assert HIDDEN not in shown
        assert "13,362" not in shown
    assert 'data-visitor="bound"' in client.get("/wall/gdp?area=120000").text
