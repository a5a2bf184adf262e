"""The figures of a long sheet as columns, without a record for each of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, compress
from typing import TypeVar, cast

from cockpit.observation import Observation
from loaders.checks.table import Key, Table, key_of, numbers
from loaders.long.records import LongRecords

One = TypeVar("One")
_EMPTY, _ABSENT = -1, -2


def long_table(records: LongRecords) -> Table:
    """The columns of a long sheet; a record is made when a check asks for it."""
    keys, width = numbers(), range(records.width)
    measures = array("i", _by_row([_measures(records, value, keys) for value in width]))
    filled = [number >= 0 for number in measures]
    places: Sequence[int] = range(len(measures))
    empty = [records.made(place) for place in places if measures[place] == _EMPTY]
    if not all(filled):
        places = array("i", compress(places, filled))
    ordered = dict(zip(dict.fromkeys(compress(measures, filled)), range(len(keys)), strict=False))
    named = dict(zip(keys.values(), keys, strict=True))
    return Table(
        {named[number]: place for number, place in ordered.items()},
        array("i", map(ordered.__getitem__, compress(measures, filled))),
        list(compress(_by_row([records.times(value) for value in width]), filled)),
        list(compress(_by_row([records.areas(value) for value in width]), filled)),
        array("d", compress(_by_row([one.figures for one in records.plan.values]), filled)),
        lambda number: cast("Observation", records.glimpse(places[number])),
        empty,
    )


def _by_row(columns: Sequence[Iterable[One]]) -> Iterable[One]:
    """The cells of columns in the order of a sheet."""
    return columns[0] if len(columns) == 1 else chain.from_iterable(zip(*columns, strict=True))


def _measures(records: LongRecords, value: int, keys: Mapping[Key, int]) -> Iterable[int]:
    numbered = [_measure(case[value], keys) for case in records.cases]
    return map(numbered.__getitem__, records.plan.cases)


def _measure(case: Observation | None, keys: Mapping[Key, int]) -> int:
    if case is None:
        return _ABSENT
    return keys[key_of(case)] if case.value is not None and case.time_period else _EMPTY
