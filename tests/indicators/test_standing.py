"""Places, targets, lights and scores through the calculator, from written figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from cockpit.catalog import Catalog
from cockpit.indicator import Calculator
from cockpit.position import Target, Targets, places, targets_met
from cockpit.position.told import ranked
from cockpit.scoring import assessed, load_schemes
from cockpit.settings import DATA
from cockpit.signals import Cutoffs, Rules, lights, load_rules, matching
from cockpit.wording import number

HOME = "370400"
COUNTIES = ("370402", "370403", "370404", "370405", "370406")


def test_the_way_to_a_target_of_growth(written: Any, catalog: Catalog) -> None:
    calculator: Calculator = written(
        """
        fai      M ytd 2023-10  96.00 亿元
        fai      M ytd 2023-12 120.00 亿元
        fai      M ytd 2024-10 100.80 亿元
        fai/yoy  M ytd 2024-10   5.0  %
        """
    )[0]
    wanted = Target(
        year=2024, area=HOME, indicator="fai", breakdown=(), measure="yoy", unit="%", value=6.0,
        bound="at_least", near=1.0, adopted=date(2024, 1, 20), source="市政府工作报告",
    )  # fmt: skip
    (found,) = targets_met(calculator, catalog, Targets({wanted.what: (wanted,)}), HOME)
    told = (found.elapsed, found.completion, found.usual, found.left, found.needed, found.gap)
    assert [number(value, 2) for value in told] == [
        "83.33", "79.25", "80.00", "26.40", "10.00", "-1.00",
    ]  # fmt: skip


def test_a_target_for_the_year_goes_by_the_years_figure_where_it_is_out(
    written: Any, catalog: Catalog
) -> None:
    """Prices of 2023: +0.2 for the year, −0.3 in its last month."""
    months = "cpi/yoy M period 2023-11 -0.5 %\ncpi/yoy M period 2023-12 -0.3 %"
    wanted = Target(
        year=2023, area=HOME, indicator="cpi", breakdown=(), measure="yoy", unit="%", value=3.0,
        bound="at_most", near=0.5, adopted=date(2023, 3, 13), source="政府工作报告",
    )  # fmt: skip
    targets = Targets({wanted.what: (wanted,)})
    for held, expected in (
        (months, ("M", -0.3)),
        (f"{months}\ncpi/yoy A period 2023 0.2 %", ("A", 0.2)),
    ):
        (found,) = targets_met(written(held)[0], catalog, targets, HOME)
        assert (found.freq, found.value) == expected


def test_places_among_counties_with_one_that_has_not_reported(
    written: Any, ask: Any, catalog: Catalog
) -> None:
    now, then = (6.2, 5.8, 5.8, 4.9), (5.0, 6.0, 5.5, 5.2)
    figures = {
        f"_{area}": f"ind_va_growth/yoy M ytd 2024-09 {b} %\nind_va_growth/yoy M ytd 2024-10 {a} %"
        for area, a, b in zip(COUNTIES, now, then, strict=False)
    }
    calculator: Calculator = written("ind_va_growth/yoy M ytd 2024-10 5.6 %", **figures)[0]
    asked = ask("ind_va_growth/yoy M ytd")
    found = places(calculator, catalog, asked, COUNTIES)
    assert [place.words() for place in found.places] == [
        "第1位，前进3位", "并列第2位，后退1位", "并列第2位，位次不变", "第4位，后退1位", "—",
    ]  # fmt: skip
    assert found.of == 4
    rows = {row["area"]: row for row in ranked(calculator, catalog, asked, None)}
    assert rows["370402"]["gap"] == 0.6
    assert rows["370405"]["gap"] == -0.7
    assert rows["370406"]["value"] is rows["370406"]["place"] is None


def test_lights_of_a_place_by_its_own_cut_offs(written: Any, catalog: Catalog) -> None:
    rules = load_rules(DATA / "signals", catalog)
    (prices,) = (c for c in rules.components["climate"] if c.asked.indicator == "cpi")

    own = replace(prices, cutoffs=Cutoffs(-1.0, 0.5, 3.0, 5.0))
    chosen = Rules(components={"own": (own,)}, zones=rules.zones, pairs=rules.pairs)
    calculator: Calculator = written(
        """
        cpi M period 2024-08 105.1 上年同月=100
        cpi M period 2024-09 …     上年同月=100
        cpi M period 2024-10 100.4 上年同月=100
        """
    )[0]
    found = lights(calculator, chosen, HOME, "own", 3)
    assert [month.climate.light for month in found] == ["red", None, "light_blue"]
    assert [month.spread.down for month in found] == [0, 0, 1]


def test_output_without_power_is_a_question(written: Any, catalog: Catalog) -> None:
    calculator: Calculator = written(
        """
        ind_va_growth/yoy  M ytd 2024-10  12.1 %
        elec_industry/yoy  M ytd 2024-10  -4.0 %
        budget_taxitem/yoy[tax=vat] M ytd 2024-10 -15.0 %
        invoice_sales/yoy  M ytd 2024-10   8.0 %
        """
    )[0]
    found = matching(calculator, load_rules(DATA / "signals", catalog), HOME)
    assert {one.pair.id: one.apart for one in found} == {
        "industry_power": 16.1, "vat_sales": -23.0,
    }  # fmt: skip


def test_a_scheme_reads_the_year_it_is_for(written: Any, catalog: Catalog) -> None:
    scheme = load_schemes(DATA / "scores", catalog).of("provinces_example")
    figures = {
        f"_{area}": f"""
        gdp_per_capita  A period 2024  {level} 元
        budget_tax/yoy  A period 2024  {growth} %
        budget_tax      A period 2024  {tax} 亿元
        trade_total/yoy A period 2024  {trade} %
        urbanization    A period 2023  70.0 %
        """
        for area, level, growth, tax, trade in (
            ("370402", 200000, 10.0, 30.0, 8.0),
            ("370403", 40000, -10.0, 10.0, 2.0),
        )
    }
    first, second = assessed(written("", **figures)[0], scheme, ["370403", "370402"])
    assert (first.area, first.missing) == ("370402", ("城镇化率",))
    points = [number(line.points, 2) for line in first.lines]
    assert points == ["100.00", "100.00", "100.00", "60.00", "—"]
    assert number(first.value, 2) == number((25 * 100 + 20 * 100 + 15 * 100 + 20 * 60) / 80, 2)
    assert number(second.value, 2) == number((25 * 60 + 20 * 60 + 15 * 0 + 20 * 40) / 80, 2)
    assert first.rank.of == 2
