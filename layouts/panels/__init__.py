"""The panels of the wall, one message each."""

from layouts.panels import (
    consumption,
    fiscal,
    gdp,
    industry,
    investment,
    prices,
    province_map,
    province_ranking,
)
from layouts.panels.base import Panel

PANELS: tuple[Panel, ...] = (
    gdp.PANEL,
    investment.PANEL,
    province_map.PANEL,
    province_ranking.PANEL,
    industry.PANEL,
    fiscal.PANEL,
    prices.PANEL,
    consumption.PANEL,
)
