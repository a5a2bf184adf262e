"""序时进度: the way to a year's target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.catalog import Catalog
from cockpit.period import Period
from cockpit.position import Progress, Target, progress
from cockpit.series import Point, Series, SeriesKey
from cockpit.wording import number

NOTHING = Series(None, "", ())


def to_date(figures: dict[str, float], unit: str = "亿元") -> Series:
    """Cumulative figures by month."""
    points = [Point(Period.parse("M", m, "ytd"), v, "A") for m, v in sorted(figures.items())]
    key = SeriesKey(
        indicator="retail_total", area="370400", freq="M", accumulation="ytd", unit=unit
    )
    return Series(key, unit, tuple(points))


def target(value: float, **changed: object) -> Target:
    given = {"measure": "yoy", "unit": "%", "bound": "at_least", "near": 1.0} | changed
    return Target(
        year=2024,
        area="370400",
        indicator="retail_total",
        breakdown=(),
        value=value,
        adopted=date(2024, 1, 20),
        source="市政府工作报告",
        **given,  # type: ignore[arg-type]
    )


LEVEL = to_date({"2023-10": 96.0, "2023-12": 120.0, "2024-10": 100.8})
GROWTH = to_date({"2024-10": 5.0}, "%")


def said(found: Progress) -> Sequence[str]:
    told = (found.elapsed, found.completion, found.usual, found.left, found.needed)
    return [number(value, 2) for value in told]


def test_growth_wanted_and_what_the_rest_of_the_year_has_to_bring(catalog: Catalog) -> None:
    found = progress(target(6.0), catalog.indicators["retail_total"], LEVEL, GROWTH)
    assert said(found) == ["83.33", "79.25", "80.00", "26.40", "10.00"]
    assert (found.gap, found.light) == (-1.0, "close")


def test_a_revised_base_is_followed_in_growth(catalog: Catalog) -> None:
    """Last year was first published a tenth higher: the pace holds, the amounts do not."""
    revised = to_date({"2023-10": 105.6, "2023-12": 132.0, "2024-10": 100.8})
    found = progress(target(6.0), catalog.indicators["retail_total"], revised, GROWTH)
    assert said(found) == ["83.33", "79.25", "80.00", "26.40", "10.00"]


def test_a_budget_is_judged_by_the_pace_of_last_year(catalog: Catalog) -> None:
    """112.40 of 130.00 in October is ahead of time; last year nine tenths were in by then."""
    level = to_date({"2023-10": 108.0, "2023-12": 120.0, "2024-10": 112.4})
    budget = target(130.0, measure="level", unit="亿元", near=2.0)
    found = progress(budget, catalog.indicators["retail_total"], level, GROWTH)
    assert number(found.completion, 1) == "86.5"
    assert number(found.gap, 1) == "3.1"
    assert (found.usual, found.light) == (90.0, "behind")


def test_growth_at_constant_prices_has_no_amount_left(catalog: Catalog) -> None:
    found = progress(target(6.0), catalog.indicators["gdp"], LEVEL, GROWTH)
    assert (found.left, number(found.needed, 2)) == (None, "10.00")


def test_without_amounts_there_is_a_gap_and_no_way(catalog: Catalog) -> None:
    found = progress(target(6.0), catalog.indicators["ind_va_growth"], NOTHING, GROWTH)
    assert (found.gap, found.completion, found.needed) == (-1.0, None, None)


def test_a_target_is_followed_up_to_the_month_that_is_shown(catalog: Catalog) -> None:
    rates = to_date({"2024-08": 4.0, "2024-10": 5.0}, "%")
    entry = catalog.indicators["ind_va_growth"]
    august = Period.parse("M", "2024-08").end
    found = progress(target(4.5), entry, NOTHING, rates, august)
    assert (found.value, found.light) == (4.0, "close")
    assert progress(target(4.5), entry, NOTHING, rates).light == "reached"
    assert progress(target(4.5), entry, NOTHING, rates, august - 12).light is None


def test_nothing_held_is_no_light(catalog: Catalog) -> None:
    found = progress(target(6.0), catalog.indicators["retail_total"], NOTHING, NOTHING)
    assert (found.value, found.gap, found.light) == (None, None, None)


@pytest.mark.parametrize(
    ("bound", "value", "light"),
    [
        ("at_most", 5.5, "reached"),
        ("at_most", 5.6, "close"),
        ("at_most", 5.8, "behind"),
        ("at_least", 5.4, "close"),
        ("around", 5.7, "reached"),
        ("around", 5.9, "close"),
        ("around", 3.0, "reached"),
        ("around_at_most", 3.0, "reached"),
        ("around_at_most", 5.7, "reached"),
        ("around_at_most", 5.9, "close"),
    ],
)
def test_a_bound_says_which_side_is_reached(
    catalog: Catalog, bound: str, value: float, light: str
) -> None:
    point = Point(Period.parse("M", "2024-10"), value, "A")
    rate = target(5.5, measure="level", bound=bound, near=0.2)
    level = Series(None, "%", (point,))
    assert progress(rate, catalog.indicators["unemp_survey"], level, NOTHING).light == light


@settings(deadline=None)
@given(pace=st.floats(0.05, 0.95), reached=st.floats(-20, 30), wanted=st.floats(-5, 20))
def test_the_growth_needed_leads_to_the_target(
    catalog: Catalog, pace: float, reached: float, wanted: float
) -> None:
    level = to_date({"2023-10": 100 * pace, "2023-12": 100.0, "2024-10": pace * (100 + reached)})
    entry = catalog.indicators["retail_total"]
    found = progress(target(wanted), entry, level, to_date({"2024-10": reached}, "%"))
    assert found.needed is not None
    whole = pace * (1 + reached / 100) + (1 - pace) * (1 + found.needed / 100)
    assert whole == pytest.approx(1 + wanted / 100)
