"""A file is asked about on the desk, read again, and the next month's asks nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]

MOST = 30_000


def month(folder: Path, number: int) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        [f"滕州市2024年{number}月主要经济指标"],
        [None, None, "单位：万元"],
        ["指标", "本月", "本月止累计"],
        ["规上工业产值口径二", 20 + number, 110 + number],
        ["社会消费品零售总额", 21 + number, 200 + number],
    ):
        sheet.append(line)
    path = folder / f"滕州市2024年{number}月经济运行快报.xlsx"
    book.save(path)
    return path


def drop(page: Page, path: Path) -> Locator:
    page.locator("#upload-files input[type=file]").set_input_files(path)
    expect(page.locator(".review h2")).to_have_text(path.name, timeout=MOST)
    return page.locator(".review")


def test_what_was_answered_is_not_asked_next_month(page: Page, url: str, tmp_path: Path) -> None:
    page.goto(f"{url}/upload")
    page.locator("#upload-person").fill("李华")
    review = drop(page, month(tmp_path, 10))
    expect(review.locator(".questions li")).to_have_count(1)
    expect(review.locator(".questions .what")).to_contain_text("规上工业产值口径二")
    expect(review.locator(".cells .asked")).to_have_text("30")
    choose(page, review, "规上工业总产值")
    page.get_by_role("button", name="记住并重新读取").click()
    expect(page).to_have_url(re.compile("job="), timeout=MOST)
    expect(review.locator(".asking")).to_have_count(0, timeout=MOST)
    expect(review).to_contain_text("规上工业总产值")
    expect(page.locator("#upload-batches")).to_contain_text("已作废")
    page.locator("button", has_text="发布").first.click()
    expect(page.locator("#upload-batches")).to_contain_text("已发布")
    later = drop(page, month(tmp_path, 11))
    expect(later).to_contain_text("规上工业总产值")
    expect(later.locator(".asking")).to_have_count(0)


def choose(page: Page, review: Locator, name: str) -> None:
    review.locator(".answer .dash-dropdown").click()
    page.keyboard.type(name)
    page.locator(".dash-dropdown-option", has_text=name).first.click()


def test_an_answer_has_to_be_given_before_the_file_is_read_again(
    page: Page, url: str, tmp_path: Path
) -> None:
    page.goto(f"{url}/upload")
    page.locator("#upload-person").fill("李华")
    path = month(tmp_path, 10)
    review = drop(page, path.rename(tmp_path / "薛城区2024年10月经济运行快报.xlsx"))
    page.get_by_role("button", name="记住并重新读取").click()
    expect(review.locator(".asking .bad")).to_contain_text("请至少先回答一个问题")
