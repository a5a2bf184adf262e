"""Printed headings taken apart: periods, ways of counting, units, and the name that is left."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.catalog import Catalog
from loaders.grid import Cell
from loaders.heading import (
    Heading,
    Measure,
    Part,
    Relative,
    Time,
    cell_period,
    find_period,
    lexicon_of,
    read_heading,
)
from loaders.heading.scan import scan
from loaders.heading.templates import plain, written_out
from loaders.heading.vocabulary import TABLES, rows

WORDS = """
元 万元 亿元 亿美元 万美元 % ‰ 人 万人 户 家 吨 万吨 亿千瓦时 万千瓦时 万平方米 个 倍 件 年 月 M2
"""
NAMES = """
地区生产总值 国内生产总值 GDP 规模以上工业增加值 规上工业增加值 固定资产投资 社会消费品零售总额
一般公共预算收入 税收收入 用电量 工业用电量 城镇登记失业率 居民消费价格指数 产销率 贷款余额
本年完成投资 固定资产投资增速 年末常住人口 新增贷款 单位GDP能耗降低率 货物运输总量
规模以上工业企业利润总额 居民人均可支配收入 进出口总额 净增市场主体 同比因素
货币和准货币(M2) 各项贷款 各项贷款余额
"""
UNITS, INDICATORS = frozenset(WORDS.split()), frozenset(NAMES.split())


class Catalogue:
    """A lexicon of few words."""

    def __init__(self, indicators: frozenset[str]) -> None:
        self.indicators = indicators

    def is_unit(self, text: str) -> bool:
        return text in UNITS

    def is_indicator(self, text: str) -> bool:
        return text in self.indicators


LEXICON = Catalogue(INDICATORS)


def told(period: Time | Part | Relative | None) -> str:
    """A period in few words: `2024-10 ytd`, `Q3 open`, `back 12 ytd`."""
    if period is None:
        return ""
    words: list[str] = []
    if isinstance(period, Time):
        opened = period.open_month or period.open_span or period.open_quarter
        words = [period.time_period, period.accumulation or "", "open" if opened else ""]
    elif isinstance(period, Part):
        letter = "A" if period.freq == "A" else f"{period.freq}{period.number}"
        words = [letter, period.accumulation or "", "open" if period.open else ""]
    else:
        year_end = "year end" if period.year_end else ""
        whole = f"{period.whole_year} whole" if period.whole_year else ""
        words = [f"back {period.back}", period.accumulation or "", year_end, whole]
    return " ".join(word for word in words if word)


def counted(measure: Measure | None) -> str:
    """A way of counting in few words: `yoy % bare`."""
    if measure is None:
        return ""
    flags = ("bare" if measure.bare else "", "doubt" if measure.doubt else "")
    words = (measure.transformation, measure.unit, *flags)
    return " ".join(word for word in words if word)


def said(heading: Heading) -> str:
    """Everything a heading says besides its unit, `·` between its pieces."""
    pieces = (
        heading.name,
        told(heading.time),
        told(heading.part),
        told(heading.relative),
        counted(heading.measure),
        heading.status or "",
    )
    return " · ".join(piece for piece in pieces if piece)


LETTER = re.compile("[YDSM…]")
ROWS = [row for table in TABLES for row in rows(table)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_each_row_of_the_vocabulary_reads_its_example(row: dict[str, str]) -> None:
    heading = read_heading(row["example"], LEXICON)
    assert said(heading) == row["reads"]
    is_whole = row.get("reading") == "none" or row.get("says") == "name"
    assert not heading.name or is_whole


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["pattern"][:40])
def test_a_template_is_written_as_texts_are_compared(row: dict[str, str]) -> None:
    for shape, slots in written_out(plain(row["pattern"])):
        assert [scan(text).shape for text in LETTER.split(shape)] == LETTER.split(shape)
        assert len(slots) == len(re.findall("[YDSM]", shape))


def test_a_word_stands_in_one_row_only() -> None:
    written = [
        shape
        for row in ROWS
        for shape in {shape for shape, _ in written_out(plain(row["pattern"]))}
    ]
    assert sorted(shape for shape, times in Counter(written).items() if times > 1) == []


def _table() -> list[dict[str, str]]:
    with Path(__file__).with_name("headings.csv").open(encoding="utf-8", newline="") as file:
        lines = [row for row in csv.DictReader(file) if row["unit"] is not None]
    return [row for row in lines if not (row["printed"][:2] == "# " and not row["said"])]


@pytest.mark.parametrize("row", _table(), ids=lambda row: row["printed"])
def test_takes_a_heading_apart(row: dict[str, str]) -> None:
    heading = read_heading(row["printed"].replace("\\n", "\n"), LEXICON)
    assert (said(heading), heading.unit) == (row["said"], row["unit"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("枣庄市2024年1—10月主要经济指标", "2024-10 ytd"),
        ("2024年10月份经济运行月报", "2024-10"),
        ("枣庄市统计月报202410", "2024-10"),
        ("202410", "2024-10"),
        ("24年前三季度主要指标", "2024-Q3 ytd"),
        ("十月月报", "M10"),
        ("1-10月主要经济指标完成情况", "M10 ytd"),
        ("2024年主要经济指标（1-10月）", "2024-10 ytd"),
        ("全市2024年上半年固定资产投资", "2024-Q2 ytd"),
        ("表5  2024年三季度末存贷款情况", "2024-Q3 stock"),
        ("附件1 2024年1-10月主要经济指标", "2024-10 ytd"),
        ("截至2024年10月底存贷款", "2024-10 stock"),
        ("江西省2024年1-10月国民经济主要指标", "2024-10 ytd"),
        ("表1：2023年12月70个大中城市新建商品住宅销售价格指数", "2023-12"),
        ("2-8  各市生产总值(2018年)", "2018"),
        ("17-2 各市国民经济主要指标（2020年）", "2020"),
        ("Main Economic Indicators, Jan-Oct 2024", "2024-10 ytd"),
        ("二〇二四年十月统计月报", "2024-10"),
        ("2024.10月报", "2024-10"),
        ("2024年三季度", "2024-Q3 open"),
        ("2023年末户籍人口", "2023 stock"),
        ("2019-2023年全市生产总值", ""),
        ("填报日期：2024年11月15日", ""),
        ("2024-11-15", ""),
        ("20241115", ""),
        ("本表按2020年不变价计算", ""),
        ("第三产业增加值", ""),
        ("一、工业", ""),
        ("70个大中城市", ""),
        ("表2-10 各县主要指标", ""),
        ("", ""),
    ],
)
def test_finds_the_period_of_a_title(text: str, expected: str) -> None:
    assert told(find_period(text)) == expected


def test_the_name_of_a_region_behind_a_period_leaves_it(catalog: Catalog) -> None:
    names = {name for area in catalog.areas for name in (area.name_zh, area.short_zh) if name}
    lost = [
        name
        for name in sorted(names)
        if told(find_period(f"2024年1-9月{name}主要经济指标")) != "2024-09 ytd"
        or told(find_period(f"2023年度{name}主要经济指标")) != "2023"
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("value", "shown_as", "expected"),
    [
        (date(2024, 10, 1), "yyyy-mm", "2024-10"),
        (date(2024, 10, 1), 'yyyy"年"m"月"', "2024-10"),
        (date(2024, 10, 1), "mmm-yy", "2024-10"),
        (date(2024, 10, 1), "", "2024-10"),
        (date(2024, 1, 1), "yyyy", "2024"),
        (date(2024, 10, 15), "yyyy-mm-dd", ""),
        (date(2026, 1, 10), 'm"月"d"日"', "M10 ytd open"),
        (date(2026, 10, 1), 'm"月"', "M10"),
        (date(2026, 10, 1), 'm"月"d"日"', "M10 open"),
        (date(2026, 3, 10), "m-d", ""),
    ],
)
def test_a_date_without_its_year_is_not_believed(value: date, shown_as: str, expected: str) -> None:
    assert told(cell_period(Cell(value, str(value), shown_as))) == expected


NOTATIONS = {
    "{y}年{m}月": "{y}-{m:02d}",
    "{y}年{m:02d}月份": "{y}-{m:02d}",
    "{y}-{m:02d}": "{y}-{m:02d}",
    "{y}/{m}": "{y}-{m:02d}",
    "{y}.{m:02d}": "{y}-{m:02d}",
    "{y}{m:02d}": "{y}-{m:02d}",
    "{y}年{c}月": "{y}-{m:02d}",
    "{e} {y}": "{y}-{m:02d}",
    "{y}年{m}月末": "{y}-{m:02d} stock",
    "截至{y}年{m}月底": "{y}-{m:02d} stock",
    "{y}年1-{m}月累计": "{y}-{m:02d} ytd",
    "{y}年前{m}个月": "{y}-{m:02d} ytd",
    "{y}年{m}月累计": "{y}-{m:02d} ytd",
    "{y}年第{q}季度": "{y}-Q{q}",
    "{y}Q{q}": "{y}-Q{q}",
    "{y}年前{q}季度": "{y}-Q{q} ytd",
    "{m}月份": "M{m}",
    "{c}月": "M{m}",
    "前{m}个月": "M{m} ytd",
    "{m}月末": "M{m} stock",
}
CHINESE = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
ENGLISH = ["January", "Feb", "March", "April", "May", "June", "July", "Aug.", "Sept", "Oct"]
ENGLISH += ["Nov.", "December"]


@given(
    st.sampled_from(sorted(NOTATIONS)),
    st.integers(1950, 2099),
    st.integers(2, 12),
    st.sampled_from(["", "同比增长(%)", "（亿元）"]),
)
def test_every_notation_names_the_month_it_was_written_for(
    notation: str, year: int, month: int, beside: str
) -> None:
    numbers = {"y": year, "m": month, "q": (month + 2) // 3}
    names = {"c": CHINESE[month - 1], "e": ENGLISH[month - 1]}
    heading = read_heading(notation.format(**numbers, **names) + beside, LEXICON)
    expected = NOTATIONS[notation].format(**numbers)
    opened = notation == "{y}年1-{m}月累计" and month == 3
    assert heading.name == ""
    assert told(heading.time or heading.part) == expected + " open" * opened
    assert bool(heading.measure) == (beside == "同比增长(%)")


@given(st.text(max_size=30))
def test_no_text_is_too_odd(text: str) -> None:
    heading = read_heading(text, LEXICON)
    assert heading.name in heading.label or heading.unit
    find_period(text)


CATALOGUE_FILES = ("areas", "industries", "codes", "indicators")


@pytest.mark.parametrize("listed", CATALOGUE_FILES)
def test_no_name_of_the_catalogue_looks_like_a_period_or_a_measure(listed: str) -> None:
    file = Path(__file__).parents[2] / "data" / "catalog" / f"{listed}.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        names = [row["name_zh"] for row in csv.DictReader(lines)]
    known = Catalogue(frozenset(names) if listed in ("codes", "indicators") else frozenset())
    assert len(names) > 100
    assert [name for name in names if read_heading(name, known).name != name] == []


def test_a_lexicon_lives_as_long_as_its_catalogue_is_in_use(catalog: Catalog) -> None:
    lexicon = lexicon_of(catalog, "")
    assert lexicon_of(catalog, "") is lexicon
    assert lexicon_of(catalog, "nbs") is not lexicon
    assert (lexicon.is_unit("亿元"), lexicon.is_indicator("地区生产总值")) == (True, True)
    assert (lexicon.is_unit("甲元"), lexicon.is_indicator("甲指标")) == (False, False)
