"""A wall comes in with its link, sees its own, and goes dark when its token is revoked."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]


@pytest.fixture
def kiosk(browser: Browser, browser_context_args: dict) -> Iterator[Page]:
    """The wall's own browser, which knows nothing of the operator's."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def choose(page: Page, field: str, text: str) -> None:
    page.locator(f"#{field}").click()
    page.locator(".dash-dropdown-search").fill(text)
    page.locator(".dash-dropdown-option", has_text=text).first.click()
    page.keyboard.press("Escape")


def test_a_wall_comes_in_by_its_link_and_goes_dark_when_revoked(
    page: Page, kiosk: Page, url: str
) -> None:
    page.goto(f"{url}/admin")
    page.locator("#token-name").fill("二楼大厅")
    page.locator("#token-person").fill("李华")
    page.get_by_role("button", name="签发令牌", exact=True).click()
    expect(page.locator("#token-refusal")).to_contain_text("至少需要一个场景")
    choose(page, "token-scenes", "生产总值")
    page.get_by_role("button", name="签发令牌", exact=True).click()
    link = page.locator("#token-link")
    expect(link).to_have_value(re.compile(r"^/open-wall#\d+\.\S{40,}"))
    expect(page.locator("#token-list")).to_contain_text("二楼大厅")
    address = link.input_value()
    seen: list[str] = []
    kiosk.on("request", lambda request: seen.append(request.url))
    kiosk.goto(f"{url}{address}")
    expect(kiosk.locator("#wall")).to_be_visible()
    assert kiosk.url == f"{url}/wall/gdp?area=000000"
    secret = address.partition("#")[2]
    assert not any(secret in one for one in [*seen, kiosk.evaluate("document.cookie")])
    kiosk.go_back()
    assert secret not in kiosk.url
    kiosk.goto(f"{url}/explore/gdp")
    assert kiosk.url == f"{url}/wall/gdp?area=000000"
    expect(kiosk.locator("#wall a[href^='/upload']")).to_have_count(0)
    page.locator("#token-list button").first.click()
    expect(page.locator("#token-list")).to_contain_text("已吊销")
    expect(kiosk.locator("body")).to_contain_text("访问已终止", timeout=15_000)
    expect(kiosk.locator("#wall")).to_have_count(0)


def test_a_meeting_is_frozen_and_its_screens_say_so(page: Page, url: str) -> None:
    page.goto(f"{url}/meetings")
    page.locator("#meeting-name").fill("8月经济运行分析会")
    page.locator("#meeting-person").fill("李华")
    page.get_by_role("button", name="封存", exact=True).click()
    row = page.locator("#meeting-list tbody tr").first
    expect(row).to_contain_text("与封存时一致")
    row.locator("a", has_text="一屏总览").click()
    expect(page.locator("#wall .frozen")).to_contain_text("8月经济运行分析会")
    assert "as_of=" in page.url
    page.goto(f"{url}/explore/ppi?meeting=1")
    expect(page.locator(".desk > .note")).to_contain_text("8月经济运行分析会")
    assert "as_of=" in page.url
