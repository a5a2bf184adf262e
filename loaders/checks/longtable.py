"""The figures of a long sheet as columns, without a record for each of them."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TypeVar, cast

from cockpit.catalog import Catalog
from cockpit.observation import Observation
from loaders.checks.layout import Layout
from loaders.checks.measure import Key
from loaders.checks.table import Table, key_of, numbers
from loaders.long.records import LongRecords

One = TypeVar("One")
_EMPTY, _ABSENT = -1, -2


def long_table(records: LongRecords, catalog: Catalog) -> Table:
    """The columns of a long sheet; a record is made when a check asks for it."""
    keys, width = numbers(), range(records.width)
    measures = _by_row([_measures(records, value, keys) for value in width])
    places: Sequence[int] = range(len(measures))
    filled: Sequence[int] = places
    empty = [place for place in places if measures[place] == _EMPTY] if _EMPTY in measures else ()
    if min(measures) < 0:
        places = [place for place in places if measures[place] >= 0]
        filled = [number for number, place in enumerate(records.places) if measures[place] >= 0]
    own = _chosen(measures, places)
    ordered = {number: place for place, number in enumerate(dict.fromkeys(own))}
    named = dict(zip(keys.values(), keys, strict=True))
    times = _chosen(_by_row([records.times(value) for value in width]), places)
    layout = Layout(
        catalog,
        {named[number]: place for number, place in ordered.items()},
        array("i", map(ordered.__getitem__, own)),
        _chosen(_by_row([records.areas(value) for value in width]), places),
        times if len(set(times)) > 1 else None,
    )
    return Table(
        layout,
        times,
        _chosen(_by_row([one.figures for one in records.plan.values]), places),
        filled,
        lambda number: cast("Observation", records.glimpse(places[number])),
        [records.made(place) for place in empty],
    )


def _chosen(column: Sequence[One], places: Sequence[int]) -> Sequence[One]:
    return column if len(column) == len(places) else [column[place] for place in places]


def _by_row(columns: Sequence[Sequence[One]]) -> Sequence[One]:
    """The cells of columns in the order of a sheet."""
    if len(columns) == 1:
        return columns[0]
    return list(chain.from_iterable(zip(*columns, strict=True)))


def _measures(records: LongRecords, value: int, keys: Mapping[Key, int]) -> array[int]:
    numbered = [_measure(case[value], keys) for case in records.cases]
    return array("i", map(numbered.__getitem__, records.plan.cases))


def _measure(case: Observation | None, keys: Mapping[Key, int]) -> int:
    if case is None:
        return _ABSENT
    return keys[key_of(case)] if case.value is not None and case.time_period else _EMPTY
