"""On the desk staff see their own sheet, and what each of its figures was understood to be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]

MOST = 30_000


def report(folder: Path) -> Path:
    """Two header rows, a unit at the right, a name that nobody knows, and a second sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "财政"
    for line in (
        ["滕州市2024年10月财政收支情况"],
        [None, None, None, None, "单位：万元"],
        ["序号", "指标", "绝对额", None, "同比增长%"],
        [None, None, "本月", "累计", "累计"],
        [1, "一般公共预算收入", 1234.5, 11000, 0.085],
        [2, "一般公共预算支出", 2345, 21000, "…"],
        [3, "口径二画像支出", 3, 30, -0.02],
    ):
        sheet.append(line)
    for place in ("A1:E1", "C3:D3", "A3:A4", "B3:B4"):
        sheet.merge_cells(place)
    for row in (5, 7):
        sheet[f"E{row}"].number_format = "0.0%"
    long = book.create_sheet("历年")
    long.append(["滕州市地区生产总值", None])
    long.append(["年份", "地区生产总值（亿元）"])
    for year in range(1950, 2024):
        long.append([f"{year}年", float(year - 1900)])
    path = folder / "滕州市2024年10月财政收支.xlsx"
    book.save(path)
    return path


@pytest.fixture
def view(page: Page, url: str, tmp_path: Path) -> Locator:
    page.goto(f"{url}/upload")
    page.locator("#upload-person").fill("王芳")
    page.locator("#upload-files input[type=file]").set_input_files(report(tmp_path))
    view = page.locator(".sheet-view")
    expect(view.locator(".leaf .pointed")).to_be_visible(timeout=MOST)
    return view


def cell(view: Locator, at: str) -> Locator:
    return view.locator(f'[data-cell="{at}"]')


def test_a_figure_in_focus_is_said_and_what_says_so_is_outlined(page: Page, view: Locator) -> None:
    cell(view, "E5").focus()
    said = view.locator(".said")
    expect(said.locator(".sentence")).to_have_text(
        "滕州市2024年1—10月一般公共预算收入，累计同比增速：8.5%。"
    )
    expect(said).to_contain_text("存为“0.085”，读作8.5")
    expect(cell(view, "E5")).to_have_text("8.5%")
    expect(cell(view, "B5")).to_have_attribute("data-says", "指标")
    expect(cell(view, "A1")).to_have_attribute("data-says", re.compile("地区"))
    expect(cell(view, "E4")).to_have_attribute("data-says", re.compile("时段口径"))
    expect(cell(view, "B6")).not_to_have_attribute("data-says", "指标")
    expect(said.get_by_role("button", name="← B5")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    expect(cell(view, "D6")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(view.locator(".said .sentence")).to_contain_text("无数值")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(cell(view, "E4")).to_be_focused()
    expect(view.locator(".said .sentence")).to_contain_text("3个数")


def test_a_doubt_is_counted_and_leads_to_its_question_and_back(page: Page, view: Locator) -> None:
    expect(view.locator(".legend")).to_contain_text("已读5")
    expect(view.locator(".legend")).to_contain_text("存疑3")
    expect(view.locator(".legend")).to_contain_text("缺失标记1")
    expect(view.locator(".legend")).to_contain_text("未读3序号 3")
    cell(view, "A6").hover()
    expect(view.locator(".said .sentence")).to_have_text("未读：是序号。")
    cell(view, "D7").click()
    question = page.locator(".questions li:focus")
    expect(question).to_contain_text("口径二画像支出")
    view.get_by_role("tab", name="历年").click()
    expect(view.locator(".legend")).to_contain_text("已读74", timeout=MOST)
    expect(cell(view, "B3")).to_be_visible(timeout=MOST)
    question = page.locator(".questions li", has_text="口径二画像支出")
    question.get_by_role("button", name="在原表中看").click()
    expect(cell(view, "C7")).to_be_focused(timeout=MOST)


def test_sheets_and_long_sheets_are_turned_like_pages(view: Locator) -> None:
    view.get_by_role("tab", name="历年").click()
    expect(view.locator(".turning")).to_contain_text("第1—60行，共76行", timeout=MOST)
    view.get_by_role("button", name="下一段").click()
    expect(cell(view, "B61")).to_be_visible(timeout=MOST)
    expect(cell(view, "B60")).to_have_count(0)
    cell(view, "B61").focus()
    expect(view.locator(".said")).to_contain_text("← B2")
