"""Places among areas: standard competition ranks (1, 2, 2, 4) on the figures as published."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from cockpit.i18n import current_locale, translate
from cockpit.wording import NOTHING, rounded

if TYPE_CHECKING:
    from cockpit.catalog.indicator import Direction


@dataclass(frozen=True, slots=True)
class Rank:
    """A place among `of` areas that have a figure; None without a figure of its own."""

    place: int | None
    tied: bool
    of: int

    def words(self, locale: str | None = None) -> str:
        """Say it: 第2位, 并列第2位."""
        if self.place is None:
            return NOTHING
        locale = locale or current_locale.get()
        if self.tied:
            return translate(locale, "joint place %(place)s", place=self.place)
        return translate(locale, "place %(place)s", place=self.place)


def ranks(
    values: Mapping[str, float | None], decimals: int, direction: Direction = "up"
) -> dict[str, Rank]:
    """Rank by the rounded figures a reader sees, the best first; missing figures have no place.

    Highest first, lowest first where `direction` is `down`.
    """
    exact = {
        area: None if value is None else _merit(value, decimals, direction)
        for area, value in values.items()
    }
    order = sorted(merit for merit in exact.values() if merit is not None)
    return {area: _rank(merit, order) for area, merit in exact.items()}


def moved_words(place: int, previous: int, locale: str | None = None) -> str:
    """Say how a place has changed: 前进1位, 后退2位, 位次不变."""
    locale = locale or current_locale.get()
    if place < previous:
        return translate(locale, "up %(places)s places", places=previous - place)
    if place > previous:
        return translate(locale, "down %(places)s places", places=place - previous)
    return translate(locale, "place unchanged")


def _merit(value: float, decimals: int, direction: Direction) -> Decimal:
    exact = rounded(value, decimals)
    return exact if direction == "down" else -exact


def _rank(merit: Decimal | None, order: list[Decimal]) -> Rank:
    if merit is None:
        return Rank(None, tied=False, of=len(order))
    return Rank(bisect_left(order, merit) + 1, tied=order.count(merit) > 1, of=len(order))
