"""Runs at equal steps: nothing is filled in, split or averaged."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused
from cockpit.modelling import adjusted, projected
from cockpit.modelling.regular import Regular, regular
from cockpit.period import Period
from cockpit.series import Point, Series

NOTHING = Series(None, "", ())
Months = Callable[..., Series]


def test_a_month_that_is_missing_ends_the_run(catalog: Catalog, months: Months) -> None:
    gap = months([*range(1, 31), None, *range(32, 101)])
    found = regular(gap, NOTHING, catalog.indicators["trade_export"], 1)
    assert (found.steps, len(found)) == (12, 69)
    assert found.missing == Period(2017 * 12 + 6, 1)
    with pytest.raises(
        ArithmeticRefused, match="缺2017年7月的数据，此后连续数据只有69期，至少需要72期"
    ):
        regular(gap, NOTHING, catalog.indicators["trade_export"], 6)


def test_january_and_february_become_one_where_they_are_published_as_one(
    catalog: Catalog, months: Months
) -> None:
    """Apart until 2017, together since: the cumulative figure up to February is both."""
    values: list[float | None] = [float(m % 12 + 1) for m in range(60)]
    for year in (3, 4):
        values[year * 12] = values[year * 12 + 1] = None
    stated = [Point(Period((2015 + year) * 12, 2), 50.0 + year, "A") for year in (3, 4)]
    to_date = Series(None, "亿元", tuple(stated))
    found = regular(months(values), to_date, catalog.indicators["retail_total"], 5)
    assert (found.steps, len(found)) == (11, 55)
    firsts = [v for span, v in zip(found.spans, found.values, strict=True) if span.months == 2]
    assert firsts == [3.0, 3.0, 3.0, 53.0, 54.0]


def test_rates_of_january_and_february_are_never_added(catalog: Catalog, months: Months) -> None:
    values: list[float | None] = [5.0] * 48
    values[36] = values[37] = None
    rates = months(values, unit="%", indicator="ind_va_growth", transformation="yoy")
    with pytest.raises(ArithmeticRefused, match="连续数据只有10期"):
        regular(rates, NOTHING, catalog.indicators["ind_va_growth"], 3)


@pytest.mark.parametrize(
    ("indicator", "unit", "changed", "said"),
    [
        ("retail_total", "亿元", {"accumulation": "ytd"}, "累计数和累计增速都包含前面各月"),
        ("fai", "%", {"accumulation": "ytd", "transformation": "yoy"}, "累计增速"),
        ("ind_va_growth", "%", {"transformation": "yoy"}, "不做季节调整"),
        ("cpi", "上年同月=100", {}, "不做季节调整"),
        ("pmi_mfg", "%", {}, "发布时已做季节调整"),
        ("gdp", "亿元", {"freq": "A"}, "年度数据"),
        ("generation", "亿千瓦时", {}, "至少需要60期"),
        ("retail_total", "%", {"transformation": "yoy_average"}, "不用推算结果再建模"),
        ("gdp", "%", {"transformation": "yoy_levels"}, "不用推算结果再建模"),
    ],
)
def test_adjustment_is_refused_in_a_sentence(
    catalog: Catalog, months: Months, indicator: str, unit: str, changed: dict, said: str
) -> None:
    series = months([100.0 + i for i in range(48)], unit=unit, indicator=indicator, **changed)
    with pytest.raises(ArithmeticRefused, match=said):
        adjusted(series, NOTHING, catalog.indicators[indicator])


def test_projection_is_refused_in_a_sentence(catalog: Catalog, months: Months) -> None:
    gdp = months([100.0 + i for i in range(48)], indicator="gdp")
    with pytest.raises(ArithmeticRefused, match="请预测按不变价格计算的增速"):
        projected(gdp, NOTHING, catalog.indicators["gdp"])
    short = months([100.0 + i for i in range(30)], indicator="loans", accumulation="stock")
    with pytest.raises(ArithmeticRefused, match="连续数据只有30期，太少，至少需要36期"):
        projected(short, NOTHING, catalog.indicators["loans"])
    with pytest.raises(ArithmeticRefused, match="没有数据"):
        projected(NOTHING, NOTHING, catalog.indicators["loans"])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.none() | st.floats(1, 100), min_size=14, max_size=60))
def test_a_run_holds_only_figures_that_are_held(
    catalog: Catalog, months: Months, values: list[float | None]
) -> None:
    try:
        found: Regular = regular(months(values), NOTHING, catalog.indicators["trade_export"], 1)
    except ArithmeticRefused:
        return
    held = {p.period: p.value for p in months(values).points}
    for span, value in zip(found.spans, found.values, strict=True):
        parts = [held.get(Period(span.start + i, 1)) for i in range(span.months)]
        assert None not in parts
        assert value == pytest.approx(sum(part or 0.0 for part in parts))
    assert list(found.spans) == sorted(found.spans)
    assert all(b.start == a.end + 1 for a, b in zip(found.spans, found.spans[1:], strict=False))
