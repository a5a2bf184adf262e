"""Rates, bases, pulls and contributions: worked examples and what always holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.statistics import (
    average_growth,
    by_bases,
    by_levels,
    by_shares,
    deflator,
    elasticity,
    growth,
    implied_base,
    outside,
    points_between,
    share,
    single_period_growth,
    summed,
    weighted,
)
from cockpit.statistics.growth import ToDate

AMOUNT = st.floats(0.01, 1e6)
RATE = st.floats(-60, 200)


def test_growth_of_a_month_out_of_cumulative_growth_is_a_range() -> None:
    """E2: September 90, +5.0; October 102, +5.5."""
    found = single_period_growth(ToDate(90, 5.0), ToDate(102, 5.5))
    assert found is not None
    assert [round(v, 1) for v in (found.value, found.bounds.low, found.bounds.high)] == [
        9.4, 8.5, 10.3,
    ]  # fmt: skip


@given(AMOUNT, RATE, AMOUNT, RATE)
def test_the_range_holds_the_rate(first: float, old: float, more: float, new: float) -> None:
    found = single_period_growth(ToDate(first, old), ToDate(first + more, new))
    assert found is None or found.value in found.bounds


def test_an_implied_base_is_as_wide_as_the_rate_is_rounded() -> None:
    """E3, E3b, E3c."""
    found = implied_base(423222, 3.4)
    assert found is not None
    assert [round(v, 1) for v in (found.bounds.low, found.value, found.bounds.high)] == [
        409107.8, 409305.6, 409503.6,
    ]  # fmt: skip
    assert [round(b.value, 1) for b in (
        implied_base(27204.3, -1.1), implied_base(8572, 10.4), implied_base(86246, 5.1)
    ) if b] == [27506.9, 7764.5, 82060.9]  # fmt: skip
    assert implied_base(5.0, -100.0) is None


def test_contributions_from_constant_prices_are_exact() -> None:
    """E4: their rounded sum is 100.1, which is not mended."""
    base, now = {"1": 10.0, "2": 44.0, "3": 46.0}, {"1": 10.38, "2": 46.64, "3": 48.76}
    found = by_levels(now, base, 105.78, 100.0)
    assert {k: round(v or 0, 2) for k, v in found.pulls.items()} == {
        "1": 0.38,
        "2": 2.64,
        "3": 2.76,
    }
    assert {k: round(v or 0, 1) for k, v in found.rates.items()} == {"1": 6.6, "2": 45.7, "3": 47.8}
    assert (found.residual, found.estimate) == (0.0, False)


def test_contributions_without_them_are_estimates_with_a_residual() -> None:
    """E4b: Guang'an district in 2021; E4c: Dezhou in the first quarter."""
    a = by_shares({"1": 16.5, "2": 14.8, "3": 68.7}, {"1": 6.9, "2": 8.6, "3": 8.3}, 8.1)
    assert [round(v or 0, 2) for v in a.pulls.values()] == [1.14, 1.27, 5.7]
    assert (a.estimate, round(a.residual or 0, 2)) == (True, -0.01)
    b = by_bases(
        {"1": 41.99, "2": 313.14, "3": 189.87}, {"1": 3.6, "2": 10.8, "3": 10.6}, 545.0, 10.2
    )
    assert round(b.rates["3"] or 0, 1) == 36.1


@given(st.dictionaries(st.text(min_size=1), st.tuples(AMOUNT, AMOUNT), min_size=1))
def test_pulls_and_residual_make_the_growth(parts: dict[str, tuple[float, float]]) -> None:
    now, base = ({k: v[side] for k, v in parts.items()} for side in (0, 1))
    found = by_levels(now, base, sum(now.values()) * 1.01, sum(base.values()))
    assert found.residual is not None
    total = sum(pull or 0 for pull in found.pulls.values()) + found.residual
    assert total == pytest.approx(found.growth, rel=1e-6, abs=1e-6)


def test_no_rate_of_contribution_where_nothing_grew() -> None:
    assert by_shares({"1": 50.0}, {"1": 1.0}, 0.4).rates == {"1": None}


def test_two_year_averages() -> None:
    """E6: investment of the first halves of 2021 and 2020; undefined across −100."""
    assert round(average_growth([12.6, -3.1]) or 0, 2) == 4.46
    assert average_growth([12.6, None]) is None
    assert average_growth([12.6, -100.0]) is None


def test_nominal_and_real() -> None:
    """E5 and E15."""
    assert round(growth(104.0, 98.0) or 0, 2) == 6.12
    assert round(deflator(104.0, 98.0, 5.0) or 0, 2) == 101.07
    assert (elasticity(-2.0, 4.0), elasticity(5.1, 5.0)) == (-0.5, 1.02)
    assert elasticity(5.0, 0.4) is None


def test_points_are_of_the_printed_rates() -> None:
    """E22: half up on the decimal text."""
    assert points_between(2.675, 0.25, 2) == 2.43
    assert points_between(5.9, 5.4, 1) == 0.5


def test_weighing() -> None:
    """E29 and E31: beyond every part no weighing leads."""
    assert weighted([6.0, 3.0], [60.0, 40.0]) == 4.8
    assert outside(8.5, [7.9, 8.4])
    assert not outside(4.8, [6.0, 3.0])


@given(st.lists(st.tuples(RATE, AMOUNT), min_size=1, max_size=40))
def test_a_weighted_rate_lies_between_its_parts(parts: list[tuple[float, float]]) -> None:
    rates, weights = zip(*parts, strict=True)
    found = weighted(rates, weights)
    assert found is not None
    assert min(rates) - 1e-6 <= found <= max(rates) + 1e-6


@given(st.lists(st.one_of(st.none(), AMOUNT), max_size=6))
def test_missing_is_never_zero(values: list[float | None]) -> None:
    missing = not values or None in values
    assert (summed(values) is None) == missing
    assert (weighted(values, [1.0] * len(values)) is None) == missing
    assert share(None, 5.0) is growth(5.0, None) is growth(5.0, 0.0) is None
