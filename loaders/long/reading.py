"""From the specimens of a long sheet to the records of all its rows."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cockpit.observation import Observation
from loaders.grid import address
from loaders.long.axes import Numbers
from loaders.long.plan import Plan
from loaders.long.records import Case, LongRecords
from loaders.sums import Point, Subject, series_of, told


def records_of(
    plan: Plan, specimens: Sequence[Observation], assumed: Collection[str]
) -> LongRecords:
    """All records, after those of the specimens; `assumed` as in `settled`."""
    by_cell = {record.cell: record for record in specimens}
    columns = [one.column for one in plan.values]
    cases: list[Case] = [
        [by_cell.get(address(row, column)) for column in columns]
        for _, row in sorted(plan.firsts.items())
    ]
    records = LongRecords(plan, cases, _places(plan, cases))
    return _settled(records, assumed) if assumed else records


def _settled(records: LongRecords, assumed: Collection[str]) -> LongRecords:
    """Whether figures are cumulative, told by the size of all of them."""
    series = [one for value in range(records.width) for one in _series(records, value, assumed)]
    series.sort(key=lambda one: one.rows[0])
    found = told((one.subject, one.points()) for one in series)
    cases = [
        [found.of(case) if case and case.cell in assumed else case for case in cases]
        for cases in records.cases
    ]
    return replace(records, cases=cases)


class _Series(NamedTuple):
    """The rows of a column in which the levels of one region and subject stand."""

    subject: Subject
    rows: Sequence[int]
    times: Sequence[str]
    figures: Sequence[float]

    def points(self) -> list[Point]:
        return [(self.times[row], self.figures[row]) for row in self.rows]


def _series(records: LongRecords, value: int, assumed: Collection[str]) -> Iterator[_Series]:
    known: Numbers[tuple[Subject, object]] = Numbers()
    kinds = [_kind(cases[value], assumed, known) for cases in records.cases]
    rows: defaultdict[tuple[int, int], array[int]] = defaultdict(lambda: array("i"))
    for row, (case, region) in enumerate(zip(records.plan.cases, records.regions(), strict=True)):
        if kinds[case] >= 0:
            rows[kinds[case], region].append(row)
    subjects = [subject for subject, _ in known]
    times, figures = records.times(value), records.plan.values[value].figures
    return (_Series(subjects[kind], own, times, figures) for (kind, _), own in rows.items())


def _kind(
    case: Observation | None, assumed: Collection[str], known: Numbers[tuple[Subject, object]]
) -> int:
    kind = series_of(case) if case and case.cell in assumed else None
    return -1 if kind is None else known[kind]


def _places(plan: Plan, cases: Sequence[Case]) -> Sequence[int]:
    """The places of figures, without those that belong nowhere."""
    width = len(plan.values)
    whole = range(width * len(plan.cases))
    if all(all(case) for case in cases):
        return whole
    return array("i", (at for at in whole if cases[plan.cases[at // width]][at % width]))
