"""A world of one seed: levels, growth, ranks and shares that agree with each other.

Readings (CONTRACTS §1): 上年同期 is a level one year earlier; a growth, a change, a share, a rank,
a contribution and a progress keep the accumulation of what they speak of; 年度目标 and 预算数 are
of the whole year (A, period); the growth of a rate is in 百分点 (yoy_pp); 比年初 of a balance is a
change with the accumulation stock; the unit of a rank is 位 or nothing.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import prod
from random import Random
from typing import Any
from zlib import crc32

from bureau.items import UNITS, Item
from bureau.periods import When
from bureau.places import Place

Facets = dict[str, Any]
SEASON = (0.62, 0.6, 1.05, 0.98, 1.0, 1.15, 0.97, 0.99, 1.06, 1.02, 1.08, 1.48)
REAL = ("gdp", "fai", "retail", "ind_", "agri", "con_")


def rounded(value: float, decimals: int) -> float:
    """Half up on the decimal text; a whole number stays whole."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return int(exact) if decimals == 0 else float(exact) + 0.0


def noise(low: float, high: float, *key: object) -> float:
    """A number between two bounds that depends on the key alone."""
    return low + (high - low) * (crc32(repr(key).encode()) % 10007) / 10007


class World:
    """Figures of one seed; a city is the sum of the places counted in it."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.members: dict[str, tuple[Place, ...]] = {}
        self._kept: dict[object, float] = {}

    def level(self, item: Item, place: Place, when: When) -> float:
        """The level in the item's own unit, unrounded."""
        key = item.series, place.key, when.year, when.month, when.freq, when.span
        if key not in self._kept:
            self._kept[key] = self._level(item, place, when)
        return self._kept[key]

    def _level(self, item: Item, place: Place, when: When) -> float:
        if item.kind == "rate":
            return item.size * noise(
                0.98, 1.02, self.seed, item.series, place.key, repr(when.truth)
            )
        if item.kind == "index":
            return noise(98, 104, self.seed, item.series, repr(when.truth))
        if item.parts:
            return sum(self.level(part, place, when) for part in item.parts)
        if item.unit != "元" and place.key in self.members:
            return sum(self.level(item, member, when) for member in self.members[place.key])
        return self._leaf(item, place, when)

    def _leaf(self, item: Item, place: Place, when: When) -> float:
        size = item.size * self._share(item, place)
        if item.kind == "stock":
            return size * self._pace(item, place, when.year, when.month)
        alone = {"M": when.month, "Q": when.month - 2, "A": 1}[when.freq]
        first = alone if when.span == "period" else 1
        months = range(first, when.month + 1)
        flow = sum(SEASON[m - 1] * self._pace(item, place, when.year, m) for m in months)
        return size * flow / 12

    def _share(self, item: Item, place: Place) -> float:
        own = noise(0.85, 1.15, self.seed, item.series, place.key)
        if item.unit == "元":
            return own
        scale = {"province": 9.0, "city": 1.0, "county": 0.13}[place.level]
        return own * scale * noise(0.5, 1.7, self.seed, place.key)

    def _pace(self, item: Item, place: Place, year: int, month: int) -> float:
        """Growth over the years since 2015 and within the year."""
        key = self.seed, item.series, place.key
        low, high = (0.01, 0.08) if item.unit == "元" else (-0.04, 0.13)
        years = (1 + noise(low, high, *key, y) for y in range(2015, year + 1))
        within = noise(-0.02, 0.02, *key, year, month)
        return prod(years) * (1 + within + (0.004 * month if item.kind == "stock" else 0))

    def growth(self, item: Item, place: Place, when: When) -> float:
        """Year on year in per cent; at comparable prices it is a little off the levels' ratio."""
        if item.kind == "growth":
            return self._pace_of_growth(item, place, when)
        ratio = 100 * (self.level(item, place, when) / self.level(item, place, when.earlier()) - 1)
        real = (item.id or "").startswith(REAL)
        return ratio + (noise(-0.6, 0.6, self.seed, item.series) if real else 0)

    def _pace_of_growth(self, item: Item, place: Place, when: When) -> float:
        """A growth without levels; the city's is the mean of its members'."""
        if item.parts:
            return sum(self.growth(part, place, when) for part in item.parts) / len(item.parts)
        if place.key in self.members:
            members = self.members[place.key]
            return sum(self.growth(item, member, when) for member in members) / len(members)
        year = noise(-2, 12, self.seed, item.series, place.key, when.year)
        near = 2.0 if when.span == "period" and when.freq == "M" else 0.8
        return year + noise(-near, near, self.seed, item.series, place.key, repr(when.truth))

    def rank(self, item: Item, place: Place, when: When, measure: str) -> int:
        """The place among the counties of the same table, by level or by growth."""
        peers = next((m for m in self.members.values() if place in m), (place,))
        score = self.growth if measure == "yoy" else self.level
        own = score(item, place, when)
        return 1 + sum(score(item, peer, when) > own for peer in peers)


def unit_of(item: Item, rng: Random) -> tuple[str, float, int]:
    """A unit the item is printed in: symbol, factor from the item's own unit, decimals."""
    return rng.choice(UNITS.get(item.unit, ((item.unit, 1.0, item.decimals),)))
