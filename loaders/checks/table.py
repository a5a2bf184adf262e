"""A file's figures as columns, read once: what each is of, when and where, and its number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence
from itertools import compress, count, repeat
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from cockpit.observation import NAMES, Observation
from cockpit.series import Breakdown

Name = str | tuple[object, ...]
"""An indicator's id; where none is known, sheet, enclosing words and label."""
Key = tuple[Name, Breakdown, str, str, str, str]
"""Name, breakdown, frequency, accumulation, transformation and unit: what makes a measure."""

_KEY = attrgetter("indicator", "breakdown", "freq", "accumulation", "transformation", "unit")
_NAME = attrgetter("sheet", "parents", "label")
_FACTS = slice(NAMES.index("indicator"), NAMES.index("value") + 1)
"""What a figure is, where and when, and its number stand side by side in a record."""
_TIME, _VALUE = (NAMES[_FACTS].index(name) for name in ("time_period", "value"))


class Table(NamedTuple):
    """Figures by number, in the order read.

    `keys` number the measures, `measures` say of which one each figure is. `areas` are codes, or
    printed names where none is known; `record` tells all of a figure. `empty` are records without
    a figure or of no known period.
    """

    keys: Mapping[Key, int]
    measures: MutableSequence[int]
    times: Sequence[str]
    areas: Sequence[str]
    values: Sequence[float]
    record: Callable[[int], Observation]
    empty: Sequence[Observation]


def table_of(records: Sequence[Observation]) -> Table:
    """The columns of records."""
    columns = _columns(records)
    times, values = columns[_TIME], columns[_VALUE]
    if None not in values and "" not in times:
        return _table(records, columns, ())
    filled = [value is not None and time != "" for value, time in zip(values, times, strict=True)]
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
    facts = map(itemgetter(_FACTS), records)
    return list(zip(*facts, strict=True)) if records else [()] * len(NAMES[_FACTS])


def _table(
    records: Sequence[Observation], columns: Sequence[Any], empty: Sequence[Observation]
) -> Table:
    names, printed, areas, broken, freqs, times, *kind, values = columns
    if not all(names):
        names = [name or _NAME(records[number]) for number, name in enumerate(names)]
    if not all(areas):
        areas = [code or name for code, name in zip(areas, printed, strict=True)]
    keys = numbers()
    what = zip(names, _breakdowns(broken), freqs, *kind, strict=False)
    measures = list(map(keys.__getitem__, what))
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
