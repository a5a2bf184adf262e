"""Industrial enterprises above designated size: margins, leverage, sales."""

from __future__ import annotations

from cockpit.indicator import Formula
from indicators.ratios import percent_of

RELEASE = "国家统计局“全国规模以上工业企业利润”发布稿，附注：指标解释"

FORMULAS = (
    Formula(
        indicator="ind_margin",
        inputs=("ind_profit", "ind_revenue"),
        text="ind_profit ÷ ind_revenue × 100",
        reference=RELEASE,
        compute=percent_of("ind_profit", "ind_revenue"),
        unit="%",
    ),
    Formula(
        indicator="ind_debt_ratio",
        inputs=("ind_liabilities", "ind_assets"),
        text="ind_liabilities ÷ ind_assets × 100",
        reference=RELEASE,
        compute=percent_of("ind_liabilities", "ind_assets"),
        unit="%",
    ),
    Formula(
        indicator="ind_sales_rate",
        inputs=("ind_sales_value", "ind_output_value"),
        text="ind_sales_value ÷ ind_output_value × 100",
        reference="国家统计局《中国统计年鉴》工业，主要统计指标解释：产品销售率",
        compute=percent_of("ind_sales_value", "ind_output_value"),
        unit="%",
    ),
)
