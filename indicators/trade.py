"""Foreign trade: the balance, and how much output depends on it."""

from __future__ import annotations

from cockpit.indicator import Chart, Formula, Strand, Subject
from indicators.ratios import difference_of, percent_of

DOLLARS = (("currency", "usd"),)

SUBJECT = Subject(
    id="trade",
    name="Foreign trade",
    indicators=(
        *("trade_total", "trade_export", "trade_import"),
        *("trade_balance", "trade_dependence"),
    ),
    formulas=(
        Formula(
            indicator="trade_balance",
            inputs=("trade_export", "trade_import"),
            text="trade_export − trade_import",
            reference="海关总署《中国海关统计》编制说明：差额＝出口－进口",
            compute=difference_of("trade_export", "trade_import"),
        ),
        Formula(
            indicator="trade_dependence",
            inputs=("trade_total", "gdp"),
            text="trade_total ÷ gdp × 100",
            reference="通行用法：货物进出口总额与地区生产总值之比（外贸依存度）",
            compute=percent_of("trade_total", "gdp"),
            unit="%",
            freq="A",
        ),
    ),
    panel=(
        Chart(
            name="Goods trade",
            strands=(
                Strand("Imports and exports", "trade_total"),
                Strand("Exports", "trade_export"),
                Strand("Imports", "trade_import"),
            ),
            instead=Chart(
                name="Goods trade in dollars",
                strands=(Strand("Goods trade", "trade_total", "period", DOLLARS),),
            ),
        ),
        Chart(
            name="Dependence on trade",
            strands=(Strand("Dependence on trade", "trade_dependence"),),
            transformation="level",
        ),
    ),
)
