"""The panels of the wall, one message each."""

from layouts.panels import consumption, fiscal, gdp, industry, investment, prices, provinces
from layouts.panels.base import Panel

PANELS: tuple[Panel, ...] = (
    gdp.PANEL,
    investment.PANEL,
    provinces.MAP,
    provinces.RANKING,
    industry.PANEL,
    fiscal.PANEL,
    prices.PANEL,
    consumption.PANEL,
)
