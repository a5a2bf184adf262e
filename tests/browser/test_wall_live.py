"""An open wall: it shows what is published without a reload, and lives through a lost server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from benchmarks.serving import Server

HEAD = "指标,2023年12月,2023年11月,2023年10月\n"
INVESTMENT = f"{HEAD}固定资产投资额_累计增长(%),3.0,2.9,2.9\n"
REVENUE = f"{HEAD}国家财政收入_累计增长(%),6.4,7.9,8.1\n"

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
    expect(strip).to_have_text(re.compile(r"截至 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d"))
    expect(card(wall, "固定资产投资")).to_contain_text("+3.0")
    server.start()
    expect(strip).to_be_hidden(timeout=15_000)
    assert mine(wall)


def test_a_cut_network_is_lived_through(
    wall: Page, context: BrowserContext, server: Server
) -> None:
    context.set_offline(True)
    expect(wall.locator("#offline")).to_be_visible(timeout=15_000)
    server.publish("月度数据 财政.csv", REVENUE)
    context.set_offline(False)
    expect(card(wall, "一般公共预算收入")).to_contain_text("+6.4", timeout=15_000)
    expect(wall.locator("#offline")).to_be_hidden()
    assert mine(wall)


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
