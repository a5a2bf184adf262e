"""A reading seen with the memory of its family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from cockpit.catalog import Catalog
from cockpit.memory import Memory, Subject, family_of
from cockpit.memory.doubts import has_several
from cockpit.observation import Issue, Observation
from cockpit.reading import Reading
from loaders.grid import Workbook
from loaders.memory.changes import changes
from loaders.memory.heading import heading, place_of, sheets_of
from loaders.memory.recall import Recall

_SETTLED_BY: Mapping[str, Subject] = {
    "P02": "label",
    "P04": "region",
    "P07": "period",
    "P08": "unit",
    "P19": "indicator",
    "P20": "region",
    "P21": "unit",
}
_TAKEN = "P29"
_TITLE_ROWS = 5

Open = dict[tuple[str, str], frozenset[Subject]]


def remember(reading: Reading, workbook: Workbook, memory: Memory, catalog: Catalog) -> Reading:
    """The reading with its family named, known answers filled in and a changed layout reported."""
    family = family_of(reading.file, titles(workbook), bureau=memory.bureau)
    known = memory.of(family)
    reading = replace(reading, family=family)
    if known.answers:
        recall = Recall(known, catalog, several=has_several(reading.observations))
        reading = _recalled(reading, workbook, recall)
    if before := known.layouts.get(family):
        reading = replace(reading, issues=(*reading.issues, *changes(before, reading, catalog)))
    return reading


def settle(reading: Reading, workbook: Workbook, memory: Memory, catalog: Catalog) -> Reading:
    """A checked reading with what was said of columns that have the name of another.

    What checks find of single figures is asked anew: next month it is another figure.
    """
    known = memory.of(reading.family)
    if not known.answers:
        return reading
    taken = {(one.sheet, one.cell) for one in reading.issues if one.issue == _TAKEN}
    if not taken:
        return reading
    recall = Recall(known, catalog, several=has_several(reading.observations))
    above = _headings(workbook)
    records: list[Observation] = []
    for one in reading.observations:
        if (one.sheet, one.cell) not in taken:
            records.append(one)
        elif recall.is_figure(one, above(one)):
            records.append(recall.apply(one, above(one)))
    open_ = {(one.sheet, one.cell) for one in records if one.needs_review}
    issues = (i for i in reading.issues if i.issue != _TAKEN or (i.sheet, i.cell) in open_)
    return replace(reading, observations=tuple(records), issues=tuple(issues))


def titles(workbook: Workbook) -> Iterator[str]:
    """The texts that stand first in each sheet, and after them the sheets' names."""
    sheets = dict(sheets_of(workbook))
    for sheet in sheets.values():
        written = (
            cell.raw for row in sheet.rows[:_TITLE_ROWS] for cell in row if not cell.is_blank
        )
        if (first := next(written, None)) is not None:
            yield sheet.caption.partition("\n")[0] or first
    yield from sheets


def _recalled(reading: Reading, workbook: Workbook, recall: Recall) -> Reading:
    above = _headings(workbook) if recall.asks_headings() else lambda _one: ""
    records: list[Observation] = []
    still: Open = {}
    skipped: set[tuple[str, str]] = set()
    for one in reading.observations:
        printed = above(one)
        if recall.is_figure(one, printed):
            record = recall.apply(one, printed)
            records.append(record)
            still[one.sheet, one.cell] = recall.open(record, printed)
        else:
            skipped.add((one.sheet, one.cell))
    issues = tuple(issue for issue in reading.issues if _stands(issue, still, skipped))
    return replace(reading, observations=tuple(records), issues=issues)


def _headings(workbook: Workbook) -> Callable[[Observation], str]:
    sheets = dict(sheets_of(workbook))

    def above(one: Observation) -> str:
        sheet = sheets.get(one.sheet)
        return heading(sheet, *place_of(one.cell)) if sheet else ""

    return above


def _stands(issue: Issue, still: Open, skipped: set[tuple[str, str]]) -> bool:
    """Whether an issue is not settled: its own cell's question, or any of its sheet, is open."""
    subject = _SETTLED_BY.get(issue.issue)
    if subject is None:
        return True
    place = (issue.sheet, issue.cell or "")
    if place in still or place in skipped:
        return subject in still.get(place, ())
    return any(subject in open_ for (sheet, _), open_ in still.items() if sheet == issue.sheet)
