"""Derived indicators: one module a subject, declarations and formulas, no input or output."""

from cockpit.indicator import gather
from indicators import energy, finance, fiscal, gdp, housing, income, industry, trade

FORMULAS = gather(
    gdp.FORMULAS,
    industry.FORMULAS,
    housing.FORMULAS,
    trade.FORMULAS,
    fiscal.FORMULAS,
    finance.FORMULAS,
    income.FORMULAS,
    energy.FORMULAS,
)
"""Every formula by its name."""
