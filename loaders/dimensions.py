"""Dimensions of units that stand for one another in tables."""

from __future__ import annotations

RATES = frozenset({"ratio", "percentage_point", "point", "times"})
MONEY = frozenset({"cny", "usd", "hkd"})
