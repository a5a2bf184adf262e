"""Explore and the upload desk in a real browser, up to the wall that changes by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]

EXPORT = """数据库：月度数据
时间：最近2个月
指标,2024年2月,2023年12月
固定资产投资额_累计增长(%),4.2,3.0
数据来源：国家统计局
""".encode("gb18030")


def drop(page: Page, url: str, path: Path) -> None:
    page.goto(f"{url}/upload")
    page.locator("#upload-person").fill("李华")
    page.locator("#upload-files input[type=file]").set_input_files(path)


def test_explore_shows_history_regions_definition_and_cells(page: Page, url: str) -> None:
    page.goto(f"{url}/explore/gdp?area=120000")
    expect(page.locator(".headline")).to_contain_text("天津")
    expect(page.locator("#explore-level .js-plotly-plot")).to_be_visible()
    expect(page.locator(".explore")).to_contain_text("请用公布的可比价增速")
    expect(page.locator(".regions li.chosen")).to_contain_text("天津")
    expect(page.locator(".definition")).to_contain_text("常住单位")
    expect(page.locator("#explore-table")).to_contain_text("2024年")


def test_explore_opens_on_the_measure_published_in_the_series_own_rhythm(
    page: Page, url: str
) -> None:
    page.goto(f"{url}/explore/fai")
    expect(page.locator(".headline")).to_contain_text("+3.0")
    expect(page.locator(".headline")).to_contain_text("2023年1—12月")


def test_a_subject_shows_its_figures_and_names_what_is_missing(page: Page, url: str) -> None:
    page.goto(f"{url}/explore")
    page.get_by_role("link", name="财政税务").click()
    held = page.locator(".held")
    expect(held.get_by_role("row", name="税收占比")).to_contain_text("83.6")
    expect(page.locator(".standard .js-plotly-plot").first).to_be_visible()
    expect(page.locator(".wanting")).to_contain_text("民生支出占比分科目支出(含八项支出) (财政局)")
    held.get_by_role("row", name="税收占比").locator("button").first.click()
    expect(page.locator(".trail")).to_contain_text("74 2023年全国国民经济和社会发展主要数据.xlsx")


def test_an_indicator_is_found_from_the_list_of_subjects(page: Page, url: str) -> None:
    page.goto(f"{url}/explore")
    page.locator("#explore-indicator").click()
    page.keyboard.type("loan_deposit")
    page.keyboard.press("Enter")
    expect(page.locator(".headline")).to_contain_text("存贷比")


@pytest.mark.parametrize(("form", "start"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")])
def test_the_table_can_be_taken_away(page: Page, url: str, form: str, start: bytes) -> None:
    page.goto(f"{url}/explore/gdp?area=120000")
    with page.expect_download() as kept:
        page.locator(f"#explore-{form}").click()
    assert kept.value.suggested_filename.endswith(form)
    assert Path(kept.value.path()).read_bytes().startswith(start)


def test_a_published_file_changes_an_open_wall_within_seconds(
    page: Page, url: str, tmp_path: Path
) -> None:
    wall = page.context.new_page()
    wall.goto(f"{url}/?rotate=off")
    large = wall.locator(".card", has_text="固定资产投资").locator(".large .number")
    expect(large).to_have_text("+3.0")
    path = tmp_path / "月度数据 固定资产投资.csv"
    path.write_bytes(EXPORT)
    drop(page, url, path)
    expect(page.locator("#upload-work")).to_contain_text("2")
    page.locator("button", has_text="发布").first.click()
    expect(page.locator("#upload-batches")).to_contain_text("已发布")
    expect(large).to_have_text("+4.2", timeout=5000)
    panel = wall.locator(".panel", has_text="固定资产投资")
    expect(panel).to_contain_text("2024年1—2月", timeout=5000)
    withdraw(page)
    expect(large).to_have_text("+3.0", timeout=5000)


def withdraw(page: Page) -> None:
    row = page.locator("#upload-batches tr").filter(has_text="李华")
    row.locator("summary").click()
    row.locator("input").fill("试用")
    row.locator("button").click()
    expect(page.locator("#upload-batches")).to_contain_text("已撤回")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("表.xlsx", "这不是工作簿".encode(), "未识别到统计表"),
        ("表.xlsx", b"PK\x03\x04 cut", "未接收"),
        ("空.csv", b"\n\n", "未接收"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(
    page: Page, url: str, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    drop(page, url, path)
    expect(page.locator("#upload-work")).to_contain_text(said)
    assert "Traceback" not in page.content()
    expect(page.locator("button", has_text="发布")).to_have_count(0)


def test_the_language_switch_is_kept(page: Page, url: str) -> None:
    page.goto(url)
    page.locator(".settings summary").click()
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_have_text("Overview")
    page.goto(f"{url}/upload")
    expect(page.get_by_role("link", name="中文")).to_be_visible()
    assert not re.search("[一-鿿]", page.locator("h1").inner_text())
