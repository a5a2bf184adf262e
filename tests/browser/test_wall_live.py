"""An open wall: it shows what is published without a reload, and lives through a lost server."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from benchmarks.serving import Server

HEAD = "指标,2023年12月,2023年11月,2023年10月\n"
INVESTMENT = f"{HEAD}固定资产投资额_累计增长(%),3.0,2.9,2.9\n"
REVENUE = f"{HEAD}国家财政收入_累计增长(%),6.4,7.9,8.1\n"

TIME = re.compile(r"截至 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d")
AWAY = 60_000 if os.environ.get("COCKPIT_SOAK") == "1" else 0
"""How long a network stays cut and a machine asleep, in milliseconds, over what is seen at once."""
JUMP = """() => {
  const clock = Date.now.bind(Date);
  Date.now = () => clock() - 4e10;
}"""

pytestmark = pytest.mark.browser


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path / "home")
    yield running
    running.kill()


@pytest.fixture
def wall(context: BrowserContext, server: Server) -> Page:
    """A wall that stays open; what is kept on it is lost when it is loaded again."""
    server.publish("月度数据 固定资产投资.csv", INVESTMENT)
    page = context.new_page()
    page.goto(f"{server.url}/wall/overview")
    expect(card(page, "固定资产投资")).to_contain_text("+3.0")
    page.evaluate("() => document.querySelectorAll('[data-digest]').forEach((one) => one.mine = 1)")
    return page


def card(page: Page, name: str):
    return page.locator(".card", has_text=name)


def mine(page: Page) -> list[str]:
    """The parts that have stood since the wall was opened."""
    return page.evaluate(
        "() => [...document.querySelectorAll('[data-digest]')].filter((one) => one.mine)"
        ".map((one) => one.textContent)"
    )


def test_what_is_published_is_shown_and_only_what_changed_is_drawn(
    wall: Page, server: Server
) -> None:
    before = mine(wall)
    sent: list[Request] = []
    wall.on("requestfinished", lambda request: sent.append(request))
    server.publish("月度数据 财政.csv", REVENUE)
    expect(card(wall, "一般公共预算收入")).to_contain_text("+6.4")
    standing = mine(wall)
    assert any("固定资产投资" in text for text in standing)
    assert not any("一般公共预算收入" in text for text in standing)
    assert len(before) - len(standing) == 2
    assert sum(request.sizes()["responseBodySize"] for request in sent) < 20_000


def test_an_answer_about_a_scene_that_is_gone_is_dropped(wall: Page, server: Server) -> None:
    held: list[Route] = []

    def hold(route: Route, request: Request) -> None:
        if "x-known" in request.headers:
            held.append(route)
        else:
            route.continue_()

    wall.goto(f"{server.url}/wall/industry")
    wall.route("**/wall/industry*", hold)
    with wall.expect_request(lambda sent: "x-known" in sent.headers):
        server.publish("月度数据 财政.csv", REVENUE)
    wall.keyboard.press("ArrowRight")
    expect(card(wall, "固定资产投资")).to_contain_text("+3.0")
    held[0].continue_()
    with wall.expect_response("**/wall/-/pulse"):
        pass
    expect(card(wall, "固定资产投资")).to_contain_text("+3.0")


def test_a_lost_server_is_told_with_the_time_of_the_data_and_found_again(
    wall: Page, server: Server
) -> None:
    server.kill()
    strip = wall.locator("#offline")
    expect(strip).to_be_visible(timeout=15_000)
    expect(strip).to_have_text(TIME)
    expect(card(wall, "固定资产投资")).to_contain_text("+3.0")
    server.start()
    expect(strip).to_be_hidden(timeout=15_000)
    assert mine(wall)


def test_a_cut_network_is_lived_through(
    wall: Page, context: BrowserContext, server: Server
) -> None:
    context.set_offline(True)
    expect(wall.locator("#offline")).to_be_visible(timeout=15_000)
    expect(wall.locator("#offline")).to_have_text(TIME)
    wall.wait_for_timeout(AWAY)
    server.publish("月度数据 财政.csv", REVENUE)
    context.set_offline(False)
    expect(card(wall, "一般公共预算收入")).to_contain_text("+6.4", timeout=15_000)
    expect(wall.locator("#offline")).to_be_hidden()
    assert mine(wall)


@contextmanager
def frozen(page: Page) -> Iterator[None]:
    """As a browser freezes a page before its machine sleeps."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    yield
    session.send("Page.setWebLifecycleState", {"state": "active"})
    session.detach()


@contextmanager
def stopped(page: Page) -> Iterator[None]:
    """As the page's process finds itself after its machine has slept: nothing was told to it."""
    assert page.context.browser
    session = page.context.browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    held = [one["id"] for one in processes if one["type"] == "renderer"]
    for number in held:
        os.kill(number, signal.SIGSTOP)
    yield
    for number in held:
        os.kill(number, signal.SIGCONT)
    session.detach()


@pytest.mark.parametrize("asleep", [frozen, stopped])
def test_a_wall_wakes_by_itself_to_a_server_that_was_started_anew(
    wall: Page, server: Server, asleep: Callable
) -> None:
    with asleep(wall):
        server.kill()
        sleep(AWAY / 1000)
        server.start()
        server.publish("月度数据 财政.csv", REVENUE)
    expect(card(wall, "一般公共预算收入")).to_contain_text("+6.4", timeout=15_000)
    expect(wall.locator("#offline")).to_be_hidden()
    assert mine(wall)


def test_a_clock_set_back_by_a_year_stops_nothing(wall: Page, server: Server) -> None:
    wall.evaluate(JUMP)
    server.publish("月度数据 财政.csv", REVENUE)
    expect(card(wall, "一般公共预算收入")).to_contain_text("+6.4")
    wall.evaluate("() => { document.getElementById('wall').dataset.dwell = 0; }")
    wall.keyboard.press(" ")
    wall.keyboard.press(" ")
    expect(wall.locator("#wall")).not_to_have_attribute("data-scene", "overview")
    expect(wall.locator("#offline")).to_be_hidden()


def test_the_administrator_sees_the_wall(
    wall: Page, context: BrowserContext, server: Server
) -> None:
    with wall.expect_response("**/wall/-/pulse"):
        pass
    page = context.new_page()
    page.goto(f"{server.url}/admin/walls")
    row = page.locator("tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("运行中")
    expect(row).to_contain_text("总览")
    expect(row).to_contain_text("1920×1080")
    expect(row).to_contain_text("当前版本")
