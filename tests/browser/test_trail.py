"""The address holds the page, the keyboard reaches every figure, and doubt is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]

GUANGDONG = "/explore/gdp?area=440000,330000&transformation=level&freq=A&from=2015&to=2023"
NO_UNIT = "地区,2022年,2021年\n浙江省,77715.4,73516\n江苏省,122875.6,116364\n"


def test_reload_and_back_give_the_page_that_was(page: Page, url: str) -> None:
    page.goto(f"{url}{GUANGDONG}")
    rows = page.locator("#explore-table .ag-center-cols-container .ag-row")
    expect(rows.first).to_contain_text("2023年")
    page.locator(".chip", has_text="季度").click()
    expect(rows.first).to_contain_text("2018年")
    expect(page).to_have_url(
        f"{url}/explore/gdp?area=440000,330000&transformation=level"
        "&accumulation=ytd&freq=Q&from=2015&to=2023"
    )
    page.reload()
    expect(rows.first).to_contain_text("2018年")
    page.go_back()
    expect(page).to_have_url(f"{url}{GUANGDONG}")
    expect(rows.first).to_contain_text("2023年")


def test_an_address_that_says_more_than_is_known_is_answered(page: Page, url: str) -> None:
    page.goto(f"{url}/explore/gdp?area=440000&colour=red")
    expect(page.locator(".note").first).to_contain_text("colour=red")


def test_the_keyboard_opens_and_leaves_the_drawer(page: Page, url: str) -> None:
    page.goto(f"{url}{GUANGDONG}")
    figure = page.locator(".headline .figure").first
    figure.press("Enter")
    drawer = page.locator("dialog#trail")
    expect(drawer.locator(".trail-source").first).to_contain_text(".csv")
    inside = "document.getElementById('trail').contains(document.activeElement)"
    assert page.evaluate(inside)
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    expect(figure).to_be_focused()
    page.locator("#explore-table .ag-cell").first.press("Enter")
    expect(drawer.locator(".trail-value")).to_have_text("137905.40")


def test_a_revised_figure_names_what_it_was(page: Page, url: str) -> None:
    page.goto(f"{url}/explore/gdp?area=120000&freq=A&to=2018")
    expect(page.locator(".revisions tbody tr").first).to_contain_text("2018年")
    page.locator("#explore-table .trail-cell").first.click()
    expect(page.locator(".trail-history tbody tr")).not_to_have_count(0)
    with page.expect_download() as original:
        page.locator(".trail-source a").first.click()
    assert original.value.suggested_filename.endswith((".csv", ".xls"))


def test_a_point_of_a_chart_opens_the_drawer(page: Page, url: str) -> None:
    page.goto(f"{url}{GUANGDONG}")
    last = page.locator("#explore-level .scatterlayer .trace").first.locator(".point").last
    box = last.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    expect(page.locator("#explore-level .hovertext")).to_contain_text("2023年")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".trail-place")).to_contain_text("广东 · 2023年")


def test_what_is_doubtful_is_published_only_when_somebody_says_yes(
    page: Page, url: str, tmp_path: Path
) -> None:
    path = tmp_path / "分省年度数据 地区生产总值.csv"
    path.write_text(NO_UNIT, encoding="utf-8")
    page.goto(f"{url}/upload")
    page.locator("#upload-files input[type=file]").set_input_files(path)
    expect(page.locator("#upload-refused")).not_to_be_empty()
    page.locator("#upload-person").fill("赵敏")
    page.locator("#upload-files input[type=file]").set_input_files(path)
    review = page.locator(".review")
    expect(review.locator(".counts .doubt")).to_be_visible()
    review.get_by_role("button", name="发布", exact=True).click()
    expect(review.locator(".decision .bad:not(:empty)")).to_be_visible()
    expect(page.locator(".batches tbody tr").first).to_contain_text("待处理")
