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


def funds() -> Growth:
    """Funds in place, where growth of investment itself is not held."""
    return Growth(
        indicator="fai_funds",
        name=_("Funds for investment"),
        strands={_("Funds in place"): "fai_funds"},
    )


PANEL = panel("investment", subject, funds)
