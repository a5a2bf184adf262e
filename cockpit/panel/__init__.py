"""Panels: one measure of many areas as columns, for work on thousands of series at once.

The same rules as `cockpit.statistics`, whole columns at a time; `Calculator.panel` reads them.
"""

from cockpit.panel.growth import index_growth, on_year
from cockpit.panel.panel import Panel, joined
from cockpit.panel.spans import single_periods

__all__ = ["Panel", "index_growth", "joined", "on_year", "single_periods"]
