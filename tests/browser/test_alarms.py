"""An alarm found on its page, asked where its figure comes from, and taken through its life."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]


def step(page: Page, text: str, button: str) -> None:
    page.locator("#alarm-person").fill("李华")
    page.locator("#alarm-text").fill(text)
    page.get_by_role("button", name=button, exact=True).click()


def test_an_alarm_is_taken_from_its_figure_to_its_end(page: Page, url: str) -> None:
    page.goto(f"{url}/alarms")
    row = page.locator(".alarm-list tr", has_text="工业生产者出厂价格")
    expect(row).to_contain_text("连续3期低于0.0%")
    expect(row).to_contain_text("2023年5月")
    row.locator("button.number").click()
    expect(page.locator("#trail-answer")).to_contain_text(".csv")
    page.locator("#trail-close").click()
    row.locator("a").click()
    expect(page.locator("#alarm-body .life .now")).to_contain_text("已触警")
    page.get_by_role("button", name="记录处置措施", exact=True).click()
    expect(page.locator("#alarm-refusal")).to_contain_text("姓名")
    step(page, "会商研判", "记录处置措施")
    expect(page.locator(".life .now")).to_contain_text("处置中")
    step(page, "降幅收窄", "记录反馈")
    expect(page.locator(".life .now")).to_contain_text("已反馈")
    step(page, "转入常规监测", "销号")
    expect(page.locator(".life .now")).to_contain_text("已销号")
    expect(page.locator("#alarm-body")).to_contain_text("会商研判")
    expect(page.locator("#alarm-body .steps")).to_have_count(0)
    page.goto(f"{url}/alarms?state=closed")
    expect(page.locator(".alarm-list tbody tr")).to_have_count(1)


def test_an_open_wall_shows_an_alarm_and_each_of_its_steps(page: Page, url: str) -> None:
    page.goto(f"{url}/wall/investment?rotate=off")
    alarm = page.locator(".panel .tag.alarm[aria-label*='民间投资']").first
    expect(alarm).to_have_text("⚠ 已触警")
    expect(page.locator(".card .tag.alarm").first).to_have_text("⚠")
    page.evaluate("window.stayed = true")
    (told,) = page.request.get(f"{url}/api/v1/alarms?indicator=fai_private").json()
    done = page.request.post(
        f"{url}/api/v1/alarms/{told['id']}/handle", form={"person": "李华", "text": "稳投资"}
    )
    assert done.ok
    expect(alarm).to_have_text("⚠ 处置中")
    assert page.evaluate("window.stayed")
