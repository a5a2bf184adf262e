"""A wall left alone: it turns over, is published to, and neither it nor its server grows.

Seconds in `make test`, with the keys turning; `make soak-wall MINUTES=60` is the wall by itself,
two seconds a page and a publication every ten seconds.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import monotonic

import psutil
import pytest
from playwright.sync_api import Page, expect

from benchmarks.serving import Server
from cockpit.settings import DATA

MINUTES = int(os.environ.get("COCKPIT_SOAK_MINUTES", "0"))
SETTLED = 5
"""The minute by which a wall has seen every scene several times."""
EVERY = 10
FIRST = "overview"
SCENES = DATA / "scenes"
LABELS = {
    "月度数据 固定资产投资.csv": "固定资产投资额_累计增长(%)",
    "月度数据 财政.csv": "国家财政收入_累计增长(%)",
    "月度数据 国内贸易.csv": "社会消费品零售总额_累计增长(%)",
    "月度数据 工业.csv": "工业增加值_累计增长(%)",
}

LOG = logging.getLogger("soak")

pytestmark = pytest.mark.browser


@dataclass(frozen=True, slots=True)
class Cost:
    """Heap of the page after a collection, nodes, listeners, memory of the server; in bytes."""

    heap: int
    nodes: int
    listeners: int
    server: int

    def __str__(self) -> str:
        return (
            f"heap {self.heap / 2**20:.2f} MB, {self.nodes} nodes, {self.listeners} listeners,"
            f" server {self.server / 2**20:.0f} MB"
        )


def releases() -> Iterator[tuple[str, str]]:
    """Files as bureaus bring them: month after month, and then the months of two years revised."""
    months = [(year, month) for year in (2024, 2025) for month in range(2, 13)]
    for n in count():
        name, label = list(LABELS.items())[n % len(LABELS)]
        year, month = months[n // len(LABELS) % len(months)]
        yield name, f"指标,{year}年{month}月\n{label},{3 + n * 7 % 41 / 10:.1f}\n"


def publish(page: Page, server: Server, release: tuple[str, str]) -> float:
    """Publish a file, and wait until the wall shows it; the seconds from then to there."""
    shown = page.locator("#wall")
    before = shown.get_attribute("data-state") or ""
    server.publish(*release)
    published = monotonic()
    expect(shown).not_to_have_attribute("data-state", before, timeout=180_000)
    return monotonic() - published


def cost(page: Page, server: Server) -> Cost:
    """What the wall and its server hold, with the first scene standing still."""
    expect(page.locator("#wall")).to_have_attribute("data-scene", FIRST, timeout=180_000)
    page.keyboard.press(" ")
    session = page.context.new_cdp_session(page)
    for _turn in range(2):
        session.send("HeapProfiler.collectGarbage")
    counted = session.send("Memory.getDOMCounters")
    heap = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    page.keyboard.press(" ")
    resident = psutil.Process(server.pid).memory_info().rss
    return Cost(heap, counted["nodes"], counted["jsEventListeners"], resident)


def grown(before: Cost, after: Cost) -> list[float]:
    """How much larger each is than it was."""
    return [a / b - 1 for b, a in zip(astuple(before), astuple(after), strict=True)]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[[str], Server]]:
    """Start a server whose scenes change every two seconds."""
    scenes, servers = tmp_path / "scenes", []
    shutil.copytree(SCENES, scenes)
    for path in scenes.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^dwell = \d+", "dwell = 2", text), encoding="utf-8")

    def start(command: str) -> Server:
        servers.append(Server(tmp_path / "home", command, COCKPIT_SCENES=str(scenes)))
        return servers[-1]

    yield start
    for server in servers:
        server.kill()
        assert [line for line in server.log.splitlines() if " INFO " not in line] == []


@pytest.mark.skipif(not MINUTES, reason="an hour: make soak-wall")
@pytest.mark.timeout((MINUTES + 10) * 60)
def test_a_wall_left_alone_does_not_grow(
    started: Callable[[str], Server], watched: Callable[[str], Page]
) -> None:
    server = started("demo")
    page = watched(server.url)
    seen: list[str] = []
    page.on("request", lambda sent: seen.extend(re.findall(r"/wall/(\w[\w-]*)", sent.url)))
    page.goto(f"{server.url}/wall/{FIRST}")
    costs, lags, bringing, began = [], [], releases(), monotonic()
    for minute in range(1, MINUTES + 1):
        while monotonic() - began < minute * 60:
            due = monotonic() + EVERY
            lags.append(publish(page, server, next(bringing)))
            page.wait_for_timeout(max(due - monotonic(), 0) * 1000)
        costs.append(cost(page, server))
        LOG.info("minute %s: %s; %s published, %s scenes", minute, costs[-1], len(lags), len(seen))
    LOG.info("shown after %.1f s, at worst %.1f s", median(lags), max(lags))
    assert set(seen) == {path.stem for path in SCENES.glob("*.toml")}
    assert max(grown(costs[SETTLED - 1], costs[-1])) <= 0.1, list(map(str, costs))


def test_turning_over_and_publishing_leave_nothing_behind(
    started: Callable[[str], Server], watched: Callable[[str], Page]
) -> None:
    server = started("serve")
    bringing = releases()
    for _file in LABELS:
        server.publish(*next(bringing))
    page = watched(server.url)
    page.goto(f"{server.url}/wall/{FIRST}?rotate=off")
    costs = []
    for _turn in range(2):
        publish(page, server, next(bringing))
        go_round(page)
        costs.append(cost(page, server))
    assert max(grown(costs[0], costs[-1])[:3]) <= 0.1, list(map(str, costs))


def go_round(page: Page) -> None:
    """Through every scene by hand, back to the first."""
    shown, left = page.locator("#wall"), False
    for _press in range(100):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        scene = shown.get_attribute("data-scene")
        if left and scene == FIRST:
            return
        left = left or scene != FIRST
    raise AssertionError("the wall does not go round")
