"""Worked examples of growth published, implied and refused, asked of the engine as anyone asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cockpit.errors import ArithmeticRefused
from cockpit.wording import number

FAI = """
fai      M ytd 2023-10 419409 亿元
fai      M ytd 2024-10 423222 亿元
fai/yoy  M ytd 2024-10    3.4 %
"""


def test_e3_published_growth_and_beside_it_the_ratio_with_the_reason(
    written: Any, ask: Any, point: Any
) -> None:
    calculator, _ = written(FAI)
    assert point(calculator, ask("fai/yoy M ytd"), "2024-10").value == 3.4
    ratio = point(calculator, ask("fai/yoy_levels M ytd"), "2024-10")
    assert (number(ratio.value, 1), ratio.status) == ("0.9", "E")
    assert "409305.6" in ratio.note
    assert "−2.41" in ratio.note
    base = point(calculator, ask("fai/base_implied M ytd"), "2024-10")
    assert base.bounds is not None
    assert [number(v, 1) for v in (base.bounds.low, base.value, base.bounds.high)] == [
        "409107.8", "409305.6", "409503.6",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("held", "asked", "ratio", "base"),
    [
        (
            "ind_profit M ytd 2018-05 27543.8 亿元\nind_profit M ytd 2019-05 27204.3 亿元\n"
            "ind_profit/yoy M ytd 2019-05 -1.1 %",
            "ind_profit/{} M ytd",
            "-1.2",
            "27506.9",
        ),
        (
            "elec_total M ytd 2018-05 81836 亿千瓦时\nelec_total M ytd 2019-05 86246 亿千瓦时\n"
            "elec_total/yoy M ytd 2019-05 5.1 %",
            "elec_total/{} M ytd",
            "5.4",
            "82060.9",
        ),
        (
            "elec_total M period 2018-05 7742 亿千瓦时\n"
            "elec_total M period 2019-05 8572 亿千瓦时\nelec_total/yoy M period 2019-05 10.4 %",
            "elec_total/{} M period",
            "10.7",
            "7764.5",
        ),
    ],
)
def test_e3b_and_e3c(
    held: str, asked: str, ratio: str, base: str, written: Any, ask: Any, point: Any
) -> None:
    calculator, _ = written(held)
    levels = point(calculator, ask(asked.format("yoy_levels")), "2019-05")
    assert number(levels.value, 1) == ratio
    wanted = ask(asked.format("base_implied"))
    unit = "亿千瓦时" if "elec" in asked else "亿元"
    found = point(calculator, replace(wanted, unit=unit), "2019-05")
    assert number(found.value, 1) == base


def test_e5_no_growth_of_gdp_at_current_prices(written: Any, ask: Any, point: Any) -> None:
    held = "gdp Q ytd 2023-Q3 98.0 亿元\ngdp Q ytd 2024-Q3 104.0 亿元"
    calculator, _ = written(f"{held}\ngdp/yoy Q ytd 2024-Q3 5.0 %")
    assert point(calculator, ask("gdp/yoy Q ytd"), "2024-Q3").value == 5.0
    for measure in ("yoy_levels", "base_implied"):
        with pytest.raises(ArithmeticRefused, match="不是增长速度：请用公布的可比价增速"):
            calculator.series(ask(f"gdp/{measure} Q ytd"))


def test_e6_two_year_average(written: Any, ask: Any, point: Any) -> None:
    calculator, _ = written("fai/yoy M ytd 2021-06 12.6 %\nfai/yoy M ytd 2020-06 -3.1 %")
    found = point(calculator, ask("fai/yoy_average M ytd"), "2021-06")
    assert number(found.value, 2) == "4.46"
    assert abs((found.value or 0) - 4.4) <= 0.1


def test_e25_across_zero_there_are_words(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        afre Q ytd 2023-Q1 -2.0 亿元
        afre Q ytd 2024-Q1 -3.0 亿元
        afre Q ytd 2023-Q2 -2.0 亿元
        afre Q ytd 2024-Q2 -1.0 亿元
        afre Q ytd 2023-Q3 -2.0 亿元
        afre Q ytd 2024-Q3  3.0 亿元
        afre Q ytd 2023-Q4  2.0 亿元
        afre Q ytd 2024-Q4 -3.0 亿元
        """
    )
    points = calculator.series(ask("afre/yoy Q ytd")).points
    assert [(p.value, p.note) for p in points] == [
        (None, "增亏50.0%"), (None, "减亏50.0%"), (None, "由亏转盈"), (None, "由盈转亏"),
    ]  # fmt: skip
