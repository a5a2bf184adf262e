"""Figures frozen for a meeting are shown exactly later, whatever landed since."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest
from werkzeug.test import Client

from app import ROOMS, assemble
from cockpit.cockpit import Cockpit
from cockpit.correction import COLUMNS
from cockpit.observation import Observation
from cockpit.settings import Settings

FAR = {"REMOTE_ADDR": "192.0.2.7"}
MEETINGS = "/api/v1/meetings"
READ = (
    "observations?indicator=budget_revenue&area=110000",
    "observations?indicator=tax_share&area=110000",
    "explain?indicator=tax_share&area=110000&period=2023",
    "observations?indicator=retail_total&area=110000&transformation=yoy",
    "alarms?area=110000",
)
REVENUE = Observation(
    sheet="",
    cell="B2",
    label="一般公共预算收入",
    indicator="budget_revenue",
    ref_area="北京市",
    area="110000",
    freq="A",
    time_period="2023",
    accumulation="period",
    transformation="level",
    unit="亿元",
    value=6181.1,
    raw="6181.1",
)
TAX = REVENUE._replace(cell="B3", indicator="budget_tax", label="税收收入", value=5356.7)
RETAIL = REVENUE._replace(
    indicator="retail_total",
    freq="M",
    time_period="2023-12",
    accumulation="ytd",
    transformation="yoy",
    unit="%",
    value=-1.5,
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corrections").mkdir()
    corrections = tmp_path / "corrections"
    return Settings(home=tmp_path / "home", corrections=corrections, public_read=True)


@pytest.fixture
def cockpit(settings: Settings) -> Cockpit:
    return Cockpit(settings, ROOMS)


@pytest.fixture
def client(cockpit: Cockpit) -> Client:
    return assemble(cockpit).server.test_client()


def publish(cockpit: Cockpit, *figures: Observation) -> int:
    staged = cockpit.warehouse.stage(
        repr(figures).encode(),
        file_name="月报.csv",
        source="",
        person="李",
        observations=figures,
        issues=(),
    )
    return cockpit.publish(staged.batch.id, "李").id


def freeze(client: Client, **form: str) -> tuple[int, dict]:
    answer = client.post(MEETINGS, data={"name": "8月经济运行分析会", "person": "李", **form})
    return answer.status_code, answer.get_json(force=True)


def told(client: Client, moment: str) -> list[object]:
    given = {"as_of": moment}
    answers = [
        client.get(f"/api/v1/{p}".split("?")[0], query_string=_query(p, given)) for p in READ
    ]
    assert {answer.status_code for answer in answers} == {200}
    return [answer.json for answer in answers]


def _query(path: str, given: dict[str, str]) -> dict[str, str]:
    pairs = (pair.split("=") for pair in path.split("?")[1].split("&"))
    return {**dict(pairs), **given}  # ty: ignore[no-matching-overload]


def test_a_meeting_is_replayed_exactly_whatever_landed_since(
    cockpit: Cockpit, client: Client
) -> None:
    first = publish(cockpit, REVENUE, TAX, RETAIL)
    status, meeting = freeze(client)
    assert (status, meeting["id"], meeting["doubts"]) == (201, 1, [])
    then = told(client, meeting["as_of"])
    assert [row["value"] for row in then[1]] == [pytest.approx(86.66, abs=0.01)]
    assert then[4][0]["state"] == "raised"
    later = (REVENUE._replace(value=6000.0), TAX._replace(value=4000.0), RETAIL._replace(value=2.0))
    publish(cockpit, *later)
    cockpit.withdraw(first, "王", "错")
    now = told(client, datetime.now(UTC).isoformat())
    assert [a == b for a, b in zip(now, then, strict=True)] == [False] * len(READ)
    assert told(client, meeting["as_of"]) == then
    assert client.get(f"{MEETINGS}/1").json["doubts"] == []


def test_addresses_of_screens_take_a_meeting(cockpit: Cockpit, client: Client) -> None:
    publish(cockpit, REVENUE)
    _status, meeting = freeze(client)
    for path in (
        "/explore/budget_revenue?area=110000&meeting=1",
        "/?meeting=1",
        "/wall/gdp?meeting=1",
    ):
        led = client.get(path, environ_base=FAR)
        assert led.status_code == 302
        assert meeting["as_of"].replace("+", "%2B").replace(":", "%3A") in led.headers["Location"]
        assert client.get(led.headers["Location"]).status_code != 302
    assert client.get("/explore/gdp?meeting=7").status_code == 400


def test_a_correction_entered_later_with_an_earlier_day_is_told(
    cockpit: Cockpit, client: Client, settings: Settings
) -> None:
    publish(cockpit, REVENUE)
    freeze(client)
    cockpit.warehouse.close()
    row = "budget_revenue,110000,,2023,period,level,亿元,6181.1,6000,2020-01-01,错,wrong,公告"
    text = f"{','.join(COLUMNS.split())}\n{row}\n"
    (settings.corrections / "own.csv").write_text(text, encoding="utf-8")
    (doubt,) = (
        assemble(Cockpit(settings, ROOMS)).server.test_client().get(f"{MEETINGS}/1").json["doubts"]
    )
    assert "更正" in doubt


def test_only_times_that_have_passed_are_frozen_and_only_here(
    cockpit: Cockpit, client: Client
) -> None:
    for wrong in ({"as_of": "2999-01-01"}, {"as_of": "soon"}, {"name": " "}, {"person": ""}):
        assert freeze(client, **wrong)[0] == 400, wrong
    assert client.post(MEETINGS, data={"name": "x"}, environ_base=FAR).status_code == 400
    assert freeze(client, as_of="2020-01-01T00:00:00+00:00")[1]["as_of"].startswith("2020-01-01T")
    assert len(client.get(MEETINGS, environ_base=FAR).json) == 1
    (entry,) = cockpit.warehouse.audit()
    assert (entry.action, entry.object, entry.person) == ("freeze", "meeting 1", "李")
    assert cockpit.warehouse.verify() == []


def test_what_is_published_while_it_is_frozen_is_either_in_or_out(
    cockpit: Cockpit, client: Client
) -> None:
    def bring(number: int) -> None:
        publish(cockpit, REVENUE._replace(time_period=str(2000 + number)))

    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(bring, number) for number in range(6)]
        made = [freeze(client)[1] for _n in range(6)]
        for job in jobs:
            job.result()
    assert [client.get(f"{MEETINGS}/{one['id']}").json["doubts"] for one in made] == [[]] * 6


def test_the_command_line_does_the_same(tmp_path: Path) -> None:
    def econ(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"COCKPIT_HOME": str(tmp_path), "COCKPIT_LOCALE": "zh_CN"}
        command = [sys.executable, "-m", "cockpit", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    made = orjson.loads(econ("meetings", "freeze", "分析会", "--json").stdout)
    assert (made["name"], made["doubts"]) == ("分析会", [])
    assert "分析会" in econ("meetings").stdout
    assert econ("meetings", "freeze", "以后", "--as-of", "2999-01-01").returncode == 1
