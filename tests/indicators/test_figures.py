"""Every worked figure of `tests/figures`, through the calculator."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cockpit.indicator import Calculator
from cockpit.series import Series
from cockpit.wording import number

FIGURES = Path(__file__).parent.parent / "figures"


def cases() -> list[Any]:
    files = sorted(FIGURES.glob("*.toml"))
    tables = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}
    return [
        pytest.param(case["held"], case["expected"], id=f"{name}: {case['about']}")
        for name, table in tables.items()
        for case in table["case"]
    ]


@pytest.mark.parametrize(("held", "expected"), cases())
def test_a_worked_figure(held: str, expected: str, written: Any, line: Any) -> None:
    calculator: Calculator = written(held)[0]
    wanted = line(expected)
    series: Series = calculator.series(wanted.selection)
    point = series.at(wanted.period)
    value = point.value if point else None
    assert number(value, wanted.decimals) == number(wanted.value, wanted.decimals)
    assert wanted.value is None or series.unit == wanted.unit
