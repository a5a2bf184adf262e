"""Visitors come in: what is not released goes with the key, and no answer brings it back."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, Response, Route, expect

from cockpit.release.calendar import BEIJING
from cockpit.release.load import COLUMNS
from cockpit.settings import DATA

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]

SCENE = "/wall/consumption-trade?rotate=off"
# December 2023: growth of retail sales from January to December, and of the month.
HIDDEN = re.compile(r"\+7\.2%?.{0,80}2023年1—12月|2023年1—12月社会消费品零售总额")
SAMPLE = "07 月度数据 国内贸易.csv"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on one bureau's figures, the last month of which is not yet released."""
    folder = tmp_path_factory.mktemp("visitors")
    soon = (datetime.now(BEIJING) + timedelta(days=30)).strftime("%Y-%m-%d %H:%M")
    row = f"retail_total retail_above,country,2023-12,{soon},日程表"
    (folder / "office.csv").write_text(f"{','.join(COLUMNS.split())}\n{row}\n", encoding="utf-8")
    home = {"COCKPIT_HOME": str(folder / "home"), "COCKPIT_RELEASES": str(folder)}
    environment = os.environ | home | {"COCKPIT_LOCALE": "zh_CN"}
    cockpit = [sys.executable, "-m", "cockpit"]
    load = [*cockpit, "load", str(DATA / "samples" / SAMPLE), "--publish"]
    subprocess.run(load, env=environment, check=True, capture_output=True)
    serve = [*cockpit, "serve", "--port", "0"]
    with subprocess.Popen(serve, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip().rstrip("/")
        finally:
            process.kill()


def test_the_key_hides_at_once_and_nothing_brings_it_back(page: Page, url: str) -> None:
    page.goto(f"{url}{SCENE}")
    expect(page.locator("#wall")).to_contain_text("2023年1—12月社会消费品零售总额")
    expect(page.locator("#wall")).to_contain_text("未公布")
    expect(page.locator(".status")).not_to_contain_text("访客模式")
    held: list[Route] = []
    answers: list[Response] = []
    page.route("**/wall/consumption-trade*visitor=1*", lambda route: held.append(route))
    page.on("response", lambda answer: answers.append(answer))
    # In the same task of the browser, long before any answer.
    left = page.evaluate(
        """() => {
          document.dispatchEvent(new KeyboardEvent("keydown", { key: "v", bubbles: true }));
          return document.body.textContent;
        }"""
    )
    assert not re.search(r"\d[\d,]*\.\d|社会消费品零售", left)
    expect(page.locator(".status")).to_contain_text("访客模式")
    page.wait_for_timeout(300)
    held[0].continue_()
    expect(page.locator("#wall")).to_contain_text("2023年1—11月社会消费品零售总额")
    assert not HIDDEN.search(page.content())
    page.locator(".panel .number, .card .number").first.click()
    expect(page.locator("#trail-answer")).to_contain_text("数据来源请在工作台查看")
    told = [a.text() for a in answers if "visitor" in a.url and a.ok]
    assert len(told) >= 2
    assert not any(HIDDEN.search(text) for text in told)
    page.unroute_all()
    page.reload()
    expect(page.locator(".status")).to_contain_text("访客模式")


def test_an_answer_asked_for_before_visitors_came_is_not_shown(page: Page, url: str) -> None:
    page.goto(f"{url}{SCENE}")
    late: list[Route] = []
    page.route(re.compile(r"/wall/fiscal-finance"), lambda route: late.append(route))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("v")
    expect(page.locator("#wall")).to_contain_text("2023年1—11月社会消费品零售总额")
    for route in late:
        route.continue_()
    page.wait_for_timeout(500)
    assert len(late) == 1
    expect(page.locator("#wall[data-visitor='1'][data-scene='consumption-trade']")).to_have_count(1)
    page.keyboard.press("v")
    expect(page.locator(".status")).not_to_contain_text("访客模式")
    expect(page.locator("#wall")).to_contain_text("2023年1—12月社会消费品零售总额")


def test_a_wall_for_visitors_has_no_way_out(page: Page, url: str) -> None:
    about = {"name": "大厅", "scene": "consumption-trade", "area": "000000", "person": "李"}
    made = page.request.post(f"{url}/api/v1/walls", form={**about, "visitor": "1"})
    page.goto(f"{url}{json.loads(made.text())['link']}")
    expect(page.locator(".status")).to_contain_text("访客模式")
    expect(page.locator("#wall")).to_contain_text("2023年1—11月社会消费品零售总额")
    page.keyboard.press("v")
    page.goto(f"{url}{SCENE}&area=000000&visitor=")
    expect(page.locator(".status")).to_contain_text("访客模式")
    assert not HIDDEN.search(page.content())
    expect(page.locator("#wall a[href^='/explore']")).to_have_count(0)
