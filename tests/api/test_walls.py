"""Walls with a token: what they may see, how they come in, and how that ends."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import orjson
import pytest
from flask import Flask
from werkzeug.test import Client

from app import ROOMS, assemble, create_app
from cockpit.cockpit import Cockpit
from cockpit.settings import Settings
from cockpit.wall import digest
from cockpit.wall.office import now

FAR = {"REMOTE_ADDR": "192.0.2.7"}
WALLS = "/api/v1/walls"


@pytest.fixture
def cockpit(tmp_path: Path) -> Cockpit:
    return Cockpit(Settings(home=tmp_path), ROOMS)


@pytest.fixture
def app(cockpit: Cockpit) -> Flask:
    return assemble(cockpit).server


@pytest.fixture
def office(app: Flask) -> Client:
    return app.test_client()


def make(office: Client, **changed: object) -> dict:
    form = {"name": "二楼", "scene": ["gdp"], "area": ["370000"], "person": "李", **changed}
    answer = office.post(WALLS, data=form)
    return {"status_code": answer.status_code, **answer.get_json(force=True)}


def wall_at(app: Flask, token: str) -> Client:
    """A browser on another machine that has come in with a token."""
    client = app.test_client()
    come = client.post("/open-wall", data={"token": token}, environ_base=FAR)
    assert (come.status_code, come.headers["Location"]) == (303, "/wall/gdp?area=370000")
    return client


def get(client: Client, path: str, **headers: str) -> int:
    return client.get(path, headers=headers, environ_base=FAR).status_code


def test_a_wall_sees_its_scenes_and_areas_and_nothing_else(app: Flask, office: Client) -> None:
    stranger = app.test_client()
    assert get(stranger, "/wall/gdp?area=370000") == 403
    assert get(stranger, "/open-wall") == get(stranger, "/open-wall/open.js") == 200
    client = wall_at(app, make(office)["token"])
    assert get(client, "/wall/gdp?area=370000") == 200
    assert get(client, "/wall/gdp?area=370400&theme=light") == 200
    home = client.get("/", environ_base=FAR)
    assert home.headers["Location"] == "/wall/gdp?area=370000"
    bare = client.get("/wall/gdp?theme=light", environ_base=FAR)
    assert bare.headers["Location"] == "/wall/gdp?theme=light&area=370000"
    for path in (
        *("/wall/overview?area=370000", "/wall/gdp?area=110000", "/wall/gdp?area=000000"),
        *("/wall/gdp?area=x", "/wall/gdp/?area=370000", "/explore/gdp"),
        *("/upload", "/batches", "/alarms", "/admin", "/admin/walls", "/_dash-layout", WALLS),
        *("/_dash-dependencies", "/api/v1/observations?indicator=gdp", "/api/v1/version"),
        *("/metrics", "/originals/" + "0" * 64),
    ):
        assert get(client, path) == 403, path
    trail = client.get("/wall/-/trail?key=gdp|370000|A|period|level||2017", environ_base=FAR)
    assert "工作台" in trail.text
    for path in ("/_dash-update-component", "/api/v1/batches", WALLS, "/wall/gdp", "/"):
        assert client.post(path, environ_base=FAR).status_code == 403, path


def test_a_wall_is_a_wall_even_on_the_machine_itself_until_it_leaves(
    app: Flask, office: Client
) -> None:
    client = app.test_client()
    client.post("/open-wall", data={"token": make(office)["token"]})
    assert client.get("/api/v1/version").status_code == 403
    client.post("/open-wall/leave")
    assert client.get("/api/v1/version").status_code == 200


def test_revoking_ends_it_at_the_next_request(app: Flask, office: Client) -> None:
    client = wall_at(app, make(office)["token"])
    assert office.post(f"{WALLS}/1/revoke", data={"person": "王"}).json["state"] == "revoked"
    assert get(client, "/wall/gdp?area=370000") == 403
    told = client.get("/wall/gdp?area=370000", headers={"Accept": "text/html"}, environ_base=FAR)
    assert (told.status_code, told.headers["Location"]) == (303, "/open-wall?ended=1")
    assert client.post("/wall/-/pulse", json={}, environ_base=FAR).status_code == 403
    assert office.post(f"{WALLS}/1/revoke", data={"person": "王"}).status_code == 400
    actions = [(e["action"], e["person"]) for e in office.get("/api/v1/audit").json]
    assert actions == [("make", "李"), ("open", ""), ("revoke", "王")]


def test_a_wrong_or_expired_token_opens_nothing(app: Flask, cockpit: Cockpit) -> None:
    before = now() - timedelta(seconds=1)
    cockpit.warehouse.walls.make("旧", ["gdp"], ["370000"], before, digest("secret"), "李")
    for token in ("1.secret", "", "1", "1.", "1.x", "x.y", "9.x", "1.\x00", "１.x", "1" * 99):
        client = app.test_client()
        come = client.post("/open-wall", data={"token": token}, environ_base=FAR)
        assert come.headers["Location"] == "/open-wall?refused=1", token
        assert "Set-Cookie" not in come.headers
        client.set_cookie("wall", token)
        assert get(client, "/wall/gdp?area=370000") == 403


def test_the_secret_is_kept_nowhere(app: Flask, office: Client, tmp_path: Path) -> None:
    told = make(office)
    secret = told["token"].partition(".")[2]
    assert told["link"] == f"/open-wall#{told['token']}"
    come = app.test_client().post("/open-wall", data={"token": told["token"]}, environ_base=FAR)
    cookie = come.headers["Set-Cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Path=/"))
    for path in (WALLS, "/api/v1/audit", "/api/v1/batches"):
        assert secret not in office.get(path).text
    held = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert secret.encode() not in held


def test_what_cannot_be_granted_is_refused(office: Client) -> None:
    for wrong in (
        *({"name": " "}, {"scene": []}, {"scene": ["nowhere"]}, {"area": ["999999"]}),
        *({"days": "0"}, {"days": "soon"}, {"person": ""}),
    ):
        assert make(office, **wrong)["status_code"] == 400, wrong
    assert office.get(WALLS).json == []


def test_tokens_are_the_operators_alone(tmp_path: Path) -> None:
    open_house = create_app(Settings(home=tmp_path / "other", public_read=True)).server
    client = open_house.test_client()
    assert client.get(WALLS, environ_base=FAR).status_code == 400
    assert client.post(WALLS, data={"name": "x"}, environ_base=FAR).status_code == 400


def test_the_command_line_does_the_same(tmp_path: Path) -> None:
    def econ(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"COCKPIT_HOME": str(tmp_path), "COCKPIT_LOCALE": "zh_CN"}
        command = [sys.executable, "-m", "cockpit", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    asked = ("token", "make", "二楼", "--scene", "gdp", "--area", "370000", "--person", "李")
    told = orjson.loads(econ(*asked, "--json").stdout)
    assert told["token"].startswith("1.")
    assert "二楼" in econ("token").stdout
    assert econ("token", "revoke", "1", "--person", "王").returncode == 0
    assert econ("token", "revoke", "1", "--person", "王").returncode == 1
    assert econ(*asked[:-3], "999999").returncode == 1
    assert econ("verify").returncode == 0
