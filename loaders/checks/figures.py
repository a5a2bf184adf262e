"""The figures of one file, indexed in one pass that every check shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping, MutableSequence, Sequence
from functools import cache, cached_property
from itertools import count

from cockpit.catalog import Catalog, Indicator
from cockpit.reading import Reading
from cockpit.series import Breakdown
from loaders.checks.longtable import long_table
from loaders.checks.table import Key, Name, Table, table_of
from loaders.long.records import LongRecords

Kind = tuple[str, str, str, str]
"""Frequency, accumulation, transformation, unit."""
Column = dict[str, int]
"""The numbers of one period's figures by area: its code, or its name where none is known."""


_WIDTH = 6
_MANY = 50
"""Figures of a measure above which it is looked through for repetitions by itself."""


class Measure:
    """One indicator counted one way: its figures by period and area."""

    __slots__ = ("breakdown", "columns", "indicator", "kind", "name")

    def __init__(
        self, key: Key, indicator: Indicator | None, columns: Mapping[str, Column]
    ) -> None:
        """`columns` are its figures by period; of those that stand twice the first."""
        self.name = key[0]
        self.breakdown = key[1]
        self.kind: Kind = key[2:]
        self.indicator = indicator
        self.columns = columns

    @property
    def times(self) -> list[str]:
        """Its periods, the earliest first."""
        return sorted(self.columns)

    def numbers(self) -> Iterator[int]:
        """Every figure, period by period in the order read."""
        for column in self.columns.values():
            yield from column.values()

    def has_rule(self, letter: str) -> bool:
        """Whether the catalogue gives its indicator a growth rule (R, C, P, L, D, I, S)."""
        return self.indicator is not None and letter in self.indicator.growth_rule


class Figures:
    """A reading's figures, known by number, and its measures.

    `times` are all periods of which there are figures; `names` and `freqs` those of each measure,
    `accumulations` and `transformations` all of them.
    """

    def __init__(self, reading: Reading, catalog: Catalog) -> None:
        self.reading = reading
        self.catalog = catalog
        records = reading.observations
        self.table = long_table(records) if isinstance(records, LongRecords) else table_of(records)
        self.values, self.record = self.table.values, self.table.record
        self.keys = list(self.table.keys)
        self.times = set(self.table.times)
        self.columns = list(zip(*self.keys, strict=True)) or [()] * _WIDTH
        self.names = self.columns[0]
        self.freqs = self.columns[2]
        self.accumulations = set(self.columns[3])
        self.transformations = set(self.columns[4])
        self._made: dict[int, Measure] = {}

    @cached_property
    def repeated(self) -> list[tuple[int, int]]:
        """Figures, each with an earlier one of its measure, period and area."""
        if len(self.times) == 1:
            return _later(self._of_one_period[1])
        if len(self.values) > _MANY * len(self.keys):
            columns = (column for measure in self for column in measure.columns.values())
            if sum(map(len, columns)) == len(self.values):
                return []
        first: dict[object, int] = {}
        places = zip(self.table.measures, self.table.times, self.table.areas, strict=True)
        return _later(list(map(first.setdefault, places, count())))

    def __iter__(self) -> Iterator[Measure]:
        return map(self.measure, range(len(self.keys)))

    def measure(self, number: int) -> Measure:
        """A measure by its number."""
        found = self._made.get(number)
        if found is None:
            key = self.keys[number]
            known = self.catalog.indicators.get(key[0]) if isinstance(key[0], str) else None
            found = self._made[number] = Measure(key, known, self._columns(number))
        return found

    def _columns(self, number: int) -> Mapping[str, Column]:
        if len(self.times) == 1:
            return dict.fromkeys(self.times, self._of_one_period[0][number])
        return _by_period(self.table, self._own[number])

    @cached_property
    def _of_one_period(self) -> tuple[list[Column], list[int]]:
        """The figures of each measure by area, and for each figure the first at its place."""
        columns: list[Column] = [{} for _ in self.keys]
        own = map(columns.__getitem__, self.table.measures)
        return columns, list(map(dict.setdefault, own, self.table.areas, count()))

    @cached_property
    def _own(self) -> list[MutableSequence[int]]:
        """The figures of each measure, in lists or arrays as the table itself."""
        measures = self.table.measures
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

    @property
    def known(self) -> KeysView[Name]:
        """The names of all measures."""
        return self._named.keys()

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
        number = self.table.keys.get((name, breakdown, *kind))
        return None if number is None else self.measure(number)

    def of_transformation(self, transformation: str) -> list[Measure]:
        """Every measure of growth, of shares, …"""
        if transformation not in self.transformations:
            return []
        return [self.measure(n) for n, key in enumerate(self.keys) if key[4] == transformation]

    def in_several_units(self) -> Iterator[list[Measure]]:
        """Measures that differ in nothing but their unit."""
        if len(set(zip(*self.columns[:-1], strict=True))) == len(self.keys):
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

    def spans(self) -> set[tuple[str, str]]:
        """Every frequency and period of which there are figures."""
        if len(set(self.freqs)) == 1:
            return {(self.freqs[0], time) for time in self.times}
        freqs = map(self.freqs.__getitem__, self.table.measures)
        return set(zip(freqs, self.table.times, strict=True))

    def sum_of(self, numbers: Iterable[int]) -> float:
        """The sum of figures."""
        return sum(map(self.values.__getitem__, numbers))

    def levels_of(self, measure: Measure) -> Measure | None:
        """What a growth measure grows from: levels that accumulate alike, indices apart."""
        for other in self.of(measure.name, measure.breakdown):
            freq, accumulation, transformation, unit = other.kind
            alike = transformation == "level" and (freq, accumulation) == measure.kind[:2]
            if alike and unit != "%" and not unit.endswith("=100"):
                return other
        return None


def _by_period(table: Table, own: Iterable[int]) -> dict[str, Column]:
    """Figures by period and area."""
    found: dict[str, Column] = {}
    for number in own:
        time = table.times[number]
        column = found.get(time)
        if column is None:
            column = found[time] = {}
        column.setdefault(table.areas[number], number)
    return found


def _later(first: Sequence[int]) -> list[tuple[int, int]]:
    """Figures behind others at the same place, given the first at the place of each."""
    return [(earlier, number) for number, earlier in enumerate(first) if earlier != number]


@cache
def year_before(time: str) -> str:
    """The same month, quarter or year of the year before."""
    return f"{int(time[:4]) - 1:04d}{time[4:]}"


@cache
def place_in_time(time: str) -> int:
    """A number that rises by one from a period to the next of its frequency."""
    year, rest = int(time[:4]), time[5:]
    if not rest:
        return year
    return year * 4 + int(rest[1]) if rest[0] == "Q" else year * 12 + int(rest)


def follows(earlier: str, later: str) -> bool:
    """Whether a period is the very next one."""
    return place_in_time(later) - place_in_time(earlier) == 1
