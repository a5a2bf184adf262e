"""Seasonal adjustment and projection in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]

SLOW = 60_000
"""The first model loads its libraries."""


def test_a_projection_is_one_click_away_and_says_what_it_is(page: Page, url: str) -> None:
    page.goto(f"{url}/explore/retail_total?area=000000")
    page.get_by_role("group", name="模型测算").get_by_text("预测").click()
    sheet = page.locator(".estimate")
    expect(sheet).to_contain_text("模型测算，非统计数据", timeout=SLOW)
    expect(sheet).to_contain_text("平均绝对百分比误差（MAPE）")
    expect(sheet.locator("#explore-model")).to_contain_text("模型测算，非统计数据")
    expect(sheet.locator("table.estimates tbody tr")).to_have_count(11)
    expect(sheet.locator("table.estimates")).to_contain_text("2024年1—2月")
    dashes = "[style*='stroke-dasharray']"
    expect(sheet.locator(f".scatterlayer {dashes}").first).to_be_attached()
    assert re.search(r"accumulation=period.*model=projection", page.url)
    expect(page.locator("#explore-table")).not_to_contain_text("2024年")


def test_an_adjustment_tells_its_method(page: Page, url: str) -> None:
    page.goto(f"{url}/explore/unemp_survey?area=000000&model=adjusted")
    expect(page.locator(".estimate")).to_contain_text(
        "X-13ARIMA-SEATS；已剔除春节影响", timeout=SLOW
    )
    expect(page.locator(".estimate")).to_contain_text("模型测算，非统计数据")


def test_what_no_model_may_be_made_of_is_refused_with_a_way_on(page: Page, url: str) -> None:
    page.goto(f"{url}/explore/generation?area=000000&accumulation=ytd&freq=M&model=projection")
    expect(page.locator(".refusal")).to_contain_text("累计数和累计增速", timeout=SLOW)
    page.get_by_text("改看当月或当季").click()
    expect(page.locator(".estimate")).to_contain_text("滚动回测", timeout=SLOW)
    page.goto(f"{url}/explore/cpi?area=000000&model=adjusted")
    expect(page.locator(".refusal")).to_contain_text("不做季节调整", timeout=SLOW)
