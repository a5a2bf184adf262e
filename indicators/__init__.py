"""Derived indicators: one module a subject, declarations and formulas, no input or output."""

from cockpit.indicator import gather
from indicators import finance, fiscal, gdp, industry, trade

FORMULAS = gather(
    gdp.FORMULAS, industry.FORMULAS, fiscal.FORMULAS, finance.FORMULAS, trade.FORMULAS
)
"""Every formula by its name."""
