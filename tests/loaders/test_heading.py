"""Printed headings taken apart: periods, ways of counting, units, and the name that is left."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.period import Period
from loaders import heading as package
from loaders.heading import Heading, Measure, Part, Relative, Time, find_period, read_heading
from loaders.heading.vocabulary import rows

UNITS = frozenset(
    "元 万元 亿元 亿美元 万美元 % ‰ 人 万人 户 家 吨 万吨 亿千瓦时 万千瓦时 万平方米 个 倍 件".split()
)
INDICATORS = frozenset(
    """地区生产总值 国内生产总值 GDP 规模以上工业增加值 规上工业增加值 固定资产投资 社会消费品零售总额
    一般公共预算收入 税收收入 用电量 工业用电量 城镇登记失业率 居民消费价格指数 产销率 贷款余额
    本年完成投资 固定资产投资增速 年末常住人口 新增贷款 单位GDP能耗降低率 货物运输总量
    规模以上工业企业利润总额 居民人均可支配收入 进出口总额 净增市场主体 同比因素""".split()
)


class Catalogue:
    """A lexicon of few words."""

    def is_unit(self, text: str) -> bool:
        return text in UNITS

    def is_indicator(self, text: str) -> bool:
        return text in INDICATORS


LEXICON = Catalogue()


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
        words = [f"back {period.back}", period.accumulation or "", year_end]
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


TABLES = ("periods", "relatives", "measures", "statuses")
ROWS = [(table, row) for table in TABLES for row in rows(table)]


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[r["example"] for _, r in ROWS])
def test_each_row_of_the_vocabulary_reads_its_example(table: str, row: dict[str, str]) -> None:
    heading = read_heading(row["example"], LEXICON)
    assert said(heading) == row["reads"]
    assert not heading.name or row["reading"] == "none"


def _table() -> list[dict[str, str]]:
    with Path(__file__).with_name("headings.csv").open(encoding="utf-8", newline="") as file:
        lines = [row for row in csv.DictReader(file) if row["unit"] is not None]
    return [row for row in lines if not (row["printed"][:2] == "# " and not row["said"])]


@pytest.mark.parametrize("row", _table(), ids=lambda row: row["printed"])
def test_takes_a_heading_apart(row: dict[str, str]) -> None:
    heading = read_heading(row["printed"].replace("\\n", "\n"), LEXICON)
    assert (said(heading), heading.unit) == (row["said"], row["unit"])
