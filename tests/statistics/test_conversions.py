"""Conversions that statistics allows: they round trip, and nothing missing becomes zero."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.period import MONTHS, Period
from cockpit.series import Point, Series, SeriesKey
from cockpit.statistics import aggregated, chained, linked, rebased, single_periods, to_date

KEY = SeriesKey(
    indicator="retail_total", area="370400", freq="M", accumulation="period", unit="CNY"
)
AMOUNTS = st.integers(0, 10**9).map(lambda value: value / 100)


@st.composite
def years(draw: st.DrawFn) -> Series:
    """Single months of some years, January and February apart or together, gaps at will."""
    points: list[Point] = []
    for year in range(2020, 2020 + draw(st.integers(1, 3))):
        months = draw(st.sets(st.integers(1, 12), min_size=1))
        merged = draw(st.booleans())
        for month in sorted(months):
            if merged and month == 1:
                continue
            length = 2 if merged and month == 2 else 1
            span = Period(year * 12 + month - length, length)
            points.append(Point(span, draw(AMOUNTS), "A", len(points) + 1))
    return Series(KEY, "亿元", tuple(points))


def values(found: Series) -> dict[str, float | None]:
    return {str(point.period): point.value for point in found.points}


@given(years())
def test_months_to_date_and_back(months: Series) -> None:
    sums = to_date(months)
    back = values(single_periods(sums, signed=True))
    assert back == pytest.approx({k: v for k, v in values(months).items() if k in back}, abs=1e-3)
    assert len(back) == len(sums.points)


@given(years(), st.sampled_from(["Q", "A"]))
def test_a_sum_covers_what_it_sums(months: Series, freq: Any) -> None:
    held = {p.period: p.value or 0.0 for p in months.points}
    for whole in aggregated(months, freq, "sum").points:
        inside = [s for s in held if whole.period.start <= s.start and s.end <= whole.period.end]
        assert sum(span.months for span in inside) == whole.period.months == MONTHS[freq]
        assert whole.value == pytest.approx(sum(held[span] for span in inside))


@given(years(), st.sampled_from(["sum", "mean"]), st.sampled_from([0.0001, 10000.0]))
def test_aggregation_commutes_with_a_change_of_unit(
    months: Series, method: Any, factor: float
) -> None:
    def scaled(found: Series) -> Series:
        points = [Point(p.period, (p.value or 0) * factor, p.status) for p in found.points]
        return Series(found.key, found.unit, tuple(points))

    first = values(aggregated(scaled(months), "Q", method))
    assert first == pytest.approx(values(scaled(aggregated(months, "Q", method))))


def test_cumulative_to_single_keeps_the_span(series: Any) -> None:
    """E1, and E1b: retail sales of Shanghai in 2023."""
    found = single_periods(series("ytd", {"2024-02": 30.0, "2024-03": 48.5, "2024-04": 66.0}))
    assert values(found) == {"2024-01:2": 30.0, "2024-03:1": 18.5, "2024-04:1": 17.5}
    assert found.key is not None
    assert found.key.accumulation == "period"
    assert all(point.observation is None for point in found.points)


def test_a_missing_month_makes_a_longer_span_and_a_fall_no_value(series: Any) -> None:
    cumulative = series("ytd", {"2024-01": 16.0, "2024-02": None, "2024-04": 66.0, "2024-05": 60.0})
    assert values(single_periods(cumulative)) == {
        "2024-01:1": 16.0,
        "2024-02:3": 50.0,
        "2024-05:1": None,
    }
    assert values(single_periods(cumulative, signed=True))["2024-05:1"] == -6.0


def test_a_sum_to_date_ends_where_a_month_is_missing(series: Any) -> None:
    months = series("period", {"2024-01": 1.0, "2024-02": 2.0, "2024-03": None, "2024-04": 4.0})
    assert values(to_date(months)) == {"2024-01:1": 1.0, "2024-01:2": 3.0}


def test_stocks_are_taken_at_the_end_and_sums_to_date_are_the_same_figure(series: Any) -> None:
    stocks = aggregated(series("stock", {"2024-02": 1.0, "2024-03": 2.0}), "Q", "end")
    assert [(str(p.period), p.value, p.observation) for p in stocks.points] == [
        ("2024-03:1", 2.0, 2)
    ]
    sums = aggregated(series("ytd", {"2024-05": 5.0, "2024-06": 6.0}), "Q", "sum")
    assert [(str(p.period), p.value, p.observation) for p in sums.points] == [("2024-01:6", 6.0, 2)]


def test_chaining_multiplies_and_stops_at_a_gap(series: Any) -> None:
    """E7 and E7b."""
    links = {"2024-01": 100.5, "2024-02": 99.8, "2024-03": 100.2, "2024-05": 101.0}
    found = chained(series("period", links))
    assert [round(p.value or 0, 4) for p in found.points] == [100.5, 100.299, 100.4996]
    assert linked(101.0, 100.3) == 101.303


def test_a_base_year_is_a_hundred_on_average(series: Any) -> None:
    months = {f"2023-{month:02}": 100.0 + month for month in range(1, 13)}
    found = rebased(series("period", months | {"2024-01": 117.15}), 2023)
    assert sum(p.value or 0 for p in found.points[:12]) / 12 == pytest.approx(100)
    assert found.points[-1].value == 110.0
    assert rebased(series("period", months), 2020).points == ()
