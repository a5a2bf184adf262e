"""The parts an indicator can be looked at in: what is published, or what a formula can give."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.catalog import Catalog, Indicator
from cockpit.series import Breakdown, SeriesKey


def parts(keys: Sequence[SeriesKey], indicator: Indicator, catalog: Catalog) -> list[Breakdown]:
    """The parts published; of a derived indicator the whole and every code of its dimensions."""
    held = sorted({key.breakdown for key in keys})
    if held or not indicator.derived:
        return held or [()]
    codes = [pair for pair in catalog.codes if pair[0] in indicator.dims]
    return [(), *((pair,) for pair in codes)]
