"""The worked examples of Chinese official statistics, asked of the engine as anyone asks it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cockpit.errors import ArithmeticRefused
from cockpit.indicator import Calculator
from cockpit.period import Period
from cockpit.series import Point
from cockpit.wording import number

CONSTANT = (("price", "constant"),)
RETAIL = """
retail_total  M ytd    2023-02 3065.80 亿元
retail_total  M period 2023-03 1545.21 亿元
retail_total  M ytd    2023-03 4611.01 亿元
"""
FAI = """
fai      M ytd 2023-10 419409 亿元
fai      M ytd 2024-10 423222 亿元
fai/yoy  M ytd 2024-10    3.4 %
"""


def point(calculator: Calculator, selection: Any, time: str) -> Point:
    series = calculator.series(selection)
    assert series.key is not None, selection
    found = series.at(Period.parse(series.key.freq, time, series.key.accumulation))
    assert found is not None, [str(p.period) for p in series.points]
    return found


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


def test_e2_growth_of_a_month_is_a_range(written: Any, ask: Any) -> None:
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


def test_e2_is_refused_where_the_range_is_too_wide(written: Any, ask: Any) -> None:
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


def test_e3_published_growth_and_beside_it_the_ratio_with_the_reason(
    written: Any, ask: Any
) -> None:
    calculator, _ = written(FAI)
    assert point(calculator, ask("fai/yoy M ytd"), "2024-10").value == 3.4
    ratio = point(calculator, ask("fai/yoy_levels M ytd"), "2024-10")
    assert (number(ratio.value, 1), ratio.status) == ("0.9", "E")
    assert "409305.6" in ratio.note
    assert "−2.41" in ratio.note
    base = point(calculator, ask("fai/base_implied M ytd"), "2024-10")
    assert base.bounds is not None
    assert [number(v, 1) for v in (base.bounds.low, base.value, base.bounds.high)] == [
        "409107.8", "409305.6", "409503.6",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("held", "asked", "ratio", "base"),
    [
        (
            "ind_profit M ytd 2018-05 27543.8 亿元\nind_profit M ytd 2019-05 27204.3 亿元\n"
            "ind_profit/yoy M ytd 2019-05 -1.1 %",
            "ind_profit/{} M ytd",
            "-1.2",
            "27506.9",
        ),
        (
            "elec_total M ytd 2018-05 81836 亿千瓦时\nelec_total M ytd 2019-05 86246 亿千瓦时\n"
            "elec_total/yoy M ytd 2019-05 5.1 %",
            "elec_total/{} M ytd",
            "5.4",
            "82060.9",
        ),
        (
            "elec_total M period 2018-05 7742 亿千瓦时\n"
            "elec_total M period 2019-05 8572 亿千瓦时\nelec_total/yoy M period 2019-05 10.4 %",
            "elec_total/{} M period",
            "10.7",
            "7764.5",
        ),
    ],
)
def test_e3b_and_e3c(held: str, asked: str, ratio: str, base: str, written: Any, ask: Any) -> None:
    calculator, _ = written(held)
    levels = point(calculator, ask(asked.format("yoy_levels")), "2019-05")
    assert number(levels.value, 1) == ratio
    wanted = ask(asked.format("base_implied"))
    unit = "亿千瓦时" if "elec" in asked else "亿元"
    found = point(calculator, replace(wanted, unit=unit), "2019-05")
    assert number(found.value, 1) == base


SECTORS = ("gdp_primary", "gdp_secondary", "gdp_tertiary")


def test_e4_contributions_at_constant_prices_are_exact(written: Any, ask: Any) -> None:
    base, now = (10.0, 44.0, 46.0), (10.38, 46.64, 48.76)
    held = (
        "gdp[price=constant] Q ytd 2023-Q4 100 亿元\ngdp[price=constant] Q ytd 2024-Q4 105.78 亿元"
    )
    for name, before, after in zip(SECTORS, base, now, strict=True):
        held += f"\n{name}[price=constant] Q ytd 2023-Q4 {before} 亿元"
        held += f"\n{name}[price=constant] Q ytd 2024-Q4 {after} 亿元"
    calculator, _ = written(held)
    growth = point(calculator, ask("gdp/yoy[price=constant] Q ytd"), "2024-Q4").value
    asked = [ask(f"{name}/contribution[price=constant] Q ytd") for name in SECTORS]
    pulls = [point(calculator, one, "2024-Q4") for one in asked]
    rates = [
        point(calculator, replace(one, transformation="contribution_rate"), "2024-Q4")
        for one in asked
    ]
    assert number(growth, 2) == "5.78"
    assert [number(p.value, 2) for p in pulls] == ["0.38", "2.64", "2.76"]
    assert [number(p.value, 1) for p in rates] == ["6.6", "45.7", "47.8"]
    assert sum(p.value or 0 for p in pulls) == pytest.approx(growth, abs=1e-9)
    assert {p.status for p in (*pulls, *rates)} == {"A"}


def test_e4b_contributions_by_last_years_shares_are_estimates(written: Any, ask: Any) -> None:
    """Guang'an district in 2021: published pulls 1.2, 1.3, 5.6 of a growth of 8.1."""
    held = "gdp A period 2020 100.0 亿元\ngdp/yoy A period 2021 8.1 %"
    for name, share, rate in zip(SECTORS, (16.5, 14.8, 68.7), (6.9, 8.6, 8.3), strict=True):
        held += f"\n{name} A period 2020 {share} 亿元\n{name}/yoy A period 2021 {rate} %"
    calculator, _ = written(held)
    pulls = [point(calculator, ask(f"{n}/contribution A period"), "2021") for n in SECTORS]
    assert [number(p.value, 2) for p in pulls] == ["1.14", "1.27", "5.70"]
    assert {p.status for p in pulls} == {"E"}
    published = (1.2, 1.3, 5.6)
    assert all(abs((p.value or 0) - v) <= 0.2 for p, v in zip(pulls, published, strict=True))


