"""What stands in a cell where a figure belongs, and what stands in a label."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.grid import Cell
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
        ("1，234，567.8", 1234567.8, "A", "", None),
        ("12\u2009345", 12345.0, "A", "", None),
        ("12'345", 12345.0, "A", "", None),
        ("12.3²", 12.3, "A", "", None),
        ("12.3*", 12.3, "A", "", None),
        ("12.3[1]", 12.3, "A", "", None),
        ("12.3（1）", 12.3, "A", "", None),
        ("（5.2%）", -5.2, "A", "%", None),
        ("- 5.2", -5.2, "A", "", None),
        ("↑5.2", 5.2, "A", "", None),
        ("▼3.1", -3.1, "A", "", None),
        ("下降3.1%", -3.1, "A", "%", None),
        ("1.2倍", 1.2, "A", "倍", None),
        ("增长1.2倍", 120.0, "A", "%", None),
        ("123.4亿元", 123.4, "A", "亿元", None),
        ("#DIV/0!", None, "M", "", "P15"),
        ("########", None, "M", "", "P15"),
        ("①", None, "M", "", None),
        ("2013 2014", None, "M", "", "P12"),
    ],
)
def test_reads_a_written_figure(
    text: str, value: float | None, status: str, unit: str, rule: str | None
) -> None:
    figure = read_value(Cell(text, text))
    assert (figure.value, figure.status, figure.unit, figure.rule) == (value, status, unit, rule)


@pytest.mark.parametrize(
    ("text", "value", "doubt"),
    [
        ("△12.3", -12.3, "triangle"),
        ("▲5", -5.0, "triangle"),
        ("5.2↓", -5.2, "arrow"),
        ("(5)", -5.0, "brackets"),
        ("(12.3)", -12.3, ""),
        ("986 1. 56", 9861.56, "blanks"),
        ("28014,94", 28014.94, "decimal comma"),
    ],
)
def test_a_writing_that_can_be_meant_otherwise_is_doubted(
    text: str, value: float, doubt: str
) -> None:
    figure = read_value(Cell(text, text))
    assert (figure.value, figure.doubt) == (value, doubt)


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("…", "below_unit"),
        ("——", "na"),
        ("　", "blank"),
        ("***", "suppressed"),
        ("增亏", "transition"),
    ],
)
def test_a_marker_keeps_its_meaning(text: str, marker: str) -> None:
    assert read_value(Cell(text, text)).marker == marker


def test_a_percent_sign_that_is_only_printed_multiplies_nothing() -> None:
    assert read_value(Cell(8.5, None, '0.0"%"'))[:3] == (8.5, "A", "%")
    assert read_value(Cell(8.5, None, "0.0\\%"))[:3] == (8.5, "A", "%")


@pytest.mark.parametrize("value", [True, datetime(2024, 10, 1)])  # noqa: DTZ001
def test_what_is_no_figure_is_none(value: bool | datetime) -> None:
    assert read_value(Cell(value)).rule == "P12"


def test_a_stored_share_is_in_percent_units() -> None:
    figure = read_value(Cell(0.29, "0.29", "0.0%"))
    assert (figure.value, figure.unit) == (29.0, "%")


@pytest.mark.parametrize("cell", [Cell(raw="#REF!", error="#REF!"), Cell(uncalculated=True)])
def test_a_formula_without_value_is_not_blank(cell: Cell) -> None:
    assert not cell.is_blank
    assert read_value(cell).rule == "P15"


def test_a_programmers_name_is_taken_apart() -> None:
    snake = read_snake("rd_intensity_2023_pct")
    assert snake is not None
    assert (snake.label, snake.unit, snake.year) == ("rd_intensity", "%", "2023")
    assert read_snake("Birthrate") is None
