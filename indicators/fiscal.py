"""Public finance: what revenue is made of, what it covers, what is owed."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from cockpit.statistics import share
from indicators.energy import told_elasticity
from indicators.ratios import (
    difference_of,
    part_of,
    percent_of,
    plan_done,
    whole_years,
)

CLASSIFICATION = "财政部《政府收支分类科目》：一般公共预算收入由税收收入和非税收入组成"
LIVELIHOOD = (
    *("education", "science", "culture", "social_security", "health", "environment"),
    *("community", "agriculture", "transport", "housing"),
)
"""The classes of expenditure most places count as livelihood (民生)."""

BUDGETS = {"revenue": "budget_revenue", "expenditure": "budget_expenditure"}
"""What the year's budget is of, by the code in the dimension `measure`."""


def _livelihood(look: Lookup) -> float | None:
    whole = look("budget_expenditure")
    parts = [
        look("budget_function", breakdown=tuple(sorted((*look.breakdown, ("function", code)))))
        for code in LIVELIHOOD
    ]
    known = [part for part in parts if part is not None]
    return share(sum(known), whole) if len(known) == len(parts) else None


def _completion(look: Lookup) -> float | None:
    code, part = part_of(look, "measure")
    done = plan_done(look, BUDGETS.get(code, "budget_revenue"), "亿元", part)
    return done if code in BUDGETS else None


def _debt(look: Lookup) -> float | None:
    code, part = part_of(look, "measure")
    debt = look("gov_debt", accumulation="stock", breakdown=part)
    if code == "gdp":
        return share(debt, look("gdp", breakdown=()))
    return share(debt, look("fiscal_capacity", breakdown=part)) if code == "resources" else None


def _tax_elasticity(look: Lookup) -> float | None:
    tax = look("budget_tax", transformation="yoy")
    output, prices = look("gdp", transformation="yoy"), look("gdp_deflator", unit="上年同期=100")
    if output is None or prices is None:
        return None
    return told_elasticity(tax, ((1 + output / 100) * prices / 100 - 1) * 100, look)


def _formulas() -> Iterator[Formula]:
    yield Formula(
        indicator="budget_nontax",
        inputs=("budget_revenue", "budget_tax"),
        text="budget_revenue − budget_tax",
        reference=CLASSIFICATION,
        compute=difference_of("budget_revenue", "budget_tax"),
    )
    yield Formula(
        indicator="tax_share",
        inputs=("budget_tax", "budget_revenue"),
        text="budget_tax ÷ budget_revenue × 100",
        reference=CLASSIFICATION,
        compute=percent_of("budget_tax", "budget_revenue"),
        unit="%",
    )
    yield Formula(
        indicator="fiscal_self",
        inputs=("budget_revenue", "budget_expenditure"),
        text="budget_revenue ÷ budget_expenditure × 100",
        reference="通行用法：地方一般公共预算收入与支出之比，无全国统一定义",
        compute=percent_of("budget_revenue", "budget_expenditure"),
        unit="%",
    )
    yield Formula(
        indicator="livelihood_share",
        inputs=("budget_expenditure", "budget_function"),
        text="expenditure on ten classes of livelihood ÷ budget_expenditure × 100",
        reference="财政部《政府收支分类科目》；民生类科目按通行十类，各地口径不一",
        compute=_livelihood,
        unit="%",
        note="each place has its own list of classes; these are the ten most count",
    )
    yield from _plans_and_debts()


def _plans_and_debts() -> Iterator[Formula]:
    yield Formula(
        indicator="budget_completion",
        inputs=tuple(
            f"{i}{kind}" for i in BUDGETS.values() for kind in ("", "/progress", "/target")
        ),
        text="done so far ÷ plan of the year × 100",
        reference="《中华人民共和国预算法》：预算执行与年初预算（调整预算）之比",
        compute=_completion,
        unit="%",
    )
    yield Formula(
        indicator="debt_rate",
        inputs=("gov_debt", "fiscal_capacity", "gdp"),
        text="gov_debt ÷ (fiscal_capacity or gdp) × 100",
        reference="财政部地方政府债务风险评估办法：债务率＝债务余额÷综合财力；负债率＝债务余额÷地区生产总值",
        compute=_debt,
        unit="%",
        freq="A",
        accumulation="period",
        spans=whole_years,
    )
    yield Formula(
        indicator="tax_elasticity",
        inputs=("budget_tax/yoy", "gdp/yoy", "gdp_deflator"),
        text="budget_tax (growth) ÷ growth of gdp at current prices",
        reference="通行用法：税收收入增速与地区生产总值现价增速之比",
        compute=_tax_elasticity,
        unit="倍",
        note="growth at current prices: published growth times the published deflator",
    )


SUBJECT = Subject(
    id="fiscal",
    name="Public finance",
    indicators=(
        *("budget_revenue", "budget_tax", "budget_nontax", "tax_share", "budget_taxitem"),
        *("budget_expenditure", "budget_function", "livelihood_share", "fiscal_self"),
        *("budget_completion", "fund_revenue", "fund_expenditure", "total_fiscal", "gov_debt"),
        *("fiscal_capacity", "debt_rate", "treasury_cover", "tax_elasticity"),
        *("tax_total", "tax_industry", "invoice_sales", "tax_relief"),
    ),
    formulas=tuple(_formulas()),
    panel=(
        Chart(
            name="Budget revenue",
            strands=(
                Strand("Revenue", "budget_revenue"),
                Strand("Expenditure", "budget_expenditure"),
                Strand("M2", "m2", "period"),
            ),
            instead=Chart(
                name="Tax revenue",
                strands=(
                    Strand("Tax revenue", "budget_tax"),
                    Strand("Expenditure", "budget_expenditure"),
                ),
            ),
        ),
        Chart(
            name="Fiscal self-sufficiency",
            strands=(Strand("Self-sufficiency", "fiscal_self"), Strand("Tax share", "tax_share")),
            transformation="level",
        ),
    ),
)
