"""Prices: consumer and producer price indices as rates on a year earlier."""

from __future__ import annotations

from cockpit.i18n import gettext as _
from layouts.panels.growth import Growth, panel


def subject() -> Growth:
    """CPI and PPI; the rate is the published index less 100."""
    return Growth(
        indicator="cpi",
        name=_("Consumer prices"),
        strands={"CPI": "cpi/period", "PPI": "ppi/period"},
        price=True,
    )


PANEL = panel("prices", subject)
