"""Real estate: sales, their price, and how long what stands unsold would last."""

from __future__ import annotations

from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from cockpit.period import Period
from indicators.ratios import each


def _months_of_supply(look: Lookup) -> float | None:
    unsold = look("re_unsold")
    sold = _sold_in_twelve_months(look)
    return None if unsold is None or sold is None or sold <= 0 else unsold / (sold / 12)


def _sold_in_twelve_months(look: Lookup) -> float | None:
    month = look.period.end
    january = month - month % 12
    to_date = _sold(look, january, month)
    if month % 12 == 11:
        return to_date
    last_year = _sold(look, january - 12, january - 1)
    until_then = _sold(look, january - 12, month - 12)
    if to_date is None or last_year is None or until_then is None:
        return None
    return to_date + last_year - until_then


def _sold(look: Lookup, start: int, end: int) -> float | None:
    return look("re_sales_area", accumulation="ytd", period=Period(start, end - start + 1))


SUBJECT = Subject(
    id="real_estate",
    name="Real estate",
    indicators=(
        *("re_investment", "re_under", "re_started", "re_completed", "re_sales_area"),
        *("re_sales_value", "re_price", "re_unsold", "re_funds", "re_destock", "house_price"),
    ),
    formulas=(
        Formula(
            indicator="re_price",
            inputs=("re_sales_value", "re_sales_area"),
            text="re_sales_value ÷ re_sales_area",
            reference="国家统计局《房地产开发统计报表制度》：商品房平均销售价格＝销售额÷销售面积",
            compute=each("re_sales_value", "元", "re_sales_area", "平方米"),
            unit="元/平方米",
        ),
        Formula(
            indicator="re_destock",
            inputs=("re_unsold", "re_sales_area"),
            text="re_unsold ÷ (re_sales_area of the last twelve months ÷ 12)",
            reference="通行用法：商品房待售面积与近12个月月均销售面积之比，无全国统一定义",
            compute=_months_of_supply,
            unit="月",
            freq="M",
            note="sales of two years are added as published; their scopes may differ",
            estimate=True,
        ),
    ),
    panel=(
        Chart(
            name="Investment in real estate",
            strands=(Strand("Investment", "re_investment"),),
        ),
        Chart(
            name="Mean price of homes sold",
            strands=(Strand("Mean price", "re_price"),),
            transformation="level",
        ),
    ),
)
