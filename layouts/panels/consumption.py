"""Consumption, or trade where no figure of consumption is held."""

from __future__ import annotations

from cockpit.i18n import gettext as _
from layouts.panels.growth import Growth, panel


def subject() -> Growth:
    """Retail sales, year to date and the month alone."""
    return Growth(
        indicator="retail_total",
        name=_("Retail sales"),
        strands={_("Year to date"): "retail_total", _("Single month"): "retail_total/period"},
    )


def trade() -> Growth:
    """Goods trade in yuan, by the year."""
    return Growth(
        indicator="trade_total",
        name=_("Goods trade"),
        strands={_("Goods trade"): "trade_total"},
    )


PANEL = panel("consumption", subject, trade)
