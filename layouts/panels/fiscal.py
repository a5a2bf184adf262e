"""Public finance and money: revenue, expenditure, M2."""

from __future__ import annotations

from cockpit.i18n import gettext as _
from layouts.panels.growth import Growth, panel


def subject() -> Growth:
    """Budget revenue and expenditure year to date, and broad money at the month's end."""
    return Growth(
        indicator="budget_revenue",
        name=_("Budget revenue"),
        strands={
            _("Revenue"): "budget_revenue",
            _("Expenditure"): "budget_expenditure",
            "M2": "m2/period",
        },
    )


PANEL = panel("fiscal", subject)
