"""Composite scores with everything that led to them, and how firmly the ranks stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cockpit.ranking import Rank, ranks
from cockpit.scoring.scheme import Item, Scheme
from cockpit.scoring.standard import scores

DECIMALS = 2
LEAST = 0.5
"""Less than half of the weight known: no score."""
MOVED = 0.10
"""By how much each weight is moved to see whether the ranks depend on it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item of one area: raw → standardised → weighted; None all through where missing.

    `share` is the item's weight among those known for the area.
    """

    item: Item
    value: float | None
    points: float | None
    share: float
    weighted: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One area's score: the weighted points of what is known, less deductions.

    Weights of missing items go to the others, and `missing` names them. `lowest` and `highest`
    are the worst and best place the area has when any one weight is a tenth more or less.
    """

    area: str
    lines: tuple[Line, ...]
    deducted: float
    value: float | None
    rank: Rank
    lowest: int | None = None
    highest: int | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The items without a figure."""
        return tuple(line.item.name for line in self.lines if line.points is None)


Values = Mapping[str, Mapping[str, float | None]]
"""Item → area → figure."""


def assess(scheme: Scheme, values: Values, areas: Sequence[str]) -> tuple[Score, ...]:
    """Score and rank areas, the best first; those with too little known have no place."""
    points = {
        item.name: scores(item.standard, {area: values[item.name].get(area) for area in areas})
        for item in scheme.items
    }
    found = _scored(scheme, values, points, areas)
    places = [{one.area: one.rank.place for one in found}]
    places += [
        {one.area: one.rank.place for one in _scored(moved, values, points, areas)}
        for moved in _moved(scheme)
    ]
    firm = (_with_range(one, [place[one.area] for place in places]) for one in found)
    return tuple(sorted(firm, key=lambda one: one.rank.place or len(areas) + 1))


def _scored(scheme: Scheme, values: Values, points: Values, areas: Sequence[str]) -> list[Score]:
    lines = {area: _lines(scheme, values, points, area) for area in areas}
    less = {area: sum(d.points for d in scheme.deductions if d.area == area) for area in areas}
    totals = {area: _total(lines[area], scheme, less[area]) for area in areas}
    placed = ranks(totals, DECIMALS)
    return [
        Score(
            area=area,
            lines=lines[area],
            deducted=less[area],
            value=totals[area],
            rank=placed[area],
        )
        for area in areas
    ]


def _lines(scheme: Scheme, values: Values, points: Values, area: str) -> tuple[Line, ...]:
    known = sum(item.weight for item in scheme.items if points[item.name][area] is not None)
    return tuple(
        _line(item, values[item.name].get(area), points[item.name][area], known)
        for item in scheme.items
    )


def _line(item: Item, value: float | None, points: float | None, known: float) -> Line:
    if points is None:
        return Line(item, value, None, 0.0, None)
    share = item.weight / known
    return Line(item, value, points, share, points * share)


def _total(lines: Sequence[Line], scheme: Scheme, less: float) -> float | None:
    known = sum(line.item.weight for line in lines if line.points is not None)
    if known < LEAST * sum(item.weight for item in scheme.items):
        return None
    return sum(line.weighted for line in lines if line.weighted is not None) - less


def _moved(scheme: Scheme) -> list[Scheme]:
    """The scheme with each weight a tenth more and a tenth less, the others in proportion."""
    return [
        replace(
            scheme,
            items=tuple(
                replace(item, weight=item.weight * (1 + by if item is moved else 1))
                for item in scheme.items
            ),
        )
        for moved in scheme.items
        for by in (MOVED, -MOVED)
    ]


def _with_range(score: Score, places: Sequence[int | None]) -> Score:
    known = [place for place in places if place is not None]
    return replace(score, lowest=max(known), highest=min(known)) if known else score
