"""Public finance: what revenue is made of, and how much of spending it covers."""

from __future__ import annotations

from cockpit.indicator import Formula
from indicators.ratios import difference_of, percent_of

CLASSIFICATION = "财政部《政府收支分类科目》：一般公共预算收入由税收收入和非税收入组成"

FORMULAS = (
    Formula(
        indicator="budget_nontax",
        inputs=("budget_revenue", "budget_tax"),
        text="budget_revenue − budget_tax",
        reference=CLASSIFICATION,
        compute=difference_of("budget_revenue", "budget_tax"),
    ),
    Formula(
        indicator="tax_share",
        inputs=("budget_tax", "budget_revenue"),
        text="budget_tax ÷ budget_revenue × 100",
        reference=CLASSIFICATION,
        compute=percent_of("budget_tax", "budget_revenue"),
        unit="%",
    ),
    Formula(
        indicator="fiscal_self",
        inputs=("budget_revenue", "budget_expenditure"),
        text="budget_revenue ÷ budget_expenditure × 100",
        reference="通行用法：地方一般公共预算收入与支出之比，无全国统一定义",
        compute=percent_of("budget_revenue", "budget_expenditure"),
        unit="%",
    ),
)
