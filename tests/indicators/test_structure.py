"""A whole and its parts: contributions and residual make the growth."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.catalog import Catalog
from cockpit.errors import NotInCatalogue
from cockpit.indicator.structure import structure
from cockpit.period import Period
from cockpit.wording import number

SECTORS = ("gdp_primary", "gdp_secondary", "gdp_tertiary")
YEAR = Period.parse("A", "2021")


def held(shares: Any, rates: Any, growth: float) -> str:
    lines = ["gdp A period 2020 100 亿元", f"gdp A period 2021 {100 + growth} 亿元"]
    lines.append(f"gdp/yoy A period 2021 {growth} %")
    for name, share, rate in zip(SECTORS, shares, rates, strict=True):
        lines += [f"{name} A period 2020 {share} 亿元", f"{name} A period 2021 {share + 1} 亿元"]
        lines.append(f"{name}/yoy A period 2021 {rate} %")
    return "\n".join(lines)


def test_guangan_in_2021(written: Any, ask: Any, catalog: Catalog) -> None:
    """E4b: published pulls 1.2, 1.3, 5.6; what the approximation leaves is told."""
    calculator, _ = written(held((16.5, 14.8, 68.7), (6.9, 8.6, 8.3), 8.1))
    found = structure(calculator, catalog, ask("gdp A period"), YEAR)
    assert [number(part.value("contribution"), 2) for part in found.parts] == [
        "1.14", "1.27", "5.70",
    ]  # fmt: skip
    assert [number(part.value("contribution_rate"), 1) for part in found.parts] == [
        "14.1", "15.7", "70.4",
    ]  # fmt: skip
    assert (number(found.residual, 2), number(found.residual_rate, 1)) == ("-0.01", "-0.2")
    assert found.estimate
    assert found.complete


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    shares=st.tuples(*[st.integers(1, 500).map(lambda n: n / 10)] * 3),
    rates=st.tuples(*[st.integers(-200, 300).map(lambda n: n / 10)] * 3),
    growth=st.integers(6, 200).map(lambda n: n / 10),
)
def test_contributions_and_residual_make_the_growth(
    shares: Any, rates: Any, growth: float, written: Any, ask: Any, catalog: Catalog
) -> None:
    calculator, _ = written(held(shares, rates, growth))
    found = structure(calculator, catalog, ask("gdp A period"), YEAR)
    pulls = [part.value("contribution") or 0.0 for part in found.parts]
    contributions = [part.value("contribution_rate") or 0.0 for part in found.parts]
    assert found.residual is not None
    assert found.residual_rate is not None
    assert sum(pulls) + found.residual == pytest.approx(growth, abs=1e-8)
    assert sum(contributions) + found.residual_rate == pytest.approx(100, abs=1e-6)


def test_a_missing_part_leaves_no_residual(written: Any, ask: Any, catalog: Catalog) -> None:
    text = held((16.5, 14.8, 68.7), (6.9, 8.6, 8.3), 8.1).replace(
        "gdp_primary/yoy A period 2021 6.9 %", ""
    )
    calculator, _ = written("\n".join(line for line in text.splitlines() if line))
    found = structure(calculator, catalog, ask("gdp A period"), YEAR)
    assert found.parts[0].value("contribution") is None
    assert found.parts[0].value("level") == 17.5
    assert found.residual is None


def test_what_has_no_parts_is_refused(written: Any, ask: Any, catalog: Catalog) -> None:
    calculator, _ = written("cpi M period 2024-10 100.3 上年同月=100")
    with pytest.raises(NotInCatalogue):
        structure(calculator, catalog, ask("cpi M period"))