def test_e4c_contributions_by_implied_bases_are_estimates(written: Any, ask: Any) -> None:
    """The way of indicators whose base is revised; Dezhou's figures under an indicator of those."""
    calculator, _ = written(
        """
        retail_total      M ytd 2024-03 545.00 亿元
        retail_total/yoy  M ytd 2024-03  10.2 %
        retail_above      M ytd 2024-03 189.87 亿元
        retail_above/yoy  M ytd 2024-03  10.6 %
        """
    )
    found = point(calculator, ask("retail_above/contribution_rate M ytd"), "2024-03")
    assert (number(found.value, 1), found.status) == ("36.1", "E")


def test_e5_no_growth_of_gdp_at_current_prices(written: Any, ask: Any) -> None:
    held = "gdp Q ytd 2023-Q3 98.0 亿元\ngdp Q ytd 2024-Q3 104.0 亿元"
    calculator, _ = written(f"{held}\ngdp/yoy Q ytd 2024-Q3 5.0 %")
    assert point(calculator, ask("gdp/yoy Q ytd"), "2024-Q3").value == 5.0
    for measure in ("yoy_levels", "base_implied"):
        with pytest.raises(ArithmeticRefused, match="不是增长速度：请用公布的可比价增速"):
            calculator.series(ask(f"gdp/{measure} Q ytd"))


def test_e6_two_year_average(written: Any, ask: Any) -> None:
    calculator, _ = written("fai/yoy M ytd 2021-06 12.6 %\nfai/yoy M ytd 2020-06 -3.1 %")
    found = point(calculator, ask("fai/yoy_average M ytd"), "2021-06")
    assert number(found.value, 2) == "4.46"
    assert abs((found.value or 0) - 4.4) <= 0.1


def test_e7_indices_chained_from_december(written: Any, ask: Any) -> None:
    months = (100.3, 101.0, 99.0, 100.1, 99.9, 99.8, 100.5, 100.4, 100.0, 99.7, 99.4, 100.0)
    held = "\n".join(f"cpi M period 2023-{m:02} {v} 上月=100" for m, v in enumerate(months, 1))
    held += "\ncpi M period 2024-01 100.5 上月=100\ncpi M period 2024-02 99.8 上月=100"
    calculator, _ = written(f"{held}\ncpi M period 2024-03 100.2 上月=100")
    series = calculator.series(ask("cpi/chained"))
    assert series.unit == "上年12月=100"
    assert [number(p.value, 4) for p in series.points[-3:]] == ["100.5000", "100.2990", "100.4996"]
    assert number(series.points[11].value, 2) == "100.08"


