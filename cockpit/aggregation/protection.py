"""Which totals may not leave, so that no reporting unit can be told from them.

The statistics law forbids to give out what lets a single respondent be inferred, aggregates
included; it sets no numbers. The limits are those of `cockpit.disclosure`.

A withheld cell must not come back by subtraction either. In every sum in which one is withheld,
another is withheld too, until those withheld together would be safe as one cell; what lies in a
county and in no town is withheld from everybody. Sums are taken one at a time: a search over all
of them at once (linear programming) is not made.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from cockpit.aggregation.cell import FREE, Cell, Confidentiality, Measure, Place, Weight
from cockpit.disclosure import DOMINANT, LEAST, PROTECTED

TWO_LARGEST, REMAINDER = (Decimal(repr(limit)) / 100 for limit in (DOMINANT, PROTECTED))

Above = Callable[[str], str | None]
"""The code that a code adds up to, or None at the top."""


class Sum(NamedTuple):
    """Parts that add up to a whole."""

    whole: Place
    parts: tuple[Place, ...]


def judged(weight: Weight) -> Confidentiality:
    """Whether a cell is free by itself, and why not."""
    if weight.units < LEAST:
        return "A"
    two = weight.first + weight.second
    dominated = two > TWO_LARGEST * weight.magnitude
    return "O" if dominated or weight.magnitude - two < REMAINDER * weight.first else FREE


def together(weights: Iterable[Weight]) -> Weight:
    """Cells that share no unit, as one."""
    several = list(weights)
    largest = sorted((size for one in several for size in (one.first, one.second)), reverse=True)
    units = sum(one.units for one in several)
    return Weight(units, sum((w.magnitude for w in several), Decimal(0)), *largest[:2])


def protected(
    cells: Iterable[Cell], area_above: Above, industry_above: Above
) -> Mapping[tuple[Place, Measure], Confidentiality]:
    """The confidentiality of every cell."""
    tables: dict[Measure, dict[Place, Weight]] = defaultdict(dict)
    for cell in cells:
        tables[cell.measure][cell.place] = cell.weight
    return {
        (place, measure): status
        for measure, table in tables.items()
        for place, status in _Table(table, _sums(table, area_above, industry_above)).all().items()
    }


def _sums(table: Iterable[Place], area_above: Above, industry_above: Above) -> list[Sum]:
    """Towns to a county, counties to a city; divisions to a section, sections to all."""
    parts: dict[tuple[Place, str], list[Place]] = defaultdict(list)
    for place in table:
        if (area := area_above(place.area)) is not None:
            parts[place._replace(area=area), "area"].append(place)
        if (industry := industry_above(place.industry)) is not None:
            parts[place._replace(industry=industry), "industry"].append(place)
    return [Sum(whole, tuple(found)) for (whole, _way), found in parts.items()]


class _Table:
    """The cells of one measure, and the sums that hold among them."""

    def __init__(self, weights: Mapping[Place, Weight], sums: Sequence[Sum]) -> None:
        self._weights = weights
        self._status = {place: judged(weight) for place, weight in weights.items()}
        self._sums = [one for one in sums if one.whole in weights and not one.whole.is_rest]
        self._within: dict[Place, list[Sum]] = defaultdict(list)
        for one in self._sums:
            for place in (one.whole, *one.parts):
                self._within[place].append(one)

    def all(self) -> Mapping[Place, Confidentiality]:
        """Withhold until no sum gives a withheld cell away."""
        waiting = deque(self._sums)
        while waiting:
            one = waiting.popleft()
            while (further := self._wanting(one)) is not None:
                self._status[further] = "D"
                waiting.extend(self._within[further])
        return self._status

    def _wanting(self, one: Sum) -> Place | None:
        """What must be withheld too, or None where the sum gives nothing away."""
        hidden = [place for place in one.parts if self._is_hidden(place)]
        if self._is_hidden(one.whole):
            return None if hidden else self._smallest(one.parts)
        if not hidden or (self._safe(hidden) and (len(hidden) > 1 or hidden[0].is_rest)):
            return None
        return self._complement(hidden, [p for p in one.parts if p not in hidden]) or one.whole

    def _is_hidden(self, place: Place) -> bool:
        return place.is_rest or self._status[place] != FREE

    def _complement(self, hidden: Sequence[Place], free: Sequence[Place]) -> Place | None:
        """The smallest cell that makes the hidden ones safe, or the largest where none does."""
        enough = [place for place in free if self._safe([*hidden, place])]
        return self._smallest(enough) if enough else max(free, key=self._size, default=None)

    def _smallest(self, places: Sequence[Place]) -> Place:
        return min(places, key=self._size)

    def _size(self, place: Place) -> tuple[Decimal, Place]:
        return self._weights[place].magnitude, place

    def _safe(self, places: Sequence[Place]) -> bool:
        return judged(together(self._weights[place] for place in places)) == FREE
