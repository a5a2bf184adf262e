"""The wall in a real browser: everything on one screen, and where each number comes from."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

OVERFLOWS = """() => [...document.querySelectorAll('.panel, .card, .top, .status')]
    .filter((box) => box.scrollHeight > box.clientHeight + 1
        || box.scrollWidth > box.clientWidth + 1)
    .map((box) => box.id || box.className + ': ' + box.textContent.slice(0, 40))"""
SCREENS = [(1920, 1080), (1366, 768), (3840, 2160)]

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]


def drawn(page: Page) -> None:
    """Wait until every panel and card stands."""
    expect(page.locator(".card")).to_have_count(8)
    expect(page.locator(".panel .finding")).to_have_count(8)
    expect(page.locator(".panel .js-plotly-plot .main-svg").first).to_be_visible()


@pytest.mark.parametrize("locale", ["zh_CN", "en"])
@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_everything_stands_on_one_screen(
    page: Page, url: str, size: tuple[int, int], locale: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{url}/?lang={locale}")
    drawn(page)
    assert page.evaluate(OVERFLOWS) == []
    scrolled = "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
    assert page.evaluate(scrolled) == [size[1], size[0]]


def test_the_figures_are_the_published_ones_and_say_how_late_they_are(page: Page, url: str) -> None:
    page.goto(url)
    drawn(page)
    card = page.locator(".card", has_text="固定资产投资")
    expect(card.locator(".large .number")).to_have_text("+3.0")
    expect(card).to_contain_text("2023年1—12月")
    expect(card).to_contain_text("加快0.1个百分点")
    expect(card.locator(".tag")).to_have_text(re.compile(r"逾期\d+天"))
    expect(page.locator("#panel-investment")).to_contain_text(
        "2023年1—12月固定资产投资增长3.0%，比1—11月加快0.1个百分点"
    )


def test_every_province_is_drawn_or_hatched(page: Page, url: str) -> None:
    page.goto(url)
    drawn(page)
    layer = "#panel-map .geo:not(.geo2) .choroplethlayer"
    expect(page.locator(f"{layer} path.choroplethlocation")).to_have_count(34)
    hatched = page.locator(f"{layer} > .trace:first-child path")
    expect(hatched).to_have_count(3)
    expect(hatched.first).to_have_css("fill", re.compile("#hatch"))
    expect(page.locator("#panel-map")).to_contain_text("审图号")


def test_one_click_tells_where_a_number_comes_from(page: Page, url: str) -> None:
    page.goto(url)
    drawn(page)
    page.locator(".card", has_text="固定资产投资").locator(".large .number").click()
    drawer = page.locator("dialog#trail")
    expect(drawer).to_contain_text("05 月度数据 固定资产投资.csv")
    expect(drawer).to_contain_text("B4")
    with page.expect_download() as kept:
        drawer.locator("a[href^='/originals/']").first.click()
    assert kept.value.suggested_filename == "05 月度数据 固定资产投资.csv"
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()


def test_a_card_a_panel_and_a_province_lead_to_explore(page: Page, url: str) -> None:
    page.goto(url)
    drawn(page)
    page.locator(".card header a", has_text="国内生产总值").click()
    expect(page).to_have_url(re.compile("/explore/gdp"))
    page.go_back()
    page.locator("#panel-industry .finding").click()
    expect(page).to_have_url(re.compile("/explore/ind_va_growth"))
    page.go_back()
    drawn(page)
    page.locator("#panel-ranking a", has_text="江苏").last.click()
    expect(page).to_have_url(re.compile("area=320000"))
    expect(page.locator(".headline")).to_contain_text("江苏")


def test_a_place_without_figures_says_so(page: Page, url: str) -> None:
    page.goto(f"{url}/?area=320000")
    drawn(page)
    expect(page.locator(".card", has_text="城镇调查失业率")).to_contain_text("缺")
    expect(page.locator("#panel-industry")).to_contain_text("本地区没有数据")
    assert "NaN" not in page.locator("#wall").inner_text()
