"""A file's figures as columns, read once: what each is of, when and where, and its number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import compress, count, repeat
from operator import attrgetter, itemgetter, not_
from typing import Any, NamedTuple

from cockpit.catalog import Catalog
from cockpit.observation import NAMES, Observation
from cockpit.series import Breakdown
from loaders.checks.layout import Layout
from loaders.checks.measure import Key
from loaders.remembered import Kept, is_long, of_the_last

_KEY = attrgetter("indicator", "breakdown", "freq", "accumulation", "transformation", "unit")
_NAME = attrgetter("sheet", "parents", "label")
_FACTS = slice(NAMES.index("indicator"), NAMES.index("value") + 1)
"""What a figure is, where and when, and its number stand side by side in a record."""
_TIME, _VALUE = (NAMES[_FACTS].index(name) for name in ("time_period", "value"))
_MOST_LAYOUTS = 1 << 7
_MOST_FIGURES = 1000
"""A layout of more is not kept."""

_What = tuple[tuple[Any, ...], ...]
"""Names, breakdowns, frequencies, accumulations, transformations, units and areas of figures."""


class Table(NamedTuple):
    """Figures by number, in the order read.

    `numbers` are those of the figures' records, `record` tells all of a figure. `empty` are
    records without a figure or of no known period.
    """

    layout: Layout
    times: Sequence[str]
    values: Sequence[float]
    numbers: Sequence[int]
    record: Callable[[int], Observation]
    empty: Sequence[Observation]


def table_of(records: Sequence[Observation], catalog: Catalog) -> Table:
    """The columns of records."""
    columns = _columns(records)
    times, values = columns[_TIME], columns[_VALUE]
    if None not in values and "" not in set(times):
        layout = _layout(catalog, _what(records, columns), times)
        return Table(layout, times, values, range(len(records)), records.__getitem__, ())
    filled = [value is not None and time != "" for value, time in zip(values, times, strict=True)]
    found = table_of(list(compress(records, filled)), catalog)
    empty = list(compress(records, map(not_, filled)))
    return found._replace(numbers=list(compress(count(), filled)), empty=empty)


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


def _what(records: Sequence[Observation], columns: Sequence[Any]) -> _What:
    names, printed, areas, broken, freqs, _times, *kind, _values = columns
    if not all(names):
        names = [*names]
        for number in compress(count(), map(not_, names)):
            names[number] = _NAME(records[number])
    if not all(areas):
        areas = tuple([code or name for code, name in zip(areas, printed, strict=True)])
    return tuple(names), _breakdowns(broken), freqs, *kind, areas


def _layout(catalog: Catalog, what: _What, times: Sequence[str]) -> Layout:
    """The layout, the same one where all figures but their period are those of another file."""
    if len(set(times)) > 1:
        return _made(catalog, what, times)
    kept = _layouts_of(catalog)
    found = kept.get(what)
    if found is None:
        is_kept = _may_be_kept(what)
        found = _made(catalog, what, None, is_kept=is_kept)
        if is_kept:
            kept.keep(what, found)
    return found


def _made(
    catalog: Catalog, what: _What, times: Sequence[str] | None, *, is_kept: bool = False
) -> Layout:
    names, broken, *kinds, areas = what
    keys = numbers()
    found = zip(names, broken or repeat(()), *kinds, strict=False)
    measures = list(map(keys.__getitem__, found))
    return Layout(catalog, keys, measures, areas, times, is_kept=is_kept)


@of_the_last
def _layouts_of(_catalog: Catalog) -> Kept[_What, Layout]:
    return Kept(_MOST_LAYOUTS, by_numbers=True)


def _may_be_kept(what: _What) -> bool:
    """Whether there are not too many figures, and no text is too long to come again."""
    names, broken, *_, units, areas = what
    if len(names) > _MOST_FIGURES:
        return False
    own = {name for name in names if name.__class__ is not str}
    return not is_long((*own, *set(broken), *set(units), *set(areas)))


def _breakdowns(broken: Sequence[Mapping[str, str]]) -> tuple[Breakdown, ...]:
    """Those of all records, none where there are none; one is shared by many records."""
    if not any(broken):
        return ()
    known = {id(one): one for one in broken}
    frozen = {place: _frozen(one) for place, one in known.items()}
    return tuple(map(frozen.__getitem__, map(id, broken)))


def _frozen(broken: Mapping[str, str]) -> Breakdown:
    return tuple(sorted(broken.items())) if broken else ()
