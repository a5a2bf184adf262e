"""Alarms over HTTP and on the command line: raised by a publication, taken to their end."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from werkzeug.test import Client

from app import create_app
from cockpit.settings import Settings

FAR = {"REMOTE_ADDR": "192.0.2.7"}
HERE = "/api/v1/alarms"


def export(value: float) -> bytes:
    head = "数据库：月度数据\n时间：最近1个月\n指标,2023年12月\n"
    return f"{head}固定资产投资额_累计增长(%),{value}\n数据来源：国家统计局\n".encode("gb18030")


@pytest.fixture
def client(tmp_path: Path) -> Client:
    return create_app(Settings(home=tmp_path, public_read=True)).server.test_client()


def publish(client: Client, value: float) -> int:
    file = (io.BytesIO(export(value)), "月度数据.csv")
    batch = client.post("/api/v1/batches", data={"file": file}).json["batch"]["id"]
    done = client.post(f"/api/v1/batches/{batch}/publish", data={"person": "李"})
    assert done.status_code == 200, done.text
    return batch


def step(client: Client, name: str, **form: str) -> tuple[int, dict]:
    answer = client.post(f"{HERE}/1/{name}", data={"person": "李", "text": "措施", **form})
    return answer.status_code, answer.get_json(force=True)


def test_a_publication_raises_an_alarm_that_is_taken_to_its_end(client: Client) -> None:
    batch = publish(client, -1.2)
    told = [entry["action"] for entry in client.get("/api/v1/audit").json]
    assert told[-2:] == ["publish", "raise"]
    (alarm,) = client.get(f"{HERE}?state=raised&area=000000&indicator=fai").json
    assert (alarm["value"], alarm["time_period"], alarm["released"]) == (-1.2, "2023-12", None)
    standing = client.get(f"{HERE}/standing?indicator=fai&area=000000&period=2023-12").json
    assert [one["id"] for one in standing] == [1]
    assert step(client, "close")[0] == 400
    assert step(client, "handle", text="")[0] == 400
    for name in ("handle", "reply", "close"):
        assert step(client, name)[0] == 200
    assert client.get(f"{HERE}/1").json["state"] == "closed"
    client.post(f"/api/v1/batches/{batch}/withdraw", data={"person": "李", "reason": "错"})
    assert client.get(f"{HERE}/1").json["state"] == "closed"


def test_a_withdrawal_voids_and_the_past_stays(client: Client) -> None:
    batch = publish(client, -1.2)
    raised = client.get(f"{HERE}/1").json["steps"][0]["at"].replace("+", "%2B")
    client.post(f"/api/v1/batches/{batch}/withdraw", data={"person": "李", "reason": "错"})
    (now,) = client.get(HERE).json
    assert (now["state"], now["steps"][-1]["text"]) == ("voided", "withdrawn")
    (then,) = client.get(f"{HERE}?as_of={raised}").json
    assert then["state"] == "raised"


@pytest.mark.parametrize(
    "path", ["?state=open", "?area=1", "?colour=red", "/standing?indicator=x&area=000000", "/7"]
)
def test_what_is_not_known_is_refused(client: Client, path: str) -> None:
    assert client.get(f"{HERE}{path}").status_code == 400


def test_other_machines_read_alarms_and_take_no_step(client: Client) -> None:
    publish(client, -1.2)
    assert len(client.get(HERE, environ_base=FAR).json) == 1
    assert client.get("/api/v1/audit?last=1").json[0]["detail"]["rows"] == 1
    refused = client.post(f"{HERE}/1/handle", data={"person": "李", "text": "x"}, environ_base=FAR)
    assert refused.status_code == 400
    foreign = {"Origin": "http://elsewhere.example"}
    assert client.post(f"{HERE}/1/handle", headers=foreign).status_code == 403


def test_the_command_line_does_the_same(tmp_path: Path) -> None:
    (tmp_path / "月度数据.csv").write_bytes(export(-1.2))

    def econ(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"COCKPIT_HOME": str(tmp_path), "COCKPIT_LOCALE": "zh_CN"}
        command = [sys.executable, "-m", "cockpit", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert econ("load", str(tmp_path / "月度数据.csv"), "--publish").returncode == 0
    assert econ("alarms", "close", "1", "--text", "x").returncode == 1
    assert econ("alarms", "handle", "1", "--text", "稳投资", "--person", "李").returncode == 0
    shown = econ("alarms", "show", "1").stdout
    assert all(word in shown for word in ("处置中", "稳投资", "李", "-1.2"))
    (told,) = econ("alarms", "--json", "--state", "handled").stdout.splitlines()
    assert orjson.loads(told)["steps"][1]["text"] == "稳投资"
    assert econ("verify").returncode == 0
