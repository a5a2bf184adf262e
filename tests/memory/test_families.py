"""Which files are of one kind, and which headings are the same from month to month."""

from __future__ import annotations

import pytest

from cockpit.memory import family_of, timeless
from cockpit.memory.answer import may_concern

TITLES = ["枣庄市2024年10月主要经济指标"]


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("枣庄市2024年10月经济运行月报(定稿).xlsx", "枣庄市经济运行月报"),
        ("枣庄市2024年11月经济运行月报.xls", "枣庄市经济运行月报"),
        ("枣庄市经济运行月报202410.xls", "枣庄市经济运行月报"),
        ("枣庄市经济运行月报2024.10(2).et", "枣庄市经济运行月报"),
        ("2024年1-10月规模以上工业主要指标.xlsx", "规模以上工业主要指标"),
        ("2024年前三季度规模以上工业主要指标_v2.xlsx", "规模以上工业主要指标"),
        ("附件2：2024年三季度全市GDP核算表（最终版） - 副本.xlsx", "全市GDP核算表"),
        ("二〇二四年十月主要指标.xlsx", "主要指标"),
        ("20241105财政收支.xlsx", "财政收支"),
        ("GDP 2024Q3.xlsx", "GDP"),
        ("三次产业.xlsx", "三次产业"),
        ("第七次人口普查.xlsx", "第七次人口普查"),
        ("1.xlsx", "《枣庄市主要经济指标》"),
        ("新建 Microsoft Excel 工作表.xlsx", "《枣庄市主要经济指标》"),
        ("2024年上半年.xlsx", "《枣庄市主要经济指标》"),
    ],
)
def test_a_family_is_a_name_without_period_and_version(name: str, family: str) -> None:
    assert family_of(name, TITLES) == family


def test_bureaus_do_not_share_what_they_call_alike() -> None:
    assert family_of("月报10.xlsx", bureau="fiscal") == "fiscal/月报"
    assert may_concern("fiscal/月报", "2024年11月月报.xlsx", "fiscal")
    assert not may_concern("月报", "2024年11月月报.xlsx", "fiscal")
    assert may_concern("fiscal/《主要指标》", "1.xlsx", "fiscal")
    assert not may_concern("fiscal/《主要指标》", "1.xlsx", "")


def test_a_file_that_says_nothing_is_of_no_family() -> None:
    assert family_of("1.xlsx", ["2024年10月", ""]) == ""


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("2024年10月", "n月"),
        ("2024年1—10月增长%", "1-n月增长%"),
        ("1至10月", "1-n月"),
        ("前三季度", "前n季度"),
        ("第三季度", "n季度"),
        ("202410", ""),
        ("本月止累计", "本月止累计"),
        ("上年同期", "上年同期"),
        ("2000元以上", "2000元以上"),
        ("2020=100", "2020=100"),
    ],
)
def test_a_heading_loses_its_period_and_keeps_its_span(printed: str, kept: str) -> None:
    assert timeless(printed) == kept
