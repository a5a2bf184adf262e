"""Areas side by side at their latest common period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cockpit.period import Period
from cockpit.position import common_period
from cockpit.series import Point, Series
from layouts.explore.address import Exploration
from layouts.explore.reading import Line


@dataclass(frozen=True, slots=True)
class League:
    """Areas side by side at their latest common period, the largest first."""

    period: Period | None
    ranked: tuple[tuple[Line, Point], ...]
    missing: tuple[str, ...]


def league(across: Mapping[str, Series], areas: Iterable[str], inside: Exploration) -> League:
    """Rank areas at the latest period that at least four fifths of those with figures share."""
    held = [Line(area, across[area]) for area in areas if area in across]
    period = common_period((line.series for line in held), inside.holds)
    found = [(line, point) for line in held if (point := _figure(line, period)) is not None]
    ranked = sorted(found, key=lambda pair: pair[1].value or 0.0, reverse=True)
    present = {line.area for line, _ in found}
    return League(period, tuple(ranked), tuple(area for area in areas if area not in present))


def _figure(line: Line, period: Period | None) -> Point | None:
    point = line.series.at(period) if period else None
    return point if point is not None and point.value is not None else None
