"""Foreign trade: the balance."""

from __future__ import annotations

from cockpit.indicator import Formula
from indicators.ratios import difference_of

FORMULAS = (
    Formula(
        indicator="trade_balance",
        inputs=("trade_export", "trade_import"),
        text="trade_export − trade_import",
        reference="海关总署《中国海关统计》编制说明：差额＝出口－进口",
        compute=difference_of("trade_export", "trade_import"),
    ),
)
