"""Fiscal performance of townships (镇街财政运行): what is guaranteed, spent, kept and left over."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from cockpit.statistics import share
from indicators.ratios import YEAR_ENDS, of_plan, per_head, percent_of

GUIDE = "财政部关于县级“三保”保障和预算绩效管理的规定；镇街评价口径由县级财政部门规定"


def _balance(look: Lookup) -> float | None:
    spent = look("budget_expenditure")
    return share(look("fiscal_balance", accumulation="stock"), spent)


def _of_plan(indicator: str, planned: str) -> Formula:
    return Formula(
        indicator=indicator,
        inputs=(planned, f"{planned}/progress", f"{planned}/target"),
        text=f"{planned} ÷ plan of the year × 100",
        reference=GUIDE,
        compute=of_plan(planned, "万元"),
        unit="%",
    )


def _formulas() -> Iterator[Formula]:
    yield _of_plan("sanbao_cover", "sanbao_spending")
    yield _of_plan("project_progress", "project_spending")
    yield Formula(
        indicator="balance_share",
        inputs=("budget_expenditure", "fiscal_balance"),
        text="fiscal_balance ÷ budget_expenditure × 100",
        reference=GUIDE,
        compute=_balance,
        unit="%",
    )
    yield Formula(
        indicator="zero_balance_share",
        inputs=("zero_balance_paid", "budget_expenditure"),
        text="zero_balance_paid ÷ budget_expenditure × 100",
        reference=f"{GUIDE}；国库集中支付制度",
        compute=percent_of("zero_balance_paid", "budget_expenditure"),
        unit="%",
    )
    yield Formula(
        indicator="revenue_per_head",
        inputs=("budget_revenue", "pop_resident"),
        text=f"budget_revenue ÷ ({YEAR_ENDS})",
        reference="通行用法：一般公共预算收入与年平均常住人口之比",
        compute=per_head("budget_revenue", "元"),
        unit="元",
        freq="A",
    )


SUBJECT = Subject(
    id="township",
    name="Fiscal performance of townships",
    indicators=(
        *("sanbao_spending", "sanbao_cover", "project_spending", "project_progress"),
        *("project_score", "fiscal_balance", "balance_share", "zero_balance_paid"),
        *("zero_balance_share", "public_funds", "revenue_per_head"),
    ),
    formulas=tuple(_formulas()),
    panel=(
        Chart(
            name="Guarantee of the three basics",
            strands=(
                Strand("Three basics", "sanbao_cover"),
                Strand("Projects", "project_progress"),
            ),
            transformation="level",
            instead=Chart(
                name="Revenue per head",
                strands=(Strand("Revenue per head", "revenue_per_head"),),
                transformation="level",
            ),
        ),
    ),
)
