"""Projection: the simple method by hand, and that intervals and back-tests mean what they say."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, isfinite, pi, sin

import pytest

from cockpit.catalog import Catalog
from cockpit.modelling import error_words, festivals, label, projected
from cockpit.modelling.adjust import adjust
from cockpit.modelling.backtest import backtest
from cockpit.modelling.forecast import around, carried_forward, log_spread, seasonal_naive
from cockpit.modelling.project import project, whole_year
from cockpit.modelling.regular import Regular
from cockpit.period import Period
from cockpit.series import Point, Series
from cockpit.wording import number

NOTHING = Series(None, "", ())
Run = Callable[..., Regular]


def test_last_year_times_the_mean_of_the_last_three_growth_rates(run: Run) -> None:
    november, december = carried_forward([20.0, 28.0], [5.0, 6.0, 4.0])
    assert [number(november, 2), number(december, 2)] == ["21.00", "29.40"]
    spread = log_spread([3.0, 6.0, 4.5, 7.0, 5.0, 2.5, 5.5, 6.5])
    assert number(spread, 5) == "0.01532"
    steps = [around(value, spread, logarithmic=True) for value in (november, december)]
    assert [number(steps[0].low80, 2), number(steps[0].high80, 2)] == ["20.59", "21.42"]
    assert [number(steps[0].low95, 2), number(steps[0].high95, 2)] == ["20.38", "21.64"]
    october = run([1.0] * 94)
    assert october.spans[-1] == Period(2022 * 12 + 9, 1)
    to_date = Series(None, "亿元", (Point(Period(2022 * 12, 10), 102.0, "A"),))
    assert number(whole_year(october, to_date, tuple(steps)), 2) == "152.40"


def test_the_seasonal_naive_method_carries_a_steady_year_on(run: Run) -> None:
    values = [10 * 1.05 ** (i // 12) * (1 + i % 12) for i in range(48)]
    steps = seasonal_naive(run(values), 14)
    assert [s.value for s in steps] == pytest.approx(
        [10 * 1.05 ** (i // 12) * (1 + i % 12) for i in range(48, 62)]
    )


def test_a_regular_series_is_projected_well_and_says_so(run: Run) -> None:
    def value(i: int) -> float:
        return (100 + i) * (1 + 0.2 * cos(i * pi / 6)) * (1 + 0.004 * sin(9.7 * i * i))

    figures = run([value(i) for i in range(94)])
    found = project(figures, festivals())
    assert found.test.error < 2
    assert found.test.tried == 36
    assert {test.method for test in (found.test, *found.others)} == {
        "seasonal naive", "ETS(A,Ad,A)",
    }  # fmt: skip
    assert found.test.error == min(test.error for test in (found.test, *found.others))
    for i, step in enumerate(found.steps):
        assert step.low95 < step.low80 < step.value < step.high80 < step.high95
        assert step.value == pytest.approx(value(94 + i), rel=0.05)
    assert "MAPE" in error_words(found)
    assert label() == "模型测算，非统计数据"


def test_a_back_test_never_sees_what_it_is_asked_about(run: Run) -> None:
    """A method that is given more than the figures before its origin would be caught."""
    figures = run([float(i + 1) for i in range(60)])
    seen: list[int] = []

    def watched(known: Regular, ahead: int) -> list:
        seen.append(len(known))
        return [around(known.values[-1], 1.0, logarithmic=False)] * ahead

    found = backtest("watched", lambda _run: watched, figures, relative=False)
    assert seen == list(range(46, 58))
    assert (found.origins, found.error) == (12, 2.0)


def test_rates_are_off_by_points_and_never_grow_a_season(
    catalog: Catalog, months: Callable
) -> None:
    rates = months([5.0 + i % 3 for i in range(72)], unit="%", indicator="unemp_survey")
    found = projected(rates, NOTHING, catalog.indicators["unemp_survey"])
    assert not found.relative
    assert found.whole_year is None
    assert "个百分点" in error_words(found)


@pytest.mark.parametrize(
    "values",
    [
        [5.0] * 72,
        [0.0] * 72,
        [float((-1) ** i * i) for i in range(72)],
        [1e-9 * (1 + i % 12) for i in range(72)],
        [1.0] * 60 + [1e9] * 12,
    ],
    ids=["constant", "nothing", "both signs", "tiny", "broken"],
)
def test_odd_series_are_survived(run: Run, values: list[float]) -> None:
    figures = run(values)
    found = project(figures, festivals())
    ahead = [number for step in found.steps for number in (step.value, step.low95, step.high95)]
    plain = adjust(figures, festivals()).values
    assert all(map(isfinite, (*ahead, found.test.error, *plain)))


def test_where_x13_gives_up_another_method_stands_in_and_it_is_said(run: Run) -> None:
    found = adjust(run([5.0] * 72), festivals())
    assert found.method == "STL"
    assert found.because == ("X-13 没有给出结果，改用 STL：Differencing has annihilated the series")
    assert found.values == pytest.approx([5.0] * 72)
