"""A batch walked through its life in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]

EXPORT = """数据库：分省年度数据
指标：地区生产总值(亿元)
时间：最近1年
地区,2024年
天津市,99999.9
数据来源：国家统计局
""".encode("gb18030")


def step(page: Page, button: str, reason: str = "") -> None:
    page.locator("#batch-person").fill("李华")
    page.locator("#batch-reason").fill(reason)
    page.get_by_role("button", name=button, exact=True).click()


def test_a_batch_is_judged_and_taken_through_its_life(page: Page, url: str, tmp_path: Path) -> None:
    path = tmp_path / "分省年度数据 更正.csv"
    path.write_bytes(EXPORT)
    page.goto(f"{url}/upload")
    page.locator("#upload-person").fill("李华")
    page.locator("#upload-files input[type=file]").set_input_files(path)
    expect(page.locator("#upload-work")).to_contain_text("99999.9")
    page.goto(f"{url}/batches")
    page.locator(".listing a", has_text="更正").first.click()
    expect(page.locator("#batch-effect")).to_contain_text("99999.9")
    expect(page.locator(".following")).to_contain_text("前进")
    expect(page.locator(".life .now")).to_contain_text("已报送")
    page.get_by_role("button", name="提交审核", exact=True).click()
    expect(page.locator("#batch-refusal")).to_contain_text("姓名")
    step(page, "提交审核", "月报")
    expect(page.locator(".life .now")).to_contain_text("已提交")
    step(page, "审核通过")
    expect(page.locator(".life .now")).to_contain_text("已审核")
    step(page, "发布")
    expect(page.locator(".life .now")).to_contain_text("已发布")
    expect(page.locator("#batch-body")).to_contain_text("更正")
    step(page, "撤回此批次")
    expect(page.locator("#batch-refusal")).to_contain_text("理由")
    step(page, "撤回此批次", "试用")
    expect(page.locator(".life .now")).to_contain_text("已撤回")
    expect(page.locator("#batch-body .steps")).to_have_count(0)
    expect(page.locator("#batch-body")).to_contain_text("试用")