def test_e7b_a_fixed_base_index_carried_on_by_a_year(written: Any, ask: Any) -> None:
    calculator, _ = written(
        "cpi M period 2023-03 101.0 2020年=100\ncpi M period 2024-03 100.3 上年同月=100"
    )
    found = point(calculator, replace(ask("cpi M period"), unit="2020年=100"), "2024-03")
    assert (found.value, found.observation) == (101.303, None)


def test_e9_shares_of_revenue(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        budget_revenue     M ytd 2024-10 112.40 亿元
        budget_tax         M ytd 2024-10  78.26 亿元
        budget_expenditure M ytd 2024-10 256.80 亿元
        """
    )
    for asked in ("tax_share M ytd", "budget_tax/share M ytd"):
        assert number(point(calculator, ask(asked), "2024-10").value, 1) == "69.6"
    assert number(point(calculator, ask("fiscal_self M ytd"), "2024-10").value, 1) == "43.8"


def test_e10_since_the_new_year(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        deposits M stock 2023-12 1330.20 亿元
        deposits M stock 2024-10 1459.95 亿元
        loans    M stock 2024-10 1021.97 亿元
        """
    )
    assert point(calculator, ask("deposits/change M stock"), "2024-10").value == 129.75
    assert number(point(calculator, ask("loan_deposit M stock"), "2024-10").value, 1) == "70.0"


