"""Which figures a file has, by number: of what, where and when, but not what they are worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Mapping,
    MutableSequence,
    Sequence,
)
from functools import cached_property
from itertools import compress, count
from typing import Any, TypeVar

from cockpit.catalog import Catalog
from cockpit.series import Breakdown
from loaders.checks.measure import Column, Key, Kind, Measure, Name

Answer = TypeVar("Answer")
_WIDTH = 6
ANY = ""
"""The one period of a layout, whichever it is."""
_MANY = 50
"""Figures of a measure above which it is looked through for repetitions by itself."""


class Layout:
    """The measures of figures, known by number.

    `keys` number the measures, `measures` say of which one each figure is. `areas` are codes, or
    printed names where none is known. `times` are None where all figures are of one period, which
    may be any: a layout that comes every month `is_kept`, with what is found in it. `names` and
    `freqs` are those of each measure, `accumulations` and `transformations` all of them.
    """

    def __init__(
        self,
        catalog: Catalog,
        keys: Mapping[Key, int],
        measures: MutableSequence[int],
        areas: Sequence[str],
        times: Sequence[str] | None,
        *,
        is_kept: bool = False,
    ) -> None:
        self.catalog = catalog
        self.keys = list(keys)
        self.measures = measures
        self.areas = areas
        self.times = times
        columns = list(zip(*self.keys, strict=True)) or [()] * _WIDTH
        self.names, self.freqs = columns[0], columns[2]
        self.accumulations, self.transformations = set(columns[3]), set(columns[4])
        self._numbers = keys
        self._columns = columns
        self._made: dict[int, Measure] = {}
        self._is_kept = is_kept
        self._answers: dict[Callable[[Layout], Iterator[Any]], Sequence[Any]] = {}

    def ask(self, question: Callable[[Layout], Iterator[Answer]]) -> Iterable[Answer]:
        """All that a question finds, which is looked for once where the layout is kept."""
        if not self._is_kept:
            return question(self)
        found = self._answers.get(question)
        if found is None:
            found = self._answers[question] = tuple(question(self))
        return found

    @cached_property
    def repeated(self) -> list[tuple[int, int]]:
        """Figures, each with an earlier one of its measure, period and area."""
        if self.times is None:
            return _later(self._of_one_period[1])
        if len(self.measures) > _MANY * len(self.keys):
            columns = (column for measure in self for column in measure.columns.values())
            if sum(map(len, columns)) == len(self.measures):
                return []
        first: dict[object, int] = {}
        places = zip(self.measures, self.times, self.areas, strict=True)
        return _later(list(map(first.setdefault, places, count())))

    def __iter__(self) -> Iterator[Measure]:
        return map(self.measure, range(len(self.keys)))

    def measure(self, number: int) -> Measure:
        """A measure by its number."""
        found = self._made.get(number)
        if found is None:
            key = self.keys[number]
            known = self.catalog.indicators.get(key[0]) if isinstance(key[0], str) else None
            found = self._made[number] = Measure(key, known, self._by_period(number))
        return found

    def time(self, number: int) -> str:
        """The period of a figure, as its measure's columns are known by."""
        return ANY if self.times is None else self.times[number]

    def _by_period(self, measure: int) -> Mapping[str, Column]:
        if self.times is None:
            return {ANY: self._of_one_period[0][measure]}
        found: dict[str, Column] = {}
        for number in self._own[measure]:
            time = self.times[number]
            column = found.get(time)
            if column is None:
                column = found[time] = {}
            column.setdefault(self.areas[number], number)
        return found

    @cached_property
    def _of_one_period(self) -> tuple[list[Column], list[int]]:
        """The figures of each measure by area, and for each figure the first at its place."""
        columns: list[Column] = [{} for _ in self.keys]
        own = map(columns.__getitem__, self.measures)
        return columns, list(map(dict.setdefault, own, self.areas, count()))

    @cached_property
    def _own(self) -> list[MutableSequence[int]]:
        """The figures of each measure, in lists or arrays as all of them."""
        measures = self.measures
        found = [measures[:0] for _ in self.keys]
        for number, measure in enumerate(measures):
            found[measure].append(number)
        return found

    @cached_property
    def _named(self) -> dict[Name, list[int]]:
        found: dict[Name, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            found[name].append(number)
        return dict(found)

    @cached_property
    def known(self) -> frozenset[Name]:
        """The names of all measures."""
        return frozenset(self.names)

    def named(self, name: Name) -> list[Measure]:
        """Every measure of an indicator, whole or broken down."""
        return [self.measure(number) for number in self._named.get(name, ())]

    def of(self, name: Name, breakdown: Breakdown = ()) -> list[Measure]:
        """Every measure of an indicator and breakdown."""
        numbers = self._named.get(name, ())
        return [self.measure(number) for number in numbers if self.keys[number][1] == breakdown]

    def amounts(self, name: Name) -> Iterator[Measure]:
        """An indicator's measures in amounts; indices of it do not add up."""
        for number in self._named.get(name, ()):
            _, breakdown, _, _, transformation, unit = self.keys[number]
            if transformation == "level" and not breakdown and not unit.endswith("=100"):
                yield self.measure(number)

    def get(self, name: Name, breakdown: Breakdown, kind: Kind) -> Measure | None:
        """The one measure of exactly this kind."""
        number = self._numbers.get((name, breakdown, *kind))
        return None if number is None else self.measure(number)

    def figures_of(self, transformation: str, unit: str) -> Iterator[int]:
        """Every figure of growth, of shares, … in a unit."""
        kinds = zip(*self._columns[4:], strict=True)
        own = list(map((transformation, unit).__eq__, kinds))
        return compress(count(), map(own.__getitem__, self.measures))

    def of_transformation(self, transformation: str) -> list[Measure]:
        """Every measure of growth, of shares, …"""
        if transformation not in self.transformations:
            return []
        return [self.measure(n) for n, key in enumerate(self.keys) if key[4] == transformation]

    def in_several_units(self) -> Iterator[list[Measure]]:
        """Measures that differ in nothing but their unit."""
        if len(set(zip(*self._columns[:-1], strict=True))) == len(self.keys):
            return
        alike: dict[object, dict[object, list[Measure]]] = {}
        for number, key in enumerate(self.keys):
            kinds = alike.setdefault(key[:2], {})
            kinds.setdefault(key[2:5], []).append(self.measure(number))
        for kinds in alike.values():
            yield from (group for group in kinds.values() if len(group) > 1)

    def levels(self) -> list[Measure]:
        """Every measure of levels."""
        return self.of_transformation("level")

    def broken_down(self) -> Iterator[Measure]:
        """Every measure of levels of a part."""
        for number, (_, breakdown, _, _, transformation, _) in enumerate(self.keys):
            if breakdown and transformation == "level":
                yield self.measure(number)

    def levels_of(self, measure: Measure) -> Measure | None:
        """What a growth measure grows from: levels that accumulate alike, indices apart."""
        for other in self.of(measure.name, measure.breakdown):
            freq, accumulation, transformation, unit = other.kind
            alike = transformation == "level" and (freq, accumulation) == measure.kind[:2]
            if alike and unit != "%" and not unit.endswith("=100"):
                return other
        return None


def _later(first: Sequence[int]) -> list[tuple[int, int]]:
    """Figures behind others at the same place, given the first at the place of each."""
    return [(earlier, number) for number, earlier in enumerate(first) if earlier != number]
