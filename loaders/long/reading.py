"""From the specimens of a long sheet to the records of all its rows."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

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
    series = (one for value in range(records.width) for one in _series(records, value, assumed))
    found = told((subject, points) for _, subject, points in sorted(series, key=itemgetter(0)))
    cases = [
        [found.of(case) if case and case.cell in assumed else case for case in cases]
        for cases in records.cases
    ]
    return replace(records, cases=cases)


def _series(
    records: LongRecords, value: int, assumed: Collection[str]
) -> Iterator[tuple[int, Subject, Sequence[Point]]]:
    """The levels of each region and subject in a column, with the row where they begin."""
    known: Numbers[tuple[Subject, object]] = Numbers()
    kinds = [_kind(cases[value], assumed, known) for cases in records.cases]
    series: dict[tuple[int, int], tuple[int, list[Point]]] = {}
    rows = zip(records.plan.cases, records.regions(), records.times(value), strict=True)
    figures = records.plan.values[value].figures
    for row, (case, region, time) in enumerate(rows):
        kind = kinds[case]
        if kind >= 0:
            own = series.get((kind, region)) or series.setdefault((kind, region), (row, []))
            own[1].append((time, figures[row]))
    subjects = [subject for subject, _ in known]
    return ((row, subjects[kind], points) for (kind, _), (row, points) in series.items())


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
