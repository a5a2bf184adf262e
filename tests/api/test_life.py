"""The life of a batch over HTTP: steps, effect, revisions, the audit trail, two people at once."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest
from flask import Flask
from werkzeug.serving import make_server
from werkzeug.test import Client

from app import create_app
from cockpit.settings import Settings

FAR = {"REMOTE_ADDR": "192.0.2.7"}
BATCHES, PEOPLE = 3, 4

# What one person's process does: publish every batch, and say how each was answered.
PERSON = """
import json, sys, urllib.error, urllib.parse, urllib.request
url, person, *batches = sys.argv[1:]
sys.stdin.readline()
for batch in batches:
    body = urllib.parse.urlencode({"person": person}).encode()
    try:
        with urllib.request.urlopen(f"{url}/api/v1/batches/{batch}/publish", body) as answer:
            print(json.dumps([batch, answer.status, ""]))
    except urllib.error.HTTPError as refusal:
        print(json.dumps([batch, refusal.code, json.load(refusal)["detail"]]))
"""


def export(value: float, year: int = 2017) -> bytes:
    head = "数据库：分省年度数据\n指标：地区生产总值(亿元)\n时间：最近1年\n"
    return f"{head}地区,{year}年\n天津市,{value}\n数据来源：国家统计局\n".encode("gb18030")


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return create_app(Settings(home=tmp_path, public_read=True)).server


@pytest.fixture
def client(app: Flask) -> Client:
    return app.test_client()


def bring(client: Client, content: bytes) -> int:
    file = (io.BytesIO(content), "分省年度数据.csv")
    return client.post("/api/v1/batches", data={"file": file}).json["batch"]["id"]


def step(client: Client, batch: int, name: str, **form: str) -> dict:
    answer = client.post(f"/api/v1/batches/{batch}/{name}", data={"person": "李", **form})
    return {"status_code": answer.status_code, **answer.get_json(force=True)}


def test_a_batch_is_submitted_reviewed_and_published_with_its_reason(client: Client) -> None:
    batch = bring(client, export(18549.19))
    refused = step(client, batch, "review")
    assert (refused["status_code"], str(batch) in refused["detail"]) == (400, True)
    assert step(client, batch, "submit", reason="月报")["state"] == "submitted"
    assert step(client, batch, "review")["next"] == ["published", "discarded"]
    done = step(client, batch, "publish", revision="census", reason="五经普")
    told = [(s["state"], s["person"], s["reason"], s["revision"]) for s in done["steps"]]
    assert told[1] == ("submitted", "李", "月报", None)
    assert told[-1] == ("published", "李", "五经普", "census")
    assert step(client, batch, "publish", revision="mood")["status_code"] == 400


def test_the_effect_is_told_before_and_the_revision_after(client: Client) -> None:
    step(client, bring(client, export(18549.19)), "publish")
    batch = bring(client, export(12450.6))
    effect = client.get(f"/api/v1/batches/{batch}/effect").json
    (change,) = effect["changes"]
    assert (change["before"], change["after"], change["period"]) == (18549.19, 12450.6, "2017")
    assert effect["certain"]["changed"] == 1
    step(client, bring(client, export(12450.7)), "publish")
    overtaken = step(client, batch, "publish", seen=effect["version"])
    assert overtaken["status_code"] == 400
    again = client.get(f"/api/v1/batches/{batch}/effect").json["version"]
    assert step(client, batch, "publish", seen=again, revision="correction")["status_code"] == 200
    asked = "/api/v1/revisions?indicator=gdp&area=120000"
    told = client.get(asked).json
    assert [v["reason"] for v in told["vintages"]] == ["regular", "regular", "correction"]
    (row,) = told["periods"]
    assert (row["first"], row["latest"], row["change"]) == (18549.19, 12450.6, -6098.59)
    then = client.get(f"{asked}&as_of={told['vintages'][0]['at'].replace('+', '%2B')}").json
    assert then["periods"][0]["values"] == [18549.19]


@pytest.mark.parametrize(
    "path",
    [
        "observations?indicator=gdp&area=120000",
        "explain?indicator=gdp&area=120000&period=2017",
        "revisions?indicator=gdp&area=120000",
        "batches?",
        "version?",
    ],
)
def test_every_way_to_read_takes_as_of(client: Client, path: str) -> None:
    batch = step(client, bring(client, export(18549.19)), "publish")
    then = batch["published_at"].replace("+", "%2B")
    before = client.get(f"/api/v1/{path}&as_of={then}").json
    step(client, bring(client, export(12450.6)), "publish")
    assert client.get(f"/api/v1/{path}&as_of={then}").json == before
    assert client.get(f"/api/v1/{path}").json != before


def test_what_other_machines_read_is_told_and_the_trail_itself_is_not_theirs(
    client: Client,
) -> None:
    step(client, bring(client, export(18549.19)), "publish")
    known = len(client.get("/api/v1/audit").json)
    asked = "/api/v1/observations?indicator=gdp&area=120000"
    client.get(asked)
    assert len(client.get("/api/v1/audit").json) == known
    client.get(asked, environ_base=FAR)
    client.get(f"{asked}&format=csv", environ_base=FAR)
    told = client.get("/api/v1/audit?last=2").json
    assert [(e["action"], e["object"], e["detail"]["rows"]) for e in told] == [
        ("query", "gdp", 1),
        ("export", "gdp", 1),
    ]
    assert told[0]["detail"]["address"] == "192.0.2.7"
    assert told[1]["previous"] == told[0]["hash"]
    for path in ("audit", "batches/1", "batches/1/effect"):
        assert client.get(f"/api/v1/{path}", environ_base=FAR).status_code == 400


def test_a_table_taken_away_by_another_machine_is_told(client: Client) -> None:
    step(client, bring(client, export(18549.19)), "publish")
    asked = {
        "output": "explore-file-csv.data",
        "outputs": {"id": "explore-file-csv", "property": "data"},
        "inputs": [{"id": "explore-csv", "property": "n_clicks", "value": 1}],
        "changedPropIds": ["explore-csv.n_clicks"],
        "state": [
            {
                "id": "explore-address",
                "property": "href",
                "value": "http://localhost/explore/gdp?area=120000",
            }
        ],
    }
    answer = client.post("/_dash-update-component", json=asked, environ_base=FAR)
    assert answer.status_code == 200, answer.text
    (entry,) = client.get("/api/v1/audit?last=1").json
    assert (entry["action"], entry["object"], entry["detail"]["rows"]) == (
        "export",
        "gdp_120000.csv",
        1,
    )


def test_threads_that_publish_one_batch_at_once_are_told_who_was_first(
    app: Flask, client: Client
) -> None:
    batch = bring(client, export(18549.19))

    def publish(person: str) -> int:
        return step(app.test_client(), batch, "publish", person=person)["status_code"]

    with ThreadPoolExecutor(6) as pool:
        answers = Counter(pool.map(publish, "赵钱孙李周吴"))
    assert answers == {200: 1, 400: 5}


@contextmanager
def served(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


def test_processes_that_publish_the_same_batches_land_each_once(app: Flask, client: Client) -> None:
    ids = [str(bring(client, export(18549.19 + n))) for n in range(BATCHES)]
    with served(app) as url:
        command = [sys.executable, "-c", PERSON, url]
        people = [
            subprocess.Popen(
                [*command, f"p{n}", *ids], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            for n in range(PEOPLE)
        ]
        for person in people:
            assert person.stdin is not None
            person.stdin.write("\n")
            person.stdin.flush()
        told = [orjson.loads(line) for p in people for line in p.communicate()[0].splitlines()]
    landed = Counter(batch for batch, status, _detail in told if status == 200)
    assert landed == dict.fromkeys(ids, 1)
    assert all(batch in detail for batch, status, detail in told if status != 200)
    assert len(told) == BATCHES * PEOPLE
    entries = client.get("/api/v1/audit").json
    assert [entry["seq"] for entry in entries] == list(range(1, 4 * BATCHES + 1))
