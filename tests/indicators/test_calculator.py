"""Across areas, and from a figure to its cells."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cockpit.errors import ArithmeticRefused, InputError
from cockpit.period import Period

OCTOBER = Period.parse("M", "2024-10", "ytd")
FISCAL = """
budget_revenue  M ytd 2023-10 108.00 亿元
budget_tax      M ytd 2023-10  73.50 亿元
budget_revenue  M ytd 2024-10 112.40 亿元
budget_tax      M ytd 2024-10  78.26 亿元
"""
POORER = """
budget_revenue  M ytd 2024-10  50.00 亿元
budget_tax      M ytd 2024-10  30.00 亿元
"""


def test_many_areas_cost_one_question_an_input(written: Any, ask: Any) -> None:
    calculator, door = written(FISCAL, _370402=POORER)
    areas = ["370400", "370402", "370403"]
    found = calculator.across(ask("tax_share M ytd"), areas)
    assert {area: series.latest.value for area, series in found.items()} == {
        "370400": pytest.approx(69.6263), "370402": pytest.approx(60.0),
    }  # fmt: skip
    asked = [q.indicator for q in door.questions]
    assert sorted(asked) == ["budget_revenue", "budget_tax", "tax_share"]


def test_one_area_costs_one_question_an_input_whatever_its_length(written: Any, ask: Any) -> None:
    months = "\n".join(
        f"{name} M ytd {year}-{month:02} {month * 10} 亿元"
        for name in ("budget_revenue", "budget_tax")
        for year in (2022, 2023)
        for month in range(1, 13)
    )
    calculator, door = written(months)
    assert len(calculator.series(ask("tax_share M ytd")).points) == 24
    assert len(calculator.series(ask("tax_share M ytd")).points) == 24
    assert len(door.questions) == 3


def test_refusal_is_the_answer_only_where_nobody_publishes(written: Any, ask: Any) -> None:
    levels = "fai M ytd 2023-12 10 亿元\nfai M ytd 2022-12 9 亿元"
    published = f"{levels}\nfai/yoy M ytd 2023-12 3.0 %"
    areas = ["370400", "370402"]
    calculator, _ = written(levels, _370402=published)
    assert list(calculator.across(ask("fai/yoy M ytd"), areas)) == ["370402"]
    calculator, _ = written(levels, _370402=levels)
    with pytest.raises(ArithmeticRefused):
        calculator.across(ask("fai/yoy M ytd"), areas)


def test_a_derived_figure_leads_to_its_cells(written: Any, ask: Any) -> None:
    calculator, _ = written(FISCAL)
    trace = calculator.explain(ask("tax_share M ytd"), OCTOBER)
    assert (trace.kind, trace.formula, trace.unit) == (
        "derived", "budget_tax ÷ budget_revenue × 100", "%",
    )  # fmt: skip
    assert [(t.indicator, t.value, t.unit, t.source.cell) for t in trace.inputs] == [
        ("budget_tax", 78.26, "亿元", "C4"), ("budget_revenue", 112.4, "亿元", "C3"),
    ]  # fmt: skip
    assert trace.reference


def test_a_change_of_a_derived_ratio_leads_through_it(written: Any, ask: Any) -> None:
    calculator, _ = written(FISCAL)
    trace = calculator.explain(ask("tax_share/yoy_pp M ytd"), OCTOBER)
    assert (trace.value, trace.formula) == (1.5, "tax_share－tax_share（上年同期）")
    assert [str(t.period) for t in trace.inputs] == ["2024-01:10", "2023-01:10"]
    assert [t.source.cell for part in trace.inputs for t in part.inputs] == ["C4", "C3", "C2", "C1"]


def test_growth_stated_as_an_index_is_published_and_names_the_cell(written: Any, ask: Any) -> None:
    calculator, _ = written("gdp A period 2018 103.6 上年=100")
    trace = calculator.explain(ask("gdp/yoy A period"), Period.parse("A", "2018"))
    assert (trace.kind, trace.value, trace.formula) == ("published", 3.6, "gdp (上年=100) − 100")
    assert [(t.value, t.unit, t.source.cell) for t in trace.inputs] == [(103.6, "上年=100", "C1")]


def test_what_was_published_before_is_told(written: Any, ask: Any) -> None:
    """The door hands out the latest; `C1` stands for the value before the revision."""
    calculator, _ = written("gdp A period 2017 18549.19 亿元")
    trace = calculator.explain(ask("gdp A period"), Period.parse("A", "2017"))
    assert (trace.kind, trace.source.cell, trace.history) == ("published", "C1", ())


def test_a_missing_input_is_named(written: Any, ask: Any) -> None:
    calculator, _ = written("budget_tax M ytd 2024-10 78.26 亿元")
    trace = calculator.explain(ask("tax_share M ytd"), OCTOBER)
    assert trace.value is None
    assert [(t.indicator, t.kind) for t in trace.inputs] == [
        ("budget_tax", "published"), ("budget_revenue", "missing"),
    ]  # fmt: skip


def test_a_figure_nobody_has_is_refused(written: Any, ask: Any) -> None:
    calculator, _ = written(FISCAL)
    for asked in ("retail_total M ytd", "tax_share M ytd"):
        with pytest.raises(InputError, match="2030-10"):
            calculator.explain(ask(asked), Period.parse("M", "2030-10", "ytd"))


def test_a_single_period_of_two_months_is_found_by_its_last(written: Any, ask: Any) -> None:
    calculator, _ = written("retail_total M ytd 2024-02 30.00 亿元")
    trace = calculator.explain(ask("retail_total M period"), Period.parse("M", "2024-02"))
    assert (trace.value, trace.period.months) == (30.0, 2)


def test_a_trace_is_plain_values(written: Any, ask: Any) -> None:
    calculator, _ = written(FISCAL)
    plain = json.loads(json.dumps(calculator.explain(ask("tax_share M ytd"), OCTOBER).to_dict()))
    assert (plain["time_period"], plain["months"], plain["kind"]) == ("2024-10", 10, "derived")
    assert plain["inputs"][0]["source"]["cell"] == "C4"
    assert plain["inputs"][0]["source"]["published_at"] == "2024-11-20T02:00:00+00:00"
