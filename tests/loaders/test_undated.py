"""Lines that differ in their month alone tell the same of what a table is about."""

from __future__ import annotations

from itertools import product

import pytest

from cockpit.catalog import load_catalog
from cockpit.settings import DATA
from loaders.knowledge import Knowledge
from loaders.titles import Titles
from loaders.undated import undated


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024年1—10月全市主要经济指标", "2025年1—3月全市主要经济指标"),
        ("03 用电情况_202410", "12 用电情况_202502"),
        ("截至 2024年 10 月末", "截至 2023年 9 月末"),
    ],
)
def test_the_month_is_taken_out(one: str, other: str) -> None:
    assert undated(one) == undated(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12345热线", "12315热线"),
        ("2024年1—10月用电情况", "2024年1—10月用水情况"),
        ("1月止累计", "1季度止累计"),
        ("5A级景区", "4A级景区"),
    ],
)
def test_what_is_counted_stays(one: str, other: str) -> None:
    assert undated(one) != undated(other)


@pytest.mark.parametrize(
    "line",
    [
        "济南市{year}年1—{month}月固定资产投资（不含农户）增长情况",
        "{year}年{month}月末金融机构存贷款余额（亿元，快报数）",
        "{number} {year}年{month}月主要经济指标",
        "370100_{year}{month:02}_月报",
        "{year}年比{before}年增长（%）",
        "24年{month}月居民消费价格指数（{year}=100）",
        "{year}年{month}月比二〇二二年增长",
    ],
)
def test_a_line_says_in_any_month_what_it_says_alone(line: str) -> None:
    catalog = load_catalog(DATA / "catalog")
    titles = Titles(Knowledge(catalog, ""))
    for year, month in product((2019, 2023, 2024), (1, 2, 3, 6, 9, 11, 12)):
        text = line.format(year=year, before=2022, month=month, number=month)
        assert titles.title(text, "file") == Titles(Knowledge(catalog, "")).title(text, "file")
