"""Industrial enterprises above designated size: output, margins, leverage, turnover."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from cockpit.period import Period
from cockpit.statistics import share
from indicators.ratios import part_of, percent_of, quotient

RELEASE = "国家统计局“全国规模以上工业企业利润”发布稿，附注：指标解释"
YEARBOOK = "国家统计局《中国统计年鉴》工业，主要统计指标解释"

DIVISIONS = tuple(
    f"{section}{number:02}"
    for section, numbers in {"B": range(6, 13), "C": range(13, 44), "D": range(44, 47)}.items()
    for number in numbers
)
"""The 41 industrial divisions of GB/T 4754-2017."""

DAYS = 30
"""Days of a month, as the bureau counts them: 360 in a year."""

TURNOVER = {
    "receivables": ("ind_receivables", "ind_revenue"),
    "inventory": ("ind_inventory", "ind_cost"),
}
"""What is turned over, and by what, by the code in the dimension `measure`."""


def _breadth(look: Lookup) -> float | None:
    look("ind_va_growth", transformation="yoy")
    rates = [
        look("ind_va_sector", transformation="yoy", breakdown=(("industry", division),))
        for division in DIVISIONS
    ]
    known = [rate for rate in rates if rate is not None]
    if len(known) < len(rates):
        # Releases name the divisions that grow; those left out are not like those named.
        return None
    return share(sum(rate > 0 for rate in known), len(known))


def _cost_per_hundred(look: Lookup) -> float | None:
    return share(look("ind_cost"), look("ind_revenue"))


def _turnover_days(look: Lookup) -> float | None:
    revenue = look("ind_revenue", breakdown=part_of(look, "measure")[1])
    code, part = part_of(look, "measure")
    balance, flow = TURNOVER.get(code, ("", ""))
    if not balance:
        return None
    turned = revenue if flow == "ind_revenue" else look(flow, breakdown=part)
    days = quotient(_mean_balance(look, balance, part), turned)
    return None if days is None else days * look.period.months * DAYS


def _mean_balance(look: Lookup, balance: str, part: tuple[tuple[str, str], ...]) -> float | None:
    january = look.period.end - look.period.end % 12
    now = look(balance, accumulation="stock", breakdown=part)
    before = look(balance, accumulation="stock", breakdown=part, period=Period(january - 1, 1))
    return None if now is None or before is None else (now + before) / 2


def _ratios() -> Iterator[Formula]:
    for indicator, part, whole, reference in (
        ("ind_margin", "ind_profit", "ind_revenue", RELEASE),
        ("ind_debt_ratio", "ind_liabilities", "ind_assets", RELEASE),
        ("ind_sales_rate", "ind_sales_value", "ind_output_value", f"{YEARBOOK}：产品销售率"),
    ):
        yield Formula(
            indicator=indicator,
            inputs=(part, whole),
            text=f"{part} ÷ {whole} × 100",
            reference=reference,
            compute=percent_of(part, whole),
            unit="%",
        )
    yield Formula(
        indicator="ind_loss_units",
        transformation="share",
        inputs=("ind_loss_units", "ind_units"),
        text="ind_loss_units ÷ ind_units × 100",
        reference=f"{RELEASE}：亏损面",
        compute=percent_of("ind_loss_units", "ind_units"),
        unit="%",
    )
    yield Formula(
        indicator="ind_cost100",
        inputs=("ind_cost", "ind_revenue"),
        text="ind_cost ÷ ind_revenue × 100",
        reference=RELEASE,
        compute=_cost_per_hundred,
        unit="元",
    )
    yield Formula(
        indicator="ind_turn_days",
        inputs=("ind_revenue", "ind_cost", "ind_receivables", "ind_inventory"),
        text="mean balance ÷ (revenue, for inventory cost, year to date) × 30 × months",
        reference=f"{RELEASE}：应收账款平均回收期、产成品存货周转天数",
        compute=_turnover_days,
        unit="天",
        freq="M",
        accumulation="ytd",
        note="mean of the balances at the beginning of the year and at the end of the period",
    )
    yield Formula(
        indicator="ind_breadth",
        inputs=("ind_va_growth/yoy", "ind_va_sector/yoy"),
        text="divisions whose value added grew ÷ all 41 divisions × 100",
        reference="国家统计局月度工业生产新闻稿：41个大类行业中增加值保持同比增长的行业数",
        compute=_breadth,
        unit="%",
    )


SUBJECT = Subject(
    id="industry",
    name="Industrial enterprises",
    indicators=(
        *("ind_va_growth", "ind_va", "ind_va_sector", "ind_hightech", "ind_breadth"),
        *("ind_output_value", "ind_sales_value", "ind_sales_rate", "ind_export_delivery"),
        *("ind_product", "ind_capacity", "ind_units", "ind_revenue", "ind_cost", "ind_profit"),
        *("ind_cost100", "ind_margin", "ind_loss_units", "ind_loss_amount", "ind_assets"),
        *("ind_liabilities", "ind_debt_ratio", "ind_receivables", "ind_inventory"),
        *("ind_turn_days", "ind_employees"),
    ),
    formulas=tuple(_ratios()),
    panel=(
        Chart(
            name="Industrial value added",
            strands=(
                Strand("Value added", "ind_va_growth"),
                Strand("Power generation", "generation"),
            ),
        ),
        Chart(
            name="Profit margin of industry",
            strands=(Strand("Profit margin", "ind_margin"),),
            transformation="level",
        ),
    ),
)
