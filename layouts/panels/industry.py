"""Industry: value added at constant prices, and electricity beside it."""

from __future__ import annotations

from cockpit.i18n import gettext as _
from layouts.panels.growth import Growth, panel


def subject() -> Growth:
    """Value added of enterprises above designated size, and power generation."""
    return Growth(
        indicator="ind_va_growth",
        name=_("Industrial value added"),
        strands={_("Value added"): "ind_va_growth", _("Power generation"): "generation"},
    )


PANEL = panel("industry", subject)
