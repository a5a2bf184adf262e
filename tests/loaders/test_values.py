"""What stands in a cell where a figure belongs, and what stands in a label."""

from __future__ import annotations

import pytest

from cockpit.catalog import Catalog
from loaders.grid import Cell
from loaders.labels import read_ending, read_label
from loaders.measures import read_measure
from loaders.snake import read_snake
from loaders.values import read_value


@pytest.mark.parametrize(
    ("text", "value", "status", "unit", "rule"),
    [
        ("28014.94", 28014.94, "A", "", None),
        ("5267 ", 5267.0, "A", "", None),
        ("1,234,567.8", 1234567.8, "A", "", None),
        ("１２３", 123.0, "A", "", None),
        ("－12.3", -12.3, "A", "", None),
        ("(12.3)", -12.3, "A", "", None),
        ("5.2%", 5.2, "A", "%", None),
        ("5.2个百分点", 5.2, "A", "百分点", None),
        ("123.4①", 123.4, "A", "", None),
        ("102.5p", 102.5, "P", "", None),
        ("持平", 0.0, "A", "", None),
        ("…", None, "M", "", None),
        ("——", None, "M", "", None),
        ("/", None, "M", "", None),
        ("", None, "M", "", None),
        ("由亏转盈", None, "M", "", None),
        ("〓", None, "M", "", "P13"),
        ("待核实", None, "M", "", "P12"),
        ("1.2.3", None, "M", "", "P12"),
    ],
)
def test_reads_a_written_figure(
    text: str, value: float | None, status: str, unit: str, rule: str | None
) -> None:
    figure = read_value(Cell(text, text))
    assert (figure.value, figure.status, figure.unit, figure.rule) == (value, status, unit, rule)


def test_a_stored_share_is_in_percent_units() -> None:
    figure = read_value(Cell(0.29, "0.29", "0.0%"))
    assert (figure.value, figure.unit) == (29.0, "%")


@pytest.mark.parametrize("cell", [Cell(raw="#REF!", error="#REF!"), Cell(uncalculated=True)])
def test_a_formula_without_value_is_not_blank(cell: Cell) -> None:
    assert not cell.is_blank
    assert read_value(cell).rule == "P15"


@pytest.mark.parametrize(
    ("printed", "text", "unit"),
    [
        ("年末常住人口(万人)", "年末常住人口", "万人"),
        ("人口数(人口抽样调查)(人)", "人口数(人口抽样调查)", "人"),
        ("固定资产投资(不含农户)", "固定资产投资(不含农户)", ""),
        ("居民消费价格指数（上年同月=100）", "居民消费价格指数", "上年同月=100"),
        ("　　其中：工业投资", "工业投资", ""),
        ("# 住宅①", "住宅", ""),
        ("一般公共预算支出（亿元）i", "一般公共预算支出", "亿元"),
        ("生活垃圾无害化处理能力(吨/日)", "生活垃圾无害化处理能力", "吨/日"),
        ("地区生产总值\nGross Domestic Product", "地区生产总值", ""),
        ("烟(粉)尘排放量(万吨)", "烟(粉)尘排放量", "万吨"),
        ("GDP_亿元", "GDP", "亿元"),
    ],
)
def test_a_label_is_cleaned(printed: str, text: str, unit: str, catalog: Catalog) -> None:
    label = read_label(printed, lambda inside: catalog.units.parse(inside) is not None)
    assert (label.text, label.unit) == (text, unit)


@pytest.mark.parametrize(
    ("name", "stem", "accumulation", "transformation"),
    [
        ("国内生产总值当季值", "国内生产总值", "period", "level"),
        ("国内生产总值累计值", "国内生产总值", "ytd", "level"),
        ("工业增加值同比增长", "工业增加值", "period", "yoy"),
        ("工业增加值累计增长", "工业增加值", "ytd", "yoy"),
        ("货币和准货币(M2)供应量_期末值", "货币和准货币(M2)供应量", "stock", "level"),
        ("实际到位资金_比上年增长", "实际到位资金", "period", "yoy"),
        ("规模以上工业增加值_当期同比实际增速", "规模以上工业增加值", "period", "yoy"),
        ("能源消费总量", "能源消费总量", None, None),
    ],
)
def test_an_ending_says_how_a_figure_is_counted(
    name: str, stem: str, accumulation: str | None, transformation: str | None
) -> None:
    ending = read_ending(name)
    found = (ending.stem, ending.accumulation, ending.transformation)
    assert found == (stem, accumulation, transformation)


@pytest.mark.parametrize(
    ("heading", "transformation", "accumulation"),
    [
        ("绝对量", "level", None),
        ("同比增长（%）", "yoy", None),
        ("比上年增长(%)", "yoy", None),
        ("累计", "level", "ytd"),
        ("环比", "mom", None),
        ("1—12月平均", "level", "ytd"),
        ("位次", "rank", None),
    ],
)
def test_a_heading_that_is_a_measure(
    heading: str, transformation: str, accumulation: str | None
) -> None:
    measure = read_measure(heading)
    assert measure is not None
    assert (measure.transformation, measure.accumulation) == (transformation, accumulation)


def test_a_heading_that_names_an_indicator_is_no_measure() -> None:
    assert read_measure("工业增加值") is None


def test_a_programmers_name_is_taken_apart() -> None:
    snake = read_snake("rd_intensity_2023_pct")
    assert snake is not None
    assert (snake.label, snake.unit, snake.year) == ("rd_intensity", "%", "2023")
    assert read_snake("Birthrate") is None
