"""A file's figures as columns, read once: what each is of, when and where, and its number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress, count, repeat
from operator import attrgetter
from typing import Any, NamedTuple

from cockpit.observation import Observation
from cockpit.series import Breakdown

Name = str | tuple[object, ...]
"""An indicator's id; where none is known, sheet, enclosing words and label."""
Key = tuple[Name, Breakdown, str, str, str, str]
"""Name, breakdown, frequency, accumulation, transformation and unit: what makes a measure."""

_WHAT = ("indicator", "breakdown", "freq", "accumulation", "transformation", "unit")
_FACTS = attrgetter("value", "time_period", "area", *_WHAT)
_KEY = attrgetter(*_WHAT)
_WIDTH = 9
_NAME = attrgetter("sheet", "parents", "label")


class Table(NamedTuple):
    """Figures by number, in the order read.

    `keys` number the measures, `measures` say of which one each figure is. `areas` are codes, or
    printed names where none is known; `record` tells all of a figure. `empty` are records without
    a figure or of no known period.
    """

    keys: Mapping[Key, int]
    measures: Sequence[int]
    times: Sequence[str]
    areas: Sequence[str]
    values: Sequence[float]
    record: Callable[[int], Observation]
    empty: Sequence[Observation]


def table_of(records: Sequence[Observation]) -> Table:
    """The columns of records."""
    columns = _columns(records)
    if None not in columns[0] and "" not in columns[1]:
        return _table(records, columns, ())
    filled = [value is not None and time != "" for value, time in zip(*columns[:2], strict=True)]
    empty = [record for record, is_filled in zip(records, filled, strict=True) if not is_filled]
    figures = list(compress(records, filled))
    return _table(figures, _columns(figures), empty)


def numbers() -> dict[Key, int]:
    """Keys get a number each when looked up, in the order met."""
    return defaultdict(count().__next__)


def key_of(record: Observation) -> Key:
    """What makes the measure of a record."""
    indicator, broken, *kind = _KEY(record)
    return (indicator or _NAME(record), _frozen(broken), *kind)


def _columns(records: Sequence[Observation]) -> Sequence[Sequence[Any]]:
    return list(zip(*map(_FACTS, records), strict=True)) if records else [()] * _WIDTH


def _table(
    records: Sequence[Observation], columns: Sequence[Any], empty: Sequence[Observation]
) -> Table:
    values, times, areas, names, broken, *kind = columns
    if not all(names):
        named = zip(names, records, strict=True)
        names = [name or _NAME(record) for name, record in named]
    if not all(areas):
        placed = zip(areas, records, strict=True)
        areas = [area or record.ref_area for area, record in placed]
    keys = numbers()
    measures = list(map(keys.__getitem__, zip(names, _breakdowns(broken), *kind, strict=False)))
    return Table(keys, measures, times, areas, values, records.__getitem__, empty)


def _breakdowns(broken: Sequence[Mapping[str, str]]) -> Iterable[Breakdown]:
    """One breakdown is shared by many records."""
    if not any(broken):
        return repeat(())
    known = {id(one): one for one in broken}
    frozen = {place: _frozen(one) for place, one in known.items()}
    return map(frozen.__getitem__, map(id, broken))


def _frozen(broken: Mapping[str, str]) -> Breakdown:
    return tuple(sorted(broken.items())) if broken else ()
