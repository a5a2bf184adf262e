"""Worked examples of frequencies, indices and sums to date, asked of the engine as anyone asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cockpit.errors import ArithmeticRefused
from cockpit.period import Period
from cockpit.wording import number


def test_e1_cumulative_to_single_periods(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        budget_revenue M ytd 2024-02 30.00 亿元
        budget_revenue M ytd 2024-03 48.50 亿元
        budget_revenue M ytd 2024-04 66.00 亿元
        """
    )
    series = calculator.series(ask("budget_revenue M period"))
    assert {str(p.period): p.value for p in series.points} == {
        "2024-01:2": 30.0, "2024-03:1": 18.5, "2024-04:1": 17.5,
    }  # fmt: skip
    assert [step.stage for step in series.steps] == ["frequency"]


def test_e2_growth_of_a_month_is_a_range(written: Any, ask: Any, point: Any) -> None:
    calculator, _ = written(
        """
        fai      M ytd 2024-09  90 亿元
        fai      M ytd 2024-10 102 亿元
        fai/yoy  M ytd 2024-09 5.0 %
        fai/yoy  M ytd 2024-10 5.5 %
        """
    )
    found = point(calculator, ask("fai/yoy_single M period"), "2024-10")
    assert found.bounds is not None
    shown = [number(v, 1) for v in (found.value, found.bounds.low, found.bounds.high)]
    assert shown == ["9.4", "8.5", "10.3"]
    assert found.status == "E"
    assert "8.5" in found.note


def test_e2_is_refused_where_the_range_is_too_wide(written: Any, ask: Any, point: Any) -> None:
    calculator, _ = written(
        """
        fai      M ytd 2024-09 400 亿元
        fai      M ytd 2024-10 410 亿元
        fai/yoy  M ytd 2024-09 5.0 %
        fai/yoy  M ytd 2024-10 5.5 %
        """
    )
    found = point(calculator, ask("fai/yoy_single M period"), "2024-10")
    assert found.value is None
    assert found.bounds is not None
    assert found.bounds.width > 2
    assert found.note.startswith("当期增速在")


def test_e2_is_refused_at_constant_prices(written: Any, ask: Any) -> None:
    calculator, _ = written("gdp Q ytd 2024-Q1 10 亿元\ngdp/yoy Q ytd 2024-Q1 5.0 %")
    with pytest.raises(ArithmeticRefused, match="现价"):
        calculator.series(ask("gdp/yoy_single Q period"))


def test_e7_indices_chained_from_december(written: Any, ask: Any) -> None:
    months = (100.3, 101.0, 99.0, 100.1, 99.9, 99.8, 100.5, 100.4, 100.0, 99.7, 99.4, 100.0)
    held = "\n".join(f"cpi M period 2023-{m:02} {v} 上月=100" for m, v in enumerate(months, 1))
    held += "\ncpi M period 2024-01 100.5 上月=100\ncpi M period 2024-02 99.8 上月=100"
    calculator, _ = written(f"{held}\ncpi M period 2024-03 100.2 上月=100")
    series = calculator.series(ask("cpi/chained"))
    assert series.unit == "上年12月=100"
    assert [number(p.value, 4) for p in series.points[-3:]] == ["100.5000", "100.2990", "100.4996"]
    assert number(series.points[11].value, 2) == "100.08"


def test_e7b_a_fixed_base_index_carried_on_by_a_year(written: Any, ask: Any, point: Any) -> None:
    calculator, _ = written(
        "cpi M period 2023-03 101.0 2020年=100\ncpi M period 2024-03 100.3 上年同月=100"
    )
    found = point(calculator, replace(ask("cpi M period"), unit="2020年=100"), "2024-03")
    assert (found.value, found.observation) == (101.303, None)


def test_the_order_is_frequency_then_unit_then_formula(written: Any, ask: Any) -> None:
    months = [(year, month) for year in (2023, 2024) for month in range(1, 13)]
    held = "\n".join(
        f"trade_export M period {year}-{month:02} {(year - 2013) * 1000 * month} 百万美元"
        for year, month in months
    )
    calculator, _ = written(held)
    series = calculator.series(replace(ask("trade_export/yoy Q period"), unit=None))
    assert [number(p.value, 4) for p in series.points] == ["10.0000"] * 4
    assert [(step.stage, step.text) for step in series.steps] == [
        ("frequency", "单期数相加"),
        ("unit", "百万美元 → 亿美元"),
        ("formula", "trade_export÷trade_export（上年同期）×100－100"),
    ]


def test_a_figure_to_date_is_the_quarters_and_the_years(written: Any, ask: Any, point: Any) -> None:
    calculator, _ = written(
        "retail_total M ytd 2024-06 100 亿元\nretail_total M ytd 2024-12 220 亿元\n"
        "retail_total/yoy M ytd 2024-12 3.5 %"
    )
    quarter = calculator.series(ask("retail_total Q ytd")).points
    assert [(str(p.period), p.value, p.observation) for p in quarter] == [
        ("2024-01:6", 100.0, 1), ("2024-01:12", 220.0, 2),
    ]  # fmt: skip
    year = point(calculator, ask("retail_total A period"), "2024")
    assert (year.value, year.observation) == (220.0, 2)
    assert point(calculator, ask("retail_total/yoy A period"), "2024").value == 3.5


def test_rates_are_never_averaged(written: Any, ask: Any) -> None:
    held = "\n".join(f"svc_index/yoy M period 2024-{m:02} {m} %" for m in range(1, 13))
    calculator, _ = written(held)
    with pytest.raises(ArithmeticRefused, match="不能相加，也不能平均"):
        calculator.series(ask("svc_index/yoy Q period"))


def test_a_sum_to_date_from_single_months(written: Any, ask: Any) -> None:
    calculator, _ = written(
        "invoice_sales M period 2024-01 10 亿元\ninvoice_sales M period 2024-02 5 亿元"
    )
    series = calculator.series(ask("invoice_sales M ytd"))
    assert [(str(p.period), p.value) for p in series.points] == [
        ("2024-01:1", 10.0),
        ("2024-01:2", 15.0),
    ]
    trace = calculator.explain(ask("invoice_sales M ytd"), Period.parse("M", "2024-02", "ytd"))
    assert [t.source.cell for t in trace.inputs] == ["C1", "C2"]
