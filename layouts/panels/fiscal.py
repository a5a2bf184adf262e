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


def yearly() -> Growth:
    """Tax revenue and expenditure, which provinces report by the year."""
    return Growth(
        indicator="budget_tax",
        name=_("Tax revenue"),
        strands={_("Tax revenue"): "budget_tax", _("Expenditure"): "budget_expenditure"},
    )


PANEL = panel("fiscal", subject, yearly)
