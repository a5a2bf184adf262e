"""Where statistics refuses arithmetic, and in which words."""

from __future__ import annotations

from typing import Any

import pytest

from cockpit.errors import ArithmeticRefused
from cockpit.i18n import current_locale
from cockpit.period import Period

REFUSALS = [
    (
        "gdp Q ytd 2023-Q4 98.0 亿元\ngdp Q ytd 2024-Q4 104.0 亿元",
        "gdp/yoy Q ytd",
        "地区生产总值按现价的比值不是增长速度：请用公布的可比价增速。",
    ),
    (
        "fai M ytd 2022-12 572138 亿元\nfai M ytd 2023-12 503036 亿元",
        "fai/yoy M ytd",
        "固定资产投资(不含农户)两年公布的绝对额口径不可比，其比值不是增长速度：请用公布的增速。",
    ),
    (
        "unemp_survey M period 2023-10 5.0 %\nunemp_survey M period 2024-10 5.1 %",
        "unemp_survey/yoy M period",
        "城镇调查失业率是比率：其变化用百分点表示，不计算增长速度。",
    ),
    (
        "trade_balance M ytd 2023-10 10 亿元\ntrade_balance M ytd 2024-10 12 亿元",
        "trade_balance/yoy M ytd",
        "进出口差额可正可负，不计算增长速度。",
    ),
    (
        "budget_revenue M ytd 2023-10 10 亿元",
        "budget_revenue/yoy_pp M ytd",
        "一般公共预算收入不是比率：其变化用百分比表示，不用百分点。",
    ),
    (
        "budget_revenue M ytd 2023-10 10 亿元",
        "budget_revenue/mom M ytd",
        "一般公共预算收入：只有单期数才能计算环比，累计数和期末数不能。",
    ),
    (
        "gdp Q ytd 2024-Q1 10 亿元\ngdp Q ytd 2024-Q2 22 亿元",
        "gdp Q period",
        "地区生产总值的累计数不能相减得出单期数。",
    ),
    (
        "re_under M ytd 2024-03 800 万平方米\nre_under M ytd 2024-04 810 万平方米",
        "re_under M period",
        "施工面积的累计数不能相减得出单期数。",
    ),
    (
        "telecom M ytd 2024-03 80 亿元\ntelecom M ytd 2024-04 110 亿元",
        "telecom M period",
        "邮政/电信业务总量(收入)的累计数不能相减得出单期数。",
    ),
    (
        "gdp A period 2023 628.50 亿元\npop_resident A stock 2022 82 万人\n"
        "pop_resident A stock 2023 82 万人",
        "gdp_per_capita Q ytd",
        "人均地区生产总值只按年度计算。",
    ),
]


@pytest.mark.parametrize(("held", "asked", "sentence"), REFUSALS)
def test_what_may_not_be_computed_is_refused_in_a_sentence(
    held: str, asked: str, sentence: str, written: Any, ask: Any
) -> None:
    calculator, _ = written(held)
    with pytest.raises(ArithmeticRefused) as refusal:
        calculator.series(ask(asked))
    assert str(refusal.value) == sentence


def test_the_sentence_is_in_the_readers_language(written: Any, ask: Any) -> None:
    calculator, _ = written(REFUSALS[0][0])
    token = current_locale.set("en")
    try:
        with pytest.raises(ArithmeticRefused, match="use the published rate at constant prices"):
            calculator.series(ask("gdp/yoy Q ytd"))
    finally:
        current_locale.reset(token)


def test_nothing_held_is_nothing_to_refuse(written: Any, ask: Any) -> None:
    calculator, _ = written("cpi M period 2024-10 100.3 上年同月=100")
    series = calculator.series(ask("gdp/yoy Q ytd"))
    assert (series.key, series.points) == (None, ())


def test_published_growth_is_not_filled_in_where_it_may_not_be_computed(
    written: Any, ask: Any
) -> None:
    calculator, _ = written(
        """
        fai      M ytd 2022-12 572138 亿元
        fai      M ytd 2023-11 460814 亿元
        fai      M ytd 2023-12 503036 亿元
        fai/yoy  M ytd 2023-12    3.0 %
        """
    )
    points = calculator.series(ask("fai/yoy M ytd")).points
    assert [(p.value, p.observation is None) for p in points] == [(3.0, False)]


