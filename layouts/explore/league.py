"""Areas side by side at their latest common period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cockpit.catalog.indicator import Direction
from cockpit.period import Period
from cockpit.position import Standings, common_period, standings
from cockpit.series import Point, Series
from layouts.explore.address import Exploration
from layouts.explore.reading import Line


@dataclass(frozen=True, slots=True)
class League:
    """Areas side by side at their latest common period, the best first."""

    period: Period | None
    ranked: tuple[tuple[Line, Point], ...]
    missing: tuple[str, ...]
    standings: Standings | None = None
    """Their places and how they have changed since the period before."""
    withheld: tuple[str, ...] = ()
    """Those without a figure because it is withheld for confidentiality."""


def league(
    across: Mapping[str, Series],
    areas: Iterable[str],
    inside: Exploration,
    decimals: int = 2,
    direction: Direction = "up",
) -> League:
    """Rank areas, on the figures as they are shown, at the latest period that most of them share.

    The highest first, the lowest where down is good.
    """
    areas = tuple(areas)
    held = {area: across[area] for area in areas if area in across}
    period = common_period(held.values(), inside.holds)
    if period is None:
        withheld = tuple(area for area, series in held.items() if series.withheld)
        return League(None, (), tuple(a for a in areas if a not in withheld), withheld=withheld)
    before = common_period(held.values(), lambda earlier: earlier.end < period.end)
    found = standings(held, period, before, decimals, direction)
    lines = ((Line(place.area, held[place.area]), place) for place in found.places)
    ranked = tuple((line, _figure(line, period)) for line, place in lines if place.rank.place)
    withheld = tuple(area for area, series in held.items() if _withheld(series, period))
    present = {line.area for line, _ in ranked}.union(withheld)
    return League(period, ranked, tuple(a for a in areas if a not in present), found, withheld)


def _withheld(series: Series, period: Period) -> bool:
    point = series.at(period)
    return point is not None and point.status == "Q"


def _figure(line: Line, period: Period) -> Point:
    return next(point for point in line.series.points if point.period == period)
