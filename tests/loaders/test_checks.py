"""Each rule about reading by a file that breaks it and one that does not; the rest by figures."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cockpit.catalog import Catalog
from cockpit.errors import FileRefused
from cockpit.observation import Issue
from loaders.checks.rules import rules
from loaders.registry import read

NAME = "分省年度数据.csv"
GDP = "数据库：分省年度数据\n指标：地区生产总值(亿元)\n"
NATION = "数据库：年度数据\n"
CPI = "数据库：分省月度数据\n指标：居民消费价格指数(上年同月=100)\n"


class Case(NamedTuple):
    """A text that breaks a rule at a cell, and one that does not."""

    breaks: str
    cell: str | None
    keeps: str
    name: str = NAME


CASES = {
    "P01": Case("只有一句话", None, GDP + "地区,2017年\n北京市,1.5\n"),
    "P02": Case(
        NATION + "指标,2017年\n粪便清运量(万吨),1.5\n",
        "B3",
        NATION + "指标,2017年\n国内生产总值(亿元),1.5\n",
    ),
    "P04": Case(
        GDP + "地区,2017年\n北京市,1.5\n天津市,2\n河北省,3\n大西北,4\n",
        "B7",
        GDP + "地区,2017年\n北京市,1.5\n",
    ),
    "P06": Case(
        GDP + "地区,2017年,平均,2016年\n北京市,1.5,1.6,1.7\n",
        "C4",
        GDP + "地区,2017年,2016年\n北京市,1.5,1.7\n",
    ),
    "P07": Case(CPI + "地区,2016.1\n北京市,101.5\n", "B4", CPI + "地区,2016.01\n北京市,101.5\n"),
    "P08": Case(
        NATION + "指标,2017年\n蓝天数,1.5\n", "B3", NATION + "指标,2017年\n蓝天数(天),1.5\n"
    ),
    "P12": Case(
        GDP + "地区,2017年,2016年\n北京市,待核实,1.5\n",
        "B4",
        GDP + "地区,2017年,2016年\n北京市,…,1.5\n",
    ),
    "P13": Case(
        GDP + "地区,2017年,2016年\n北京市,〓,1.5\n",
        "B4",
        GDP + "地区,2017年,2016年\n北京市,—,1.5\n",
    ),
    "P14": Case(
        GDP + "地区,2017年\n北京市,1.5\n注：按当年价格计算。\n",
        "A5",
        GDP + "地区,2017年\n北京市,1.5\n数据来源：国家统计局\n",
    ),
    "P19": Case(
        "数据库：分省年度数据\n地区,2017年\n北京市,1.5\n", "B3", GDP + "地区,2017年\n北京市,1.5\n"
    ),
    "P20": Case(
        "数据库：分省年度数据\n指标,2017年\n地区生产总值(亿元),1.5\n",
        None,
        NATION + "指标,2017年\n国内生产总值(亿元),1.5\n",
    ),
    "P21": Case(
        NATION + "指标,2017年\n国内生产总值,1.5\n",
        "B3",
        NATION + "指标,2017年\n国内生产总值(亿元),1.5\n",
    ),
    "P24": Case(
        NATION + "指标,单位,2017年\n垃圾处理,吨/日/座,1.5\n",
        "C3",
        NATION + "指标,2017年\n国内生产总值(亿元),1.5\n",
    ),
    "P26": Case(
        GDP + "地区,2017年\n北京市,1.5\n,1.7\n",
        "B5",
        GDP + "地区,2017年\n北京市,1.5\n注：1.7\n",
    ),
}
ELSEWHERE = {"P15", "P18", "P23"}
EXAMPLES = tomllib.loads(Path(__file__).with_name("rule_examples.toml").read_text("utf-8"))


def issues_of(text: str | bytes, name: str, folder: Path, catalog: Catalog) -> list[Issue]:
    path = folder / "upload"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    try:
        return list(read(path, name, catalog).issues)
    except FileRefused as refused:
        return list(refused.issues)


@pytest.mark.parametrize("rule", CASES)
def test_a_broken_rule_is_raised_at_its_cell(rule: str, tmp_path: Path, catalog: Catalog) -> None:
    case = CASES[rule]
    found = [i for i in issues_of(case.breaks, case.name, tmp_path, catalog) if i.issue == rule]
    assert [issue.cell for issue in found] == [case.cell]
    assert found[0].severity == rules()[rule].severity


@pytest.mark.parametrize("rule", CASES)
def test_a_kept_rule_is_not_raised(rule: str, tmp_path: Path, catalog: Catalog) -> None:
    case = CASES[rule]
    assert rule not in {i.issue for i in issues_of(case.keeps, case.name, tmp_path, catalog)}


def sheet_with_errors() -> bytes:
    book = openpyxl.Workbook()
    ws = book.active
    assert isinstance(ws, Worksheet)
    for row in (["指标", "2023年", "2022年"], ["国内生产总值(亿元)", "#REF!", "=1+1"]):
        ws.append(row)
    ws.append(["第一产业增加值(亿元)", 89755, 88207])
    ws.row_dimensions[3].hidden = True
    ws.title = "年度数据"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_formulas_without_value_and_hidden_rows_are_reported(
    tmp_path: Path, catalog: Catalog
) -> None:
    path = tmp_path / "upload"
    path.write_bytes(sheet_with_errors())
    reading = read(path, "年度数据.xlsx", catalog)
    found = {(issue.issue, issue.cell) for issue in reading.issues}
    assert {("P15", "B2"), ("P15", "C2"), ("P18", None)} <= found
    assert [record.cell for record in reading.observations] == ["B2", "C2"]
    assert all(record.value is None and record.needs_review for record in reading.observations)


def test_a_copied_table_is_read_once(tmp_path: Path, catalog: Catalog) -> None:
    table = (
        "<p>2023年12月70个大中城市新建商品住宅销售价格指数</p><table><tr><td>城市<td>上月=100"
        "<tr><td>北京<td>100.0<tr><td>天津<td>99.6</table>"
    )
    found = issues_of(f"<html>{table}{table}</html>", "release.html", tmp_path, catalog)
    assert [(issue.issue, issue.sheet) for issue in found] == [("P23", "table2")]


def test_every_rule_has_both_sentences_and_both_examples() -> None:
    tested = set(CASES) | ELSEWHERE | {name.partition("_")[0] for name in EXAMPLES}
    # Refusals (F) and changes of a remembered layout (M) are tested beside what raises them.
    assert {rule for rule in rules() if rule[0] not in "FM"} == tested
    assert all(example["breaks"] and example["keeps"] for example in EXAMPLES.values())
    assert all(rule.zh and rule.en and rule.zh != rule.en for rule in rules().values())
