"""From the specimens of a long sheet to the records of all its rows."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from cockpit.observation import Observation
from loaders.grid import address
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
    kinds = [[_open_series(case, assumed) for case in cases] for cases in records.cases]
    found = told(_through_time(records, kinds))
    cases = [
        [found.of(case) if case and case.cell in assumed else case for case in cases]
        for cases in records.cases
    ]
    return replace(records, cases=cases)


def _open_series(
    case: Observation | None, assumed: Collection[str]
) -> tuple[Subject, object] | None:
    return series_of(case) if case and case.cell in assumed else None


def _through_time(
    records: LongRecords, kinds: Sequence[Sequence[tuple[Subject, object] | None]]
) -> Iterable[tuple[Subject, Sequence[Point]]]:
    """The levels of each region and subject."""
    plan = records.plan
    series: dict[object, tuple[Subject, list[Point]]] = {}
    for row, code in enumerate(plan.cases):
        for own, case, kind in zip(plan.values, records.cases[code], kinds[code], strict=True):
            if case is not None and kind is not None:
                key = (kind, records.place_of(case, row))
                points = series.get(key) or series.setdefault(key, (kind[0], []))
                points[1].append((records.time_of(case, row), own.figures[row]))
    return series.values()


def _places(plan: Plan, cases: Sequence[Case]) -> Sequence[int]:
    """The places of figures, without those that belong nowhere."""
    width = len(plan.values)
    whole = range(width * len(plan.cases))
    if all(all(case) for case in cases):
        return whole
    return array("i", (at for at in whole if cases[plan.cases[at // width]][at % width]))
