"""Consumption: retail sales, what is sold online, tourism."""

from __future__ import annotations

from cockpit.indicator import Chart, Formula, Strand, Subject
from indicators.ratios import YEAR_ENDS, per_head

SUBJECT = Subject(
    id="consumption",
    name="Consumption",
    indicators=(
        *("retail_total", "retail_per_head", "retail_urban_rural", "retail_type", "retail_above"),
        *("retail_category", "online_goods", "service_retail", "four_sales", "tourism"),
    ),
    formulas=(
        Formula(
            indicator="retail_per_head",
            inputs=("retail_total", "pop_resident"),
            text=f"retail_total ÷ ({YEAR_ENDS})",
            reference="国家统计局《中国统计年鉴》国内贸易，主要统计指标解释；人均按年平均常住人口",
            compute=per_head("retail_total", "元"),
            unit="元",
            freq="A",
        ),
    ),
    panel=(
        Chart(
            name="Retail sales",
            strands=(
                Strand("Year to date", "retail_total"),
                Strand("Single month", "retail_total", "period"),
            ),
            instead=Chart(name="Goods trade", strands=(Strand("Goods trade", "trade_total"),)),
        ),
    ),
)
