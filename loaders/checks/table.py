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
_FACTS = attrgetter("value", "time_period", "area", "ref_area", *_WHAT)
_KEY = attrgetter(*_WHAT)
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
    rows = list(map(_FACTS, records))
    filled = [row[0] is not None and row[1] != "" for row in rows]
    if all(filled):
        return _columns(records, rows, ())
    empty = [record for record, is_filled in zip(records, filled, strict=True) if not is_filled]
    return _columns(list(compress(records, filled)), list(compress(rows, filled)), empty)


def numbers() -> dict[Key, int]:
    """Keys get a number each when looked up, in the order met."""
    return defaultdict(count().__next__)


def key_of(record: Observation) -> Key:
    """What makes the measure of a record."""
    indicator, broken, *kind = _KEY(record)
    return (indicator or _NAME(record), _frozen(broken), *kind)


def _columns(
    records: Sequence[Observation], rows: Sequence[Any], empty: Sequence[Observation]
) -> Table:
    if not rows:
        return Table({}, (), (), (), (), records.__getitem__, empty)
    values, times, areas, printed, indicators, broken, *kind = zip(*rows, strict=True)
    names = indicators if all(indicators) else list(map(_name, indicators, records))
    if not all(areas):
        areas = [area or name for area, name in zip(areas, printed, strict=True)]
    keys = numbers()
    measures = list(map(keys.__getitem__, zip(names, _breakdowns(broken), *kind, strict=False)))
    return Table(keys, measures, times, areas, values, records.__getitem__, empty)


def _name(indicator: str | None, record: Observation) -> Name:
    return indicator or _NAME(record)


def _breakdowns(broken: Sequence[Mapping[str, str]]) -> Iterable[Breakdown]:
    """One breakdown is shared by many records."""
    if not any(broken):
        return repeat(())
    known = {id(one): one for one in broken}
    frozen = {place: _frozen(one) for place, one in known.items()}
    return map(frozen.__getitem__, map(id, broken))


def _frozen(broken: Mapping[str, str]) -> Breakdown:
    return tuple(sorted(broken.items())) if broken else ()
