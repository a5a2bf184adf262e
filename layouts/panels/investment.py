"""Fixed-asset investment: published growth only, for the levels are not comparable."""

from __future__ import annotations

from cockpit.i18n import gettext as _
from layouts.panels.growth import Growth, panel


def subject() -> Growth:
    """The total, its private part, and real estate."""
    return Growth(
        indicator="fai",
        name=_("Fixed-asset investment"),
        strands={
            _("Total"): "fai",
            _("Private"): "fai_private",
            _("Real estate"): "re_investment",
        },
    )


PANEL = panel("investment", subject)
