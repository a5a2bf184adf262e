"""Banking: loans against deposits."""

from __future__ import annotations

from cockpit.indicator import Formula
from indicators.ratios import percent_of

FORMULAS = (
    Formula(
        indicator="loan_deposit",
        inputs=("loans", "deposits"),
        text="loans ÷ deposits × 100",
        reference="《中华人民共和国商业银行法》（2003年修正）第三十九条：贷款余额与存款余额的比例",
        compute=percent_of("loans", "deposits"),
        unit="%",
    ),
)
