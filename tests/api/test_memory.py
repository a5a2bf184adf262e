"""Questions and answers over HTTP and on the command line."""

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

SHEET = """滕州市2024年10月主要经济指标,,
,,单位：万元
指标,本月,本月止累计
规上工业产值口径二,20,110
社会消费品零售总额,21,200
"""
NAME = "滕州市2024年10月经济运行快报.csv"
LABEL = {
    "subject": "label",
    "printed": "规上工业产值口径二",
    "meaning": {"indicator": "ind_output_value"},
}


@pytest.fixture
def client(tmp_path: Path) -> Client:
    return create_app(Settings(home=tmp_path, public_read=True)).server.test_client()


def bring(client: Client, name: str = NAME) -> dict:
    file = (io.BytesIO(SHEET.encode()), name)
    answer = client.post("/api/v1/batches", data={"file": file})
    assert answer.status_code == 201, answer.text
    return answer.json["batch"]


def test_a_program_may_answer_and_the_next_file_asks_nothing(client: Client) -> None:
    batch = bring(client)
    assert batch["family"] == "滕州市经济运行快报"
    (asked,) = client.get(f"/api/v1/batches/{batch['id']}/questions").json
    assert (asked["subject"], asked["printed"], asked["figures"]) == (
        "label",
        ["规上工业产值口径二"],
        2,
    )
    body = {"batch": batch["id"], "person": "李", "answers": [LABEL]}
    again = client.post("/api/v1/memory", json=body)
    assert again.status_code == 201, again.text
    states = {b["id"]: b["state"] for b in client.get("/api/v1/batches").json}
    assert states == {batch["id"]: "discarded", again.json["batch"]["id"]: "staged"}
    later = bring(client, "滕州市2024年11月经济运行快报.csv")
    assert client.get(f"/api/v1/batches/{later['id']}/questions").json == []


def test_an_answer_is_listed_and_taken_back(client: Client) -> None:
    body = {"family": "快报", "person": "李", "answers": [LABEL]}
    (kept,) = client.post("/api/v1/memory", json=body).json
    assert client.get("/api/v1/memory?family=快报").json == [kept]
    assert client.get("/api/v1/memory?family=月报").json == []
    client.post(f"/api/v1/memory/{kept['id']}/forget", data={"person": "王"})
    assert client.get("/api/v1/memory").json == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"family": "快报"},
        {"answers": [LABEL]},
        {"family": "快报", "answers": [{"subject": "label"}]},
        {"family": "快报", "answers": [LABEL | {"meaning": {"indicator": 5}}]},
        {"family": "快报", "answers": [LABEL | {"meaning": {"indicator": "nobody"}}]},
        {"batch": 99, "answers": [LABEL]},
    ],
)
def test_an_answer_that_says_nothing_is_refused(client: Client, body: dict) -> None:
    answer = client.post("/api/v1/memory", json=body)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert client.get("/api/v1/memory").json == []


def test_memory_is_for_this_machine_only(client: Client) -> None:
    far = {"REMOTE_ADDR": "192.0.2.7"}
    body = {"family": "快报", "answers": [LABEL]}
    assert client.post("/api/v1/memory", json=body, environ_base=far).status_code == 400
    assert client.get("/api/v1/memory", environ_base=far).status_code == 400


def test_a_discarded_batch_is_shown_to_no_other_machine(client: Client) -> None:
    batch = bring(client)
    client.post(f"/api/v1/batches/{batch['id']}/withdraw", data={"person": "李"})
    far = {"REMOTE_ADDR": "192.0.2.7"}
    assert client.get("/api/v1/batches", environ_base=far).json == []


def test_the_command_line_lists_forgets_and_discards(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(SHEET, encoding="utf-8")

    def econ(*arguments: str) -> dict:
        environment = os.environ | {"COCKPIT_HOME": str(tmp_path), "COCKPIT_LOCALE": "zh_CN"}
        command = [sys.executable, "-m", "cockpit", *arguments, "--json"]
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        return orjson.loads(done.stdout) if done.stdout else {}

    staged = econ("load", str(path))
    assert econ("withdraw", str(staged["id"]))["state"] == "discarded"
    server = create_app(Settings(home=tmp_path / "other")).server.test_client()
    (kept,) = server.post("/api/v1/memory", json={"family": "快报", "answers": [LABEL]}).json
    assert kept["printed"] == LABEL["printed"]
    assert econ("memory") == {}
