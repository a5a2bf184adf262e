"""Places among areas, and how they have changed since the period before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cockpit.i18n import current_locale, translate
from cockpit.period import Period
from cockpit.ranking import Rank, moved_words, ranks
from cockpit.series import Series

if TYPE_CHECKING:
    from cockpit.catalog.indicator import Direction


@dataclass(frozen=True, slots=True)
class Place:
    """One area's place; `before` is its place a period earlier, None where it had none."""

    area: str
    value: float | None
    rank: Rank
    before: Rank | None = None

    @property
    def moved(self) -> int | None:
        """Places gained (positive) or lost; None where one of the two is missing."""
        if self.rank.place is None or self.before is None or self.before.place is None:
            return None
        return self.before.place - self.rank.place

    def words(self, locale: str | None = None) -> str:
        """Say it: 第2位，前进1位."""
        parts = [self.rank.words(locale)]
        if self.rank.place and self.before and self.before.place:
            parts.append(moved_words(self.rank.place, self.before.place, locale))
        return translate(locale or current_locale.get(), ", ").join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """Every area's place at one period, the best first, those without a figure at the end.

    `joined` and `left` are areas that have a figure now and had none before, and the other way
    round: where there are any, places of the two periods are not among the same areas.
    """

    period: Period
    before: Period | None
    places: tuple[Place, ...]
    joined: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def of(self) -> int:
        """How many areas have a figure."""
        return sum(place.value is not None for place in self.places)

    def at(self, area: str) -> Place | None:
        """One area's place."""
        return next((place for place in self.places if place.area == area), None)


def standings(
    held: Mapping[str, Series],
    period: Period,
    before: Period | None,
    decimals: int,
    direction: Direction = "up",
) -> Standings:
    """Rank areas on the rounded figures a reader sees; a missing figure has no place."""
    now, then = _values(held, period), _values(held, before)
    ranked, earlier = ranks(now, decimals, direction), ranks(then, decimals, direction)
    known = any(value is not None for value in then.values())
    found = [Place(a, now[a], ranked[a], earlier[a] if known else None) for a in held]
    return Standings(
        period=period,
        before=before if known else None,
        places=tuple(sorted(found, key=lambda place: place.rank.place or len(found) + 1)),
        joined=tuple(a for a in held if known and now[a] is not None and then[a] is None),
        left=tuple(a for a in held if now[a] is None and then[a] is not None),
    )


def _values(held: Mapping[str, Series], period: Period | None) -> dict[str, float | None]:
    return {area: _value(series, period) for area, series in held.items()}


def _value(series: Series, period: Period | None) -> float | None:
    point = series.at(period) if period else None
    return point.value if point else None
