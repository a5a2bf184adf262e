"""What stands in a cell where a figure belongs, and what stands in a label."""

from __future__ import annotations

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


def test_a_programmers_name_is_taken_apart() -> None:
    snake = read_snake("rd_intensity_2023_pct")
    assert snake is not None
    assert (snake.label, snake.unit, snake.year) == ("rd_intensity", "%", "2023")
    assert read_snake("Birthrate") is None
