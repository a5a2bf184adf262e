"""Household income: town against country, spending, wages."""

from __future__ import annotations

from cockpit.indicator import Chart, Formula, Strand, Subject
from indicators.ratios import each

SUBJECT = Subject(
    id="income",
    name="Household income",
    indicators=("income", "income_urban", "income_rural", "income_gap", "consume_pc", "wage"),
    formulas=(
        Formula(
            indicator="income_gap",
            inputs=("income_urban", "income_rural"),
            text="income_urban ÷ income_rural",
            reference="国家统计局“居民收入和消费支出情况”发布稿：城乡居民人均可支配收入比值（农村居民＝1）",
            compute=each("income_urban", "元", "income_rural", "元"),
            unit="倍",
        ),
    ),
    panel=(
        Chart(
            name="Disposable income per head",
            strands=(
                Strand("All", "income"),
                Strand("Urban", "income_urban"),
                Strand("Rural", "income_rural"),
            ),
        ),
        Chart(
            name="Urban to rural income",
            strands=(Strand("Urban to rural income", "income_gap"),),
            transformation="level",
        ),
    ),
)
