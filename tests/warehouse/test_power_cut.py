"""A server killed during a publication: all of the batch or none, and every confirmed one."""

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
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from uuid import uuid4

import orjson
import pytest

from cockpit.catalog import Catalog
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse

ROUNDS = 20
PATIENCE = 10.0
TAKES = 0.03
"""Seconds in which a publication is over: every second kill falls somewhere in one."""
LOST = (URLError, HTTPException, ConnectionError, TimeoutError)
PROVINCES = ("北京市", "天津市", "河北省", "山西省", "辽宁省", "吉林省")


def export(year: int) -> bytes:
    """An NBS export of one year, its figures all equal so that a sum tells a half from a whole."""
    lines = ["数据库：分省年度数据", "指标：地区生产总值(亿元)", "时间：最近1年", f"地区,{year}年"]
    lines += [f"{province},{year}.5" for province in PROVINCES]
    return "\n".join((*lines, "数据来源：国家统计局", "")).encode("gb18030")


@contextmanager
def server(home: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "cockpit", "serve", "--port", "0"]
    environment = os.environ | {"COCKPIT_HOME": str(home)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = re.search(r"http://\S+", process.stdout.readline())
        assert url is not None
        try:
            yield process, url[0].rstrip("/")
        finally:
            process.kill()


def post(url: str, body: bytes, kind: str) -> dict:
    request = Request(url, body, {"Content-Type": kind})
    with urlopen(request, timeout=20) as answer:
        return orjson.loads(answer.read())


def bring(url: str, year: int) -> int:
    mark = uuid4().hex
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{year}.csv"\r\n\r\n'
    body = head.encode() + export(year) + f"\r\n--{mark}--\r\n".encode()
    answer = post(f"{url}/api/v1/batches", body, f"multipart/form-data; boundary={mark}")
    return answer["batch"]["id"]


def publish(url: str, batch: int) -> None:
    body = urlencode({"person": "test"}).encode()
    post(f"{url}/api/v1/batches/{batch}/publish", body, "application/x-www-form-urlencoded")


def work(url: str, years: Iterator[int], confirmed: set[int], publishing: threading.Event) -> None:
    """Bring and publish one export after another until the server is gone."""
    try:
        for year in years:
            batch = bring(url, year)
            publishing.set()
            publish(url, batch)
            confirmed.add(year)
    except LOST:
        return


@pytest.mark.timeout(600)
def test_every_confirmed_batch_is_there_and_no_half_one(tmp_path: Path, catalog: Catalog) -> None:
    chance, years, confirmed = random.Random(7), iter(range(1950, 2100)), set[int]()
    home = tmp_path / "home"
    for number in range(ROUNDS):
        with server(home) as (process, url):
            publishing = threading.Event()
            worker = threading.Thread(target=work, args=(url, years, confirmed, publishing))
            worker.start()
            time.sleep(chance.uniform(0.3, 1.6))
            if number % 2:
                publishing.clear()
                publishing.wait(PATIENCE)
                time.sleep(chance.uniform(0, TAKES))
            process.send_signal(signal.SIGKILL)
            worker.join()
        assert_whole(Settings(home=home), catalog, confirmed)
    assert len(confirmed) >= ROUNDS


def assert_whole(settings: Settings, catalog: Catalog, confirmed: set[int]) -> None:
    opened = Warehouse(settings, catalog)
    try:
        codes = [area.code for area in map(catalog.areas.resolve, PROVINCES) if area]
        held = opened.reader().across(Selection(indicator="gdp"), codes)
        points = [(p.period.year, p.value) for s in held.values() for p in s.points]
        years = {year for year, _value in points}
        assert confirmed <= years
        assert sorted(points) == sorted((y, y + 0.5) for y in years for _ in PROVINCES)
        assert all(_whole(opened.staged(b.id).observations) for b in opened.batches())
    finally:
        opened.close()


def _whole(observations: tuple[Observation, ...]) -> bool:
    return len(observations) == len(PROVINCES)