def test_a_gap_in_published_growth_is_filled_and_marked_where_it_may_be(
    written: Any, ask: Any
) -> None:
    calculator, _ = written(
        """
        budget_revenue      M ytd 2023-10 108.00 亿元
        budget_revenue      M ytd 2024-10 112.40 亿元
        budget_revenue      M ytd 2025-10 115.00 亿元
        budget_revenue/yoy  M ytd 2023-10   3.3 %
        budget_revenue/yoy  M ytd 2025-10   2.0 %
        """
    )
    points = calculator.series(ask("budget_revenue/yoy")).points
    assert [(round(p.value or 0, 2), p.observation) for p in points] == [
        (3.3, 4), (4.07, None), (2.0, 5),
    ]  # fmt: skip


def test_january_and_february_stay_together(written: Any, ask: Any) -> None:
    """Retail sales of Shanghai in 2023: March 1545.21, January to March 4611.01."""
    calculator, _ = written(
        """
        retail_total  M period 2023-03 1545.21 亿元
        retail_total  M ytd    2023-02 3065.80 亿元
        retail_total  M ytd    2023-03 4611.01 亿元
        """
    )
    points = calculator.series(ask("retail_total M period")).points
    assert [(p.period.months, p.value, p.observation) for p in points] == [
        (2, 3065.8, None), (1, 1545.21, 1),
    ]  # fmt: skip


def test_a_missing_month_makes_a_longer_span(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        budget_revenue  M ytd 2024-01 16.00 亿元
        budget_revenue  M ytd 2024-04 66.00 亿元
        budget_revenue  M ytd 2025-01 17.00 亿元
        """
    )
    points = calculator.series(ask("budget_revenue M period")).points
    assert {str(p.period): p.value for p in points} == {
        "2024-01:1": 16.0, "2024-02:3": 50.0, "2025-01:1": 17.0,
    }  # fmt: skip


def test_single_months_that_are_published_are_not_covered_twice(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        budget_revenue  M period 2024-01 16.00 亿元
        budget_revenue  M ytd    2024-02 30.00 亿元
        budget_revenue  M ytd    2024-03 48.50 亿元
        """
    )
    points = calculator.series(ask("budget_revenue M period")).points
    assert [str(p.period) for p in points] == ["2024-01:1", "2024-03:1"]


def test_across_zero_the_trace_has_words(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        afre  Q ytd 2023-Q2 -2.0 亿元
        afre  Q ytd 2024-Q2  3.0 亿元
        """
    )
    trace = calculator.explain(ask("afre/yoy Q ytd"), Period.parse("Q", "2024-Q2", "ytd"))
    assert trace.value is None
    assert "由亏转盈" in trace.note


def test_a_fixed_base_index_is_not_a_level_to_compute_growth_from(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        income  A period 2022 400.0 1978年=100
        income  A period 2023 420.0 1978年=100
        """
    )
    assert calculator.series(ask("income/yoy A period")).points == ()


def test_a_monthly_price_index_is_not_hidden_by_a_yearly_rate(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        cpi/yoy  A period 2023      0.2 %
        cpi      M period 2023-11  99.5 上年同月=100
        cpi      M period 2023-12  99.7 上年同月=100
        """
    )
    series = calculator.series(ask("cpi/yoy"))
    assert [(p.value, p.observation) for p in series.points] == [(-0.5, 2), (-0.3, 3)]
    trace = calculator.explain(ask("cpi/yoy"), Period.parse("M", "2023-12"))
    assert (trace.freq, trace.kind, trace.value) == ("M", "published", -0.3)
    assert calculator.series(ask("cpi/yoy A period")).points[0].value == 0.2


def test_a_derived_figure_is_as_preliminary_as_its_inputs(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        budget_revenue  M ytd 2024-10 112.40 亿元
        budget_tax      M ytd 2024-10  78.26 亿元 P
        budget_expenditure M ytd 2024-10 256.80 亿元 E
        gdp_primary     A period 2023 10 亿元
        gdp             A period 2023 100 亿元
        gdp_primary/yoy A period 2024 4.0 %
        """
    )
    assert [p.status for p in calculator.series(ask("tax_share")).points] == ["P"]
    assert [p.status for p in calculator.series(ask("fiscal_self")).points] == ["E"]
    assert [p.status for p in calculator.series(ask("gdp_primary/contribution")).points] == ["E"]


def test_a_derived_series_comes_in_the_unit_asked_for(written: Any, ask: Any) -> None:
    from dataclasses import replace

    calculator, _ = written(
        """
        trade_export  M period 2023-12 303617000 千美元
        trade_import  M period 2023-12 228280000 千美元
        """
    )
    asked = replace(ask("trade_balance M period"), unit="亿美元")
    series = calculator.series(asked)
    assert (series.unit, [p.value for p in series.points]) == ("亿美元", [753.37])
    assert series.key is not None
    assert series.key.unit == "usd"
    assert calculator.series(replace(asked, unit="亿元")).points == ()
