"""Worked examples of figures put together from areas, asked of the engine as anyone asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cockpit.errors import ArithmeticRefused
from cockpit.period import Period
from cockpit.wording import number

IDENTITIES = [
    ("trade_export M ytd", (61708.8, 6665.7, 11302.3), "79676.8"),
    ("elec_total M ytd", (1262, 54781, 16671, 13532), "86246.0"),
    ("elec_total M period", (120, 5688, 1609, 1155), "8572.0"),
    ("gdp Q ytd", (72.61, 730.64, 488.68), "1291.9"),
]


@pytest.mark.parametrize(("asked", "parts", "total"), IDENTITIES)
def test_e24_areas_add_up(
    asked: str, parts: tuple[float, ...], total: str, written: Any, ask: Any, point: Any
) -> None:
    selection = ask(asked)
    unit = {"elec_total": "亿千瓦时"}.get(selection.indicator, "亿元")
    time = "2024-Q3" if selection.freq == "Q" else "2024-09"
    codes = [f"37040{n}" for n in range(2, 2 + len(parts))]
    held = {f"_{c}": f"{asked} {time} {v} {unit}" for c, v in zip(codes, parts, strict=True)}
    calculator, _ = written("", **held)
    found = point(calculator, replace(selection, members=tuple(codes), unit=unit), time)
    assert number(found.value, 1) == total
    trace = calculator.explain(replace(selection, members=tuple(codes), unit=unit), found.period)
    assert [t.area for t in trace.inputs] == codes
    assert (found.status == "E") == (selection.indicator == "gdp")


def test_a_missing_area_is_named_and_never_zero(written: Any, ask: Any, point: Any) -> None:
    calculator, _ = written("", _370402="budget_revenue M ytd 2024-10 10 亿元")
    selection = replace(ask("budget_revenue M ytd"), members=("370402", "370403"))
    found = point(calculator, selection, "2024-10")
    assert found.value is None
    assert "薛城" in found.note


def test_a_ratio_of_areas_is_recomputed_from_its_sums(written: Any, ask: Any, point: Any) -> None:
    def tax(revenue: float, taxes: float) -> str:
        return f"budget_revenue M ytd 2024-10 {revenue} 亿元\nbudget_tax M ytd 2024-10 {taxes} 亿元"

    calculator, door = written("", _370402=tax(100, 80), _370403=tax(300, 150))
    selection = replace(ask("tax_share M ytd"), members=("370402", "370403"))
    assert point(calculator, selection, "2024-10").value == 57.5
    assert len(door.questions) <= 4


def test_what_does_not_add_up_is_refused(written: Any, ask: Any) -> None:
    calculator, _ = written("", _370402="unemp_survey M period 2024-10 5.0 %")
    with pytest.raises(ArithmeticRefused, match="不能合成"):
        calculator.series(replace(ask("unemp_survey M period"), members=("370402", "370403")))


def weigh(base: float, rate: float) -> str:
    return (
        f"gdp Q ytd 2023-Q3 {base} 亿元\ngdp Q ytd 2024-Q3 {base * 1.1} 亿元\n"
        f"gdp/yoy Q ytd 2024-Q3 {rate} %"
    )


def test_e29_growth_is_weighted_by_the_base_period(written: Any, ask: Any, point: Any) -> None:
    calculator, _ = written("", _370402=weigh(60, 6.0), _370403=weigh(40, 3.0))
    selection = replace(ask("gdp/yoy Q ytd"), members=("370402", "370403"))
    found = point(calculator, selection, "2024-Q3")
    assert (found.value, found.status) == (4.8, "E")


def test_e29_on_bases_that_growth_implies(written: Any, ask: Any, point: Any) -> None:
    calculator, _ = written(
        "",
        _370402="fai M ytd 2024-10 63.6 亿元\nfai/yoy M ytd 2024-10 6.0 %",
        _370403="fai M ytd 2024-10 41.2 亿元\nfai/yoy M ytd 2024-10 3.0 %",
    )
    selection = replace(ask("fai/yoy M ytd"), members=("370402", "370403"))
    assert number(point(calculator, selection, "2024-10").value, 2) == "4.80"


def test_e31_a_whole_beyond_its_parts_is_told(written: Any, ask: Any) -> None:
    """Incomes of the first quarter of 2017: 8.5 for all, 7.9 and 8.4 for town and country."""
    calculator, _ = written(
        "gdp/yoy Q ytd 2024-Q3 8.5 %\ngdp Q ytd 2024-Q3 120 亿元",
        _370402=weigh(60, 7.9),
        _370403=weigh(40, 8.4),
    )
    selection = replace(ask("gdp/yoy Q ytd"), members=("370402", "370403"))
    trace = calculator.explain(selection, Period.parse("Q", "2024-Q3", "ytd"))
    assert trace.value == 8.1
    assert [(t.value, t.area) for t in trace.beside] == [(8.5, "370400")]
    assert "超出各地区" in trace.beside[0].note
    levels = calculator.explain(replace(selection, transformation="level"), trace.period)
    assert "相差+10.00" in levels.beside[0].note
