"""Whether 增减 is an amount or growth in %, told by the levels beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from cockpit.observation import Observation
from loaders.checks.figures import year_before
from loaders.checks.precision import is_difference, is_growth
from loaders.heading.kinds import PERCENT_OR_AMOUNT

Kind = Literal["change", "yoy"]


class Asked(NamedTuple):
    """A figure of which it is asked, with the levels now and a year before."""

    record: Observation
    now: Observation
    before: Observation


def told_apart(records: Sequence[Observation]) -> Sequence[Observation]:
    """Records of a table; of a column whose levels tell what it holds nothing is asked."""
    open_ = [one for one in records if one.reasons and _is_open(one)]
    if not open_:
        return records
    told: dict[str, Observation] = {}
    for column in _columns(open_, records):
        if kind := _kind(column):
            told |= {one.record.cell: _as(kind, one) for one in column}
    return [told.get(one.cell, one) for one in records]


def _is_open(record: Observation) -> bool:
    over_a_year = record.transformation == "yoy" and record.value is not None
    return over_a_year and PERCENT_OR_AMOUNT in record.reasons


def _columns(open_: Iterable[Observation], records: Iterable[Observation]) -> Iterable[list[Asked]]:
    levels = {_place(one): one for one in records if one.transformation == "level"}
    columns: dict[str, list[Asked]] = defaultdict(list)
    for record in open_:
        columns[record.cell.rstrip("0123456789")] += _beside(record, levels)
    return columns.values()


def _beside(record: Observation, levels: Mapping[object, Observation]) -> Iterator[Asked]:
    """The levels a figure lies between, in one unit; none where one of them is missing."""
    if not record.time_period:
        return
    now = levels.get(_place(record))
    before = levels.get(_place(record._replace(time_period=year_before(record.time_period))))
    if now and before and now.unit == before.unit and None not in (now.value, before.value):
        yield Asked(record, now, before)


def _place(record: Observation) -> object:
    """What is counted, where and when, but not how."""
    what = record.indicator or (record.parents, record.label)
    where = record.area or record.ref_area
    broken = tuple(record.breakdown.items())
    return what, broken, where, record.freq, record.time_period, record.accumulation


def _kind(column: Iterable[Asked]) -> Kind | None:
    """What all figures of a column fit, of which one does not fit the other as well."""
    fits = [(is_difference(*_values(one)), is_growth(*_values(one))) for one in column]
    if (True, False) in fits and all(difference for difference, _ in fits):
        return "change"
    return "yoy" if (False, True) in fits and all(grows for _, grows in fits) else None


def _values(one: Asked) -> tuple[float, float, float]:
    return one.record.value or 0, one.now.value or 0, one.before.value or 0


def _as(kind: Kind, one: Asked) -> Observation:
    reasons = tuple(reason for reason in one.record.reasons if reason != PERCENT_OR_AMOUNT)
    unit = one.now.unit if kind == "change" else one.record.unit
    return one.record._replace(
        transformation=kind, unit=unit, needs_review=bool(reasons), reasons=reasons
    )
