"""A server killed while it loads, publishes, withdraws and backs up: all of a step or nothing."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from uuid import uuid4

import orjson
import pytest

from cockpit.catalog import Catalog
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse, archive
from cockpit.warehouse.restore import examine

PATIENCE = 10.0
MOMENTS = {"bring": 0.4, "publish": 0.04, "withdraw": 0.04, "backup": 0.3}
"""Seconds in which a step is over: kills fall into all of it."""
EVERY_HOURS = "0.0003"  # a little more than the second that names of backups tell apart
LOST = (URLError, HTTPException, ConnectionError, TimeoutError)
PROVINCES = ("北京市", "天津市", "河北省", "山西省", "辽宁省", "吉林省")


def export(number: int) -> bytes:
    """An NBS export of its own, its figures all equal so that a half is told from a whole."""
    year, value = 1950 + number % 50, 1000 + number / 1000
    lines = ["数据库：分省年度数据", "指标：地区生产总值(亿元)", "时间：最近1年", f"地区,{year}年"]
    lines += [f"{province},{value}" for province in PROVINCES]
    return "\n".join((*lines, "数据来源：国家统计局", "")).encode("gb18030")


class Client:
    """One who uploads: every step, what the server said of it, and what it never answered."""

    def __init__(self) -> None:
        self.url = ""
        self.said: dict[int, str] = {}
        self.asked: dict[int, str] = {}
        self.begun = {step: threading.Event() for step in MOMENTS}
        self._number = 0

    def work(self, chance: random.Random) -> None:
        """Bring and publish, take every third one back, until the server is gone."""
        try:
            while True:
                self._number += 1
                batch = self._bring(self._number)
                self._step("publish", "published", batch)
                if chance.random() < 0.34:
                    self._step("withdraw", "withdrawn", batch)
        except HTTPError:
            raise
        except LOST:
            return

    def _bring(self, number: int) -> int:
        mark = uuid4().hex
        name = f'form-data; name="file"; filename="{number}.csv"'
        head = f"--{mark}\r\nContent-Disposition: {name}\r\n\r\n"
        body = head.encode() + export(number) + f"\r\n--{mark}--\r\n".encode()
        self.begun["bring"].set()
        answer = self._post("", body, f"multipart/form-data; boundary={mark}")
        self.said[answer["batch"]["id"]] = "staged"
        return answer["batch"]["id"]

    def _step(self, step: str, state: str, batch: int) -> None:
        self.asked = {batch: state}
        self.begun[step].set()
        form = urlencode({"person": "test", "reason": "test"}).encode()
        self._post(f"/{batch}/{step}", form, "application/x-www-form-urlencoded")
        self.said[batch] = state
        self.asked = {}

    def _post(self, path: str, body: bytes, kind: str) -> dict:
        request = Request(f"{self.url}/api/v1/batches{path}", body, {"Content-Type": kind})
        with urlopen(request, timeout=20) as answer:
            return orjson.loads(answer.read())


@contextmanager
def server(home: Path, backups: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "cockpit", "serve", "--port", "0"]
    environment = os.environ | {
        "COCKPIT_HOME": str(home),
        "COCKPIT_BACKUP_FOLDER": str(backups),
        "COCKPIT_BACKUP_EVERY_HOURS": EVERY_HOURS,
    }
    with (home.parent / "server.log").open("a") as log:
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
        )
    with process:
        assert process.stdout is not None
        url = re.search(r"http://\S+", process.stdout.readline())
        assert url is not None
        try:
            yield process, url[0].rstrip("/")
        finally:
            process.kill()


def wait_for(step: str, client: Client, home: Path) -> None:
    """Return when the server is in the middle of a step."""
    if step != "backup":
        client.begun[step].clear()
        client.begun[step].wait(PATIENCE)
        return
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not any((home / "copies").rglob("backup-*")):
        time.sleep(0.002)


@pytest.mark.timeout(3600)
def test_all_of_a_step_or_nothing(tmp_path: Path, catalog: Catalog, effort) -> None:
    chance, client = random.Random(7), Client()
    home, backups = tmp_path / "home", tmp_path / "backups"
    home.mkdir()
    for number in range(effort.kills):
        step = [*MOMENTS][number % len(MOMENTS)]
        with server(home, backups) as (process, client.url):
            worker = threading.Thread(target=client.work, args=(chance,))
            worker.start()
            wait_for(step, client, home)
            time.sleep(chance.uniform(0, MOMENTS[step]))
            process.send_signal(signal.SIGKILL)
            worker.join()
        assert_whole(Settings(home=home), catalog, client)
        assert_backups_whole(backups, tmp_path)
    assert sum(state != "staged" for state in client.said.values()) >= effort.kills // 4
    assert {"published", "withdrawn"} <= {*client.said.values()}


def assert_whole(settings: Settings, catalog: Catalog, client: Client) -> None:
    opened = Warehouse(settings, catalog)
    try:
        found = {batch.id: batch for batch in opened.batches()}
        for batch, state in client.said.items():
            assert found[batch].state in (state, client.asked.get(batch, state))
        client.said = {batch.id: batch.state for batch in found.values()}
        client.asked = {}
        assert {batch.observations for batch in found.values()} <= {len(PROVINCES)}
        assert [one.message for one in opened.verify() if not one.harmless] == []
    finally:
        opened.close()


def assert_backups_whole(folder: Path, room: Path) -> None:
    """Whatever carries the name of a backup is one."""
    made = sorted(folder.glob("*.zip"))
    for path in made[-2:]:
        archive.check(path)
    if made:
        _manifest, found = examine(made[-1], room)
        assert [one.message for one in found] == []
