"""Worked examples of contributions, shares and margins, asked of the engine as anyone asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cockpit.wording import number

SECTORS = ("gdp_primary", "gdp_secondary", "gdp_tertiary")


def test_e4_contributions_at_constant_prices_are_exact(written: Any, ask: Any, point: Any) -> None:
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


def test_e4b_contributions_by_last_years_shares_are_estimates(
    written: Any, ask: Any, point: Any
) -> None:
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


def test_e4c_contributions_by_implied_bases_are_estimates(
    written: Any, ask: Any, point: Any
) -> None:
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


def test_e9_shares_of_revenue(written: Any, ask: Any, point: Any) -> None:
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


def test_e10_since_the_new_year(written: Any, ask: Any, point: Any) -> None:
    calculator, _ = written(
        """
        deposits M stock 2023-12 1330.20 亿元
        deposits M stock 2024-10 1459.95 亿元
        loans    M stock 2024-10 1021.97 亿元
        """
    )
    assert point(calculator, ask("deposits/change M stock"), "2024-10").value == 129.75
    assert number(point(calculator, ask("loan_deposit M stock"), "2024-10").value, 1) == "70.0"


def test_e14_and_e22_margins_and_their_points(written: Any, ask: Any, point: Any) -> None:
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
