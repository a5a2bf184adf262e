"""Diffusion, outliers, and bureaus beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.catalog import Catalog
from cockpit.disclosure import disclosure
from cockpit.errors import ArithmeticRefused
from cockpit.period import Period
from cockpit.series import Point, Series, SeriesKey
from cockpit.settings import DATA
from cockpit.signals import (
    business_climate,
    diffusion,
    divergences,
    load_rules,
    outliers,
    purchasing_managers,
    spread,
)
from cockpit.wording import number


def rates(values: list[float | None], unit: str = "%", year: int = 2020) -> Series:
    key = SeriesKey(
        indicator="ind_va_growth",
        area="370400",
        freq="M",
        accumulation="period",
        transformation="yoy",
        unit=unit,
    )
    points = (Point(Period(year * 12 + i, 1), v, "A") for i, v in enumerate(values))
    return Series(key, unit, tuple(points))


@pytest.mark.parametrize(
    ("up", "same", "index"),
    [(26.3, 53.4, "53.0"), (19.7, 47.8, "43.6"), (28.6, 59.4, "58.3")],
)
def test_diffusion_as_the_central_bank_publishes_it(up: float, same: float, index: str) -> None:
    assert number(diffusion(up, same), 1) == index


def test_the_purchasing_managers_index_of_its_parts() -> None:
    parts = {
        "new_orders": 50.2, "output": 51.0, "employment": 48.1, "deliveries": 49.9, "stocks": 47.7,
    }  # fmt: skip
    assert number(purchasing_managers(parts), 1) == "49.7"
    del parts["stocks"]
    assert purchasing_managers(parts) is None


def test_a_balance_of_rises_and_falls() -> None:
    assert business_climate(30.0, 20.0) == 110.0


@settings(deadline=None)
@given(st.lists(st.none() | st.floats(-5, 5)))
def test_a_spread_counts_everyone_once(changes: list[float | None]) -> None:
    found = spread(changes)
    assert found.of == sum(change is not None for change in changes)
    if found.index is None:
        assert found.of == 0
    else:
        assert 0 <= found.index <= 100


def test_a_figure_far_from_its_past_is_asked_about() -> None:
    series = rates([4.1, 4.4, 4.0, 4.6, 4.3, 4.5, 4.2, 9.8])
    (found,) = outliers(series)
    assert (number(found.middle, 2), number(found.z, 1)) == ("4.35", "18.4")
    assert found.words.startswith("2020年8月为9.8，明显偏离常年水平（中位数4.4）")
    assert [p.value for p in series.points] == [4.1, 4.4, 4.0, 4.6, 4.3, 4.5, 4.2, 9.8]


def test_where_the_past_does_not_vary_only_the_absurd_is_asked_about() -> None:
    assert outliers(rates([3.0] * 8 + [3.1])) == ()
    (found,) = outliers(rates([3.0] * 8 + [300.0]))
    assert (found.value, found.z) == (300.0, None)


def test_amounts_have_no_outliers() -> None:
    with pytest.raises(ArithmeticRefused, match="请对增速提问"):
        outliers(rates([1.0] * 9, unit="亿元"))


@settings(deadline=None)
@given(st.lists(st.none() | st.floats(-20, 20), max_size=40))
def test_outliers_are_figures_that_are_there(values: list[float | None]) -> None:
    series = rates(values)
    held = {p.period: p.value for p in series.points}
    for found in outliers(series):
        assert held[found.period] == found.value


def test_bureaus_that_part_company_are_asked_why(catalog: Catalog) -> None:
    pairs = {pair.id: pair for pair in load_rules(DATA / "signals", catalog).pairs}
    output, power = rates([8.0, 9.0, 12.0, None]), rates([6.0, -6.0, -3.1, 4.0])
    found = divergences(pairs["industry_power"], output, power)
    assert [(one.period.month, one.apart) for one in found] == [(3, 15.1)]
    assert "请统计局与供电公司核对" in found[0].pair.question
    tax = rates([-13.0, 40.0, -4.0, -50.0])
    found = divergences(pairs["output_tax"], output, tax)
    assert [(one.period.month, one.apart) for one in found] == [(1, 21.0)]


def test_a_sum_that_gives_nobody_away() -> None:
    found = disclosure([120.0, 35.0, 20.0, 9.0, 6.0])
    assert (found.total, number(found.two_largest, 1), number(found.rest, 1)) == (
        190.0, "81.6", "29.2",
    )  # fmt: skip
    assert found.publishable
    two = disclosure([120.0, 35.0])
    assert not two.publishable
    assert len(two.reasons) == 3


def test_each_rule_of_disclosure_stands_alone() -> None:
    assert disclosure([40.0, 30.0, 30.0]).publishable
    assert "只有2家" in disclosure([50.0, 50.0]).reasons[0]
    assert "高于85%" in disclosure([80.0, 10.0, 5.0, 5.0, 0.0]).reasons[0]
    assert disclosure([]).publishable
    with pytest.raises(ValueError, match="非负"):
        disclosure([1.0, -1.0])
