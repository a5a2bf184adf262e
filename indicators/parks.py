"""Parks and land: what a mu of land, a worker and a tonne of coal equivalent bring."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from cockpit.statistics import share
from indicators.ratios import each, quotient

GUIDE = "地方“亩均论英雄”综合评价办法（工业企业亩产效益评价）"


def _per_mu(indicator: str, total: str) -> Formula:
    def compute(look: Lookup) -> float | None:
        brought = look(total, unit="万元")
        return quotient(brought, look("park_land", accumulation="stock", unit="亩"))

    return Formula(
        indicator=indicator,
        inputs=(total, "park_land"),
        text=f"{total} ÷ park_land",
        reference=GUIDE,
        compute=compute,
        unit="万元/亩",
        freq="A",
    )


def _each(indicator: str, total: str, by: str, unit: str) -> Formula:
    return Formula(
        indicator=indicator,
        inputs=(total, by),
        text=f"{total} ÷ {by}",
        reference=GUIDE,
        compute=each(total, "万元", by, unit),
        unit=f"万元/{unit}",
        freq="A",
    )


def _share(look: Lookup) -> float | None:
    return share(look("park_va", unit="亿元"), look("ind_va", unit="亿元", breakdown=()))


def _formulas() -> Iterator[Formula]:
    yield _per_mu("tax_per_mu", "park_tax")
    yield _per_mu("va_per_mu", "park_va")
    yield _per_mu("rev_per_mu", "park_revenue")
    yield _each("labor_prod", "park_va", "park_employees", "人")
    yield _each("va_per_energy", "park_va", "park_energy", "吨标准煤")
    yield Formula(
        indicator="park_share",
        inputs=("park_va", "ind_va"),
        text="park_va ÷ ind_va × 100",
        reference="地方开发区统计报表制度：园区规模以上工业增加值占全部规模以上工业增加值的比重",
        compute=_share,
        unit="%",
    )


SUBJECT = Subject(
    id="parks",
    name="Parks and land",
    indicators=(
        *("tax_per_mu", "va_per_mu", "rev_per_mu", "labor_prod", "va_per_energy", "park_share"),
        *("park_tax", "park_va", "park_revenue", "park_land", "park_employees", "park_energy"),
    ),
    formulas=tuple(_formulas()),
    panel=(
        Chart(
            name="Tax per mu",
            strands=(Strand("Tax per mu", "tax_per_mu"), Strand("Value added", "va_per_mu")),
            transformation="level",
        ),
    ),
)