def test_e14_and_e22_margins_and_their_points(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        ind_profit   M ytd 2025-05  27204.3 亿元
        ind_revenue  M ytd 2025-05 547600.0 亿元
        ind_margin   M ytd 2024-05   5.16 %
        """
    )
    found = point(calculator, ask("ind_margin M ytd"), "2025-05")
    assert number(found.value, 2) == "4.97"
    assert point(calculator, ask("ind_margin/yoy_pp M ytd"), "2025-05").value == -0.19
    assert (number(2.675, 2), number(0.25, 1), number(-0.04, 1)) == ("2.68", "0.3", "0.0")


IDENTITIES = [
    ("trade_export M ytd", (61708.8, 6665.7, 11302.3), "79676.8"),
    ("elec_total M ytd", (1262, 54781, 16671, 13532), "86246.0"),
    ("elec_total M period", (120, 5688, 1609, 1155), "8572.0"),
    ("gdp Q ytd", (72.61, 730.64, 488.68), "1291.9"),
]


@pytest.mark.parametrize(("asked", "parts", "total"), IDENTITIES)
def test_e24_areas_add_up(
    asked: str, parts: tuple[float, ...], total: str, written: Any, ask: Any
) -> None:
    selection = ask(asked)
    unit = {"elec_total": "亿千瓦时"}.get(selection.indicator, "亿元")
    time = "2024-Q3" if selection.freq == "Q" else "2024-09"
    codes = [f"37040{n}" for n in range(2, 2 + len(parts))]
    held = {f"_{c}": f"{asked} {time} {v} {unit}" for c, v in zip(codes, parts, strict=True)}
    calculator, _ = written("", **held)
    found = point(calculator, replace(selection, members=tuple(codes), unit=unit), time)
    assert number(found.value, 1) == total
    trace = calculator.explain(replace(selection, members=tuple(codes), unit=unit), found.period)
    assert [t.area for t in trace.inputs] == codes
    assert (found.status == "E") == (selection.indicator == "gdp")


def test_a_missing_area_is_named_and_never_zero(written: Any, ask: Any) -> None:
    calculator, _ = written("", _370402="budget_revenue M ytd 2024-10 10 亿元")
    selection = replace(ask("budget_revenue M ytd"), members=("370402", "370403"))
    found = point(calculator, selection, "2024-10")
    assert found.value is None
    assert "薛城" in found.note


def test_a_ratio_of_areas_is_recomputed_from_its_sums(written: Any, ask: Any) -> None:
    def tax(revenue: float, taxes: float) -> str:
        return f"budget_revenue M ytd 2024-10 {revenue} 亿元\nbudget_tax M ytd 2024-10 {taxes} 亿元"

    calculator, door = written("", _370402=tax(100, 80), _370403=tax(300, 150))
    selection = replace(ask("tax_share M ytd"), members=("370402", "370403"))
    assert point(calculator, selection, "2024-10").value == 57.5
    assert len(door.questions) <= 4


def test_what_does_not_add_up_is_refused(written: Any, ask: Any) -> None:
    calculator, _ = written("", _370402="unemp_survey M period 2024-10 5.0 %")
    with pytest.raises(ArithmeticRefused, match="不能合成"):
        calculator.series(replace(ask("unemp_survey M period"), members=("370402", "370403")))


def test_e25_across_zero_there_are_words(written: Any, ask: Any) -> None:
    calculator, _ = written(
        """
        afre Q ytd 2023-Q1 -2.0 亿元
        afre Q ytd 2024-Q1 -3.0 亿元
        afre Q ytd 2023-Q2 -2.0 亿元
        afre Q ytd 2024-Q2 -1.0 亿元
        afre Q ytd 2023-Q3 -2.0 亿元
        afre Q ytd 2024-Q3  3.0 亿元
        afre Q ytd 2023-Q4  2.0 亿元
        afre Q ytd 2024-Q4 -3.0 亿元
        """
    )
    points = calculator.series(ask("afre/yoy Q ytd")).points
    assert [(p.value, p.note) for p in points] == [
        (None, "增亏50.0%"), (None, "减亏50.0%"), (None, "由亏转盈"), (None, "由盈转亏"),
    ]  # fmt: skip


def weigh(base: float, rate: float) -> str:
    return (
        f"gdp Q ytd 2023-Q3 {base} 亿元\ngdp Q ytd 2024-Q3 {base * 1.1} 亿元\n"
        f"gdp/yoy Q ytd 2024-Q3 {rate} %"
    )


def test_e29_growth_is_weighted_by_the_base_period(written: Any, ask: Any) -> None:
    calculator, _ = written("", _370402=weigh(60, 6.0), _370403=weigh(40, 3.0))
    selection = replace(ask("gdp/yoy Q ytd"), members=("370402", "370403"))
    found = point(calculator, selection, "2024-Q3")
    assert (found.value, found.status) == (4.8, "E")


def test_e29_on_bases_that_growth_implies(written: Any, ask: Any) -> None:
    calculator, _ = written(
        "",
        _370402="fai M ytd 2024-10 63.6 亿元\nfai/yoy M ytd 2024-10 6.0 %",
        _370403="fai M ytd 2024-10 41.2 亿元\nfai/yoy M ytd 2024-10 3.0 %",
    )
    selection = replace(ask("fai/yoy M ytd"), members=("370402", "370403"))
    assert number(point(calculator, selection, "2024-10").value, 2) == "4.80"


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


def test_a_figure_to_date_is_the_quarters_and_the_years(written: Any, ask: Any) -> None:
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


def test_e31_a_whole_beyond_its_parts_is_told(written: Any, ask: Any) -> None:
    """Incomes of the first quarter of 2017: 8.5 for all, 7.9 and 8.4 for town and country."""
    calculator, _ = written(
        "gdp/yoy Q ytd 2024-Q3 8.5 %\ngdp Q ytd 2024-Q3 120 亿元",
        _370402=weigh(60, 7.9),
        _370403=weigh(40, 8.4),
    )
    selection = replace(ask("gdp/yoy Q ytd"), members=("370402", "370403"))
    trace = calculator.explain(selection, Period.parse("Q", "2024-Q3", "ytd"))
    assert trace.value == 8.1
    assert [(t.value, t.area) for t in trace.beside] == [(8.5, "370400")]
    assert "超出各地区" in trace.beside[0].note
    levels = calculator.explain(replace(selection, transformation="level"), trace.period)
    assert "相差+10.00" in levels.beside[0].note
