"""The figures of one file, indexed in one pass that every check shares."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import cast

from cockpit.catalog import Catalog, Indicator
from cockpit.observation import Observation
from cockpit.reading import Reading
from cockpit.series import Breakdown
from loaders.long.records import LongRecords

Name = str | tuple[object, ...]
"""An indicator's id; where none is known, sheet, enclosing words and label."""
Kind = tuple[str, str, str, str]
"""Frequency, accumulation, transformation, unit."""
Column = dict[str, Observation]
"""The figures of one period by area: its code, or its printed name where none is known."""


_facts = attrgetter("indicator", "breakdown", "freq", "accumulation", "transformation", "unit")


class Measure:
    """One indicator counted one way: its figures by period and area."""

    __slots__ = ("breakdown", "columns", "indicator", "kind", "name")

    def __init__(
        self, name: Name, breakdown: Breakdown, kind: Kind, indicator: Indicator | None
    ) -> None:
        self.name = name
        self.breakdown = breakdown
        self.kind = kind
        self.indicator = indicator
        self.columns: dict[str, Column] = {}

    @property
    def times(self) -> list[str]:
        """Its periods, the earliest first."""
        return sorted(self.columns)

    def records(self) -> Iterator[Observation]:
        """Every figure, period by period in the order read."""
        for column in self.columns.values():
            yield from column.values()

    def has_rule(self, letter: str) -> bool:
        """Whether the catalogue gives its indicator a growth rule (R, C, P, L, D, I, S)."""
        return self.indicator is not None and letter in self.indicator.growth_rule


class Figures:
    """A reading's figures by measure.

    `repeated` holds those met twice, `empty` cells without a figure
    and figures of no known period, `times` every period of which there are figures.
    """

    def __init__(self, reading: Reading, catalog: Catalog) -> None:
        self.reading = reading
        self.catalog = catalog
        self.repeated: list[tuple[Observation, Observation]] = []
        self.empty: list[Observation] = []
        self._measures: dict[tuple[Name, Breakdown, Kind], Measure] = {}
        self._index(reading)
        self.times = {time for measure in self._measures.values() for time in measure.columns}
        self.by_kind: dict[str, list[Measure]] = {}
        self._named: dict[tuple[Name, Breakdown], list[Measure]] = {}
        for measure in self._measures.values():
            self.by_kind.setdefault(measure.kind[2], []).append(measure)
            self._named.setdefault((measure.name, measure.breakdown), []).append(measure)

    def _index(self, reading: Reading) -> None:
        if isinstance(reading.observations, LongRecords):
            self._index_long(reading.observations)
            return
        for record in reading.observations:
            if record.value is None or not record.time_period:
                self.empty.append(record)
            else:
                area = record.area or record.ref_area
                self._add(self._measure(record), record, record.time_period, area)

    def _index_long(self, records: LongRecords) -> None:
        """The figures of a long sheet, of which all else is made when a check asks for it."""
        measures: dict[int, Measure] = {}
        for glimpse, time, area in records.glimpses():
            case = glimpse.case
            measure = measures.get(id(case))
            if measure is None:
                if case.value is None or not case.time_period:
                    self.empty.append(glimpse.record)
                    continue
                measure = measures[id(case)] = self._measure(case)
            self._add(measure, cast("Observation", glimpse), time, area)

    def _measure(self, record: Observation) -> Measure:
        indicator, broken, *kind = _facts(record)
        name: Name = indicator or (record.sheet, record.parents, record.label)
        breakdown = tuple(sorted(broken.items())) if broken else ()
        key = (name, breakdown, tuple(kind))
        measure = self._measures.get(key)
        if measure is None:
            known = self.catalog.indicators.get(indicator) if indicator else None
            measure = self._measures[key] = Measure(*key, known)
        return measure

    def _add(self, measure: Measure, record: Observation, time: str, area: str) -> None:
        column = measure.columns.get(time)
        if column is None:
            column = measure.columns[time] = {}
        first = column.setdefault(area, record)
        if first is not record:
            self.repeated.append((first, record))

    def __iter__(self) -> Iterator[Measure]:
        return iter(self._measures.values())

    def of(self, name: Name, breakdown: Breakdown = ()) -> list[Measure]:
        """Every measure of an indicator and breakdown."""
        return self._named.get((name, breakdown), [])

    def get(self, name: Name, breakdown: Breakdown, kind: Kind) -> Measure | None:
        """The one measure of exactly this kind."""
        return self._measures.get((name, breakdown, kind))

    def of_transformation(self, transformation: str) -> list[Measure]:
        """Every measure of growth, of shares, …"""
        return self.by_kind.get(transformation, [])

    def in_several_units(self) -> Iterator[list[Measure]]:
        """Measures that differ in nothing but their unit."""
        for measures in self._named.values():
            if len(measures) > 1:
                alike: dict[tuple[str, ...], list[Measure]] = {}
                for measure in measures:
                    alike.setdefault(measure.kind[:3], []).append(measure)
                yield from (group for group in alike.values() if len(group) > 1)

    def levels(self) -> list[Measure]:
        """Every measure of levels."""
        return self.by_kind.get("level", [])

    def levels_of(self, measure: Measure) -> Measure | None:
        """What a growth measure grows from: levels that accumulate alike, indices apart."""
        for other in self.of(measure.name, measure.breakdown):
            freq, accumulation, transformation, unit = other.kind
            alike = transformation == "level" and (freq, accumulation) == measure.kind[:2]
            if alike and unit != "%" and not unit.endswith("=100"):
                return other
        return None


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
