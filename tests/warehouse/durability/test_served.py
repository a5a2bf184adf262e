"""`backup` and `verify` while a server holds the warehouse, and who may ask for them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import Client

from app import ROOMS, assemble
from cockpit.cockpit import Cockpit
from cockpit.errors import OutOfRoom
from cockpit.serving import serving
from cockpit.settings import Settings
from cockpit.warehouse import archive

COMMAND = (sys.executable, "-m", "cockpit")


@pytest.fixture
def environment(settings: Settings) -> dict[str, str]:
    named = {"COCKPIT_WAREHOUSE": settings.warehouse, "COCKPIT_SHARED": str(settings.store)}
    return os.environ | named | {"COCKPIT_HOME": str(settings.home), "COCKPIT_LOCALE": "en"}


@pytest.fixture
def server(settings: Settings, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    settings.home.mkdir()
    command = [*COMMAND, "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("http://")
        yield process
        process.kill()


def econ(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.engine("file", "nobody holds a lake: commands open it beside the server")
@pytest.mark.usefixtures("server")
def test_the_command_line_asks_the_server(
    settings: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "backup.zip"
    told = econ(environment, "backup", str(file), "--person", "李")
    assert (told.returncode, told.stderr) == (0, "")
    assert archive.check(file).rows["batch"] == 0
    assert econ(environment, "verify").returncode == 0
    assert econ(environment, "backup", str(file)).returncode == 1
    assert econ(environment, "restore", str(file), "--replace").returncode == 3
    assert econ(environment, "batches").returncode == 3
    kept = settings.home / "serving.json"
    assert kept.stat().st_mode & 0o077 == 0
    kept.write_text(kept.read_text().replace('"key": "', '"key": "x'))
    refused = econ(environment, "backup", str(tmp_path / "other.zip"))
    assert (refused.returncode, "key" in refused.stderr) == (3, True)
    assert not list(tmp_path.glob("other.zip*"))


def test_a_server_that_is_gone_leaves_a_word_that_does_no_harm(
    server: subprocess.Popen[str], settings: Settings, environment: dict[str, str]
) -> None:
    server.kill()
    server.wait()
    assert serving(settings.home) is not None
    assert econ(environment, "verify").returncode == 0


@pytest.fixture
def cockpit(settings: Settings) -> Iterator[Cockpit]:
    opened = Cockpit(settings, ROOMS)
    yield opened
    opened.warehouse.close()


@pytest.fixture
def client(cockpit: Cockpit) -> Client:
    return assemble(cockpit).server.test_client()


@pytest.mark.parametrize("path", ["/api/v1/backup", "/api/v1/verify"])
def test_without_the_key_or_from_elsewhere_nobody_gets_anything(
    client: Client, cockpit: Cockpit, path: str
) -> None:
    key = {"key": cockpit.key}
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert client.post(path).status_code == 403
    assert client.post(path, data={"key": "guessed"}).status_code == 403
    assert client.post(path, data=key, environ_overrides=elsewhere).status_code == 403
    assert client.post(path, data=key, headers={"X-Forwarded-For": "::1"}).status_code == 403
    assert client.post(path, data=key, headers={"Origin": "http://other"}).status_code == 403
    assert client.get(path, query_string=key).status_code in (404, 405)
    assert client.post(path, data=key).status_code == 200


def test_a_full_disk_is_told_over_http(
    client: Client, cockpit: Cockpit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OutOfRoom("no room")

    monkeypatch.setattr(cockpit.warehouse, "staged", full)
    answer = client.get("/api/v1/batches/1/questions")
    assert (answer.status_code, answer.json["detail"]) == (507, "no room")
