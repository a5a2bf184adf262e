"""What the unit printed with a name says of the indicator that the name may mean."""

from __future__ import annotations

from dataclasses import replace

from cockpit.catalog import Catalog, LabelMatch
from loaders.dimensions import MONEY, RATES


def is_counted_otherwise(catalog: Catalog, match: LabelMatch, unit: str) -> bool:
    """What is printed in kilowatt-hours is no income, whatever it is called."""
    printed = catalog.units.parse(unit) if unit else None
    own = catalog.units.parse(match.unit or catalog.indicators[match.indicator].unit)
    if printed is None or own is None or printed.dimension == own.dimension:
        return False
    both = {printed.dimension, own.dimension}
    return not (both <= MONEY or both & RATES or any(d.startswith("index") for d in both))


def in_currency(catalog: Catalog, match: LabelMatch, unit: str) -> LabelMatch:
    """Trade printed in dollars is a series of its own beside that in yuan."""
    printed = catalog.units.parse(unit) if unit else None
    indicator = catalog.indicators[match.indicator]
    own = catalog.units.parse(indicator.unit)
    if "currency" not in indicator.dims or "currency" in match.breakdown:
        return match
    if not printed or not own or (printed.dimension, own.dimension) != ("usd", "cny"):
        return match
    return replace(match, breakdown={**match.breakdown, "currency": "usd"})
