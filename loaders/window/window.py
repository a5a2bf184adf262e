"""A part of a sheet: its texts and merges, what says what its figures are, what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cockpit.observation import Observation
from cockpit.reading import Reading, SheetWindow
from loaders.grid import Sheet, Workbook, address
from loaders.memory.heading import place_of, sheets_of
from loaders.window.shown import LONGEST, shown
from loaders.window.unread import unread

ROWS, COLUMNS = 60, 20
_CALLED = ("sheet", "file", "caption")
"""Places of evidence that are no cells."""


class Place(NamedTuple):
    """The first cell of a window, counted from 0; a sheet without a name is the first one."""

    sheet: str = ""
    top: int = 0
    left: int = 0


def window(workbook: Workbook, reading: Reading, at: Place) -> SheetWindow:
    """The window that begins at a place, or nearest to it where the sheet has ended before."""
    sheets = dict(sheets_of(workbook))
    name = at.sheet if at.sheet in sheets else next(iter(sheets))
    sheet = sheets[name]
    top, left = _within(at.top, len(sheet.rows), ROWS), _within(at.left, sheet.width, COLUMNS)
    span = _Span(top, left, min(top + ROWS, len(sheet.rows)), min(left + COLUMNS, sheet.width))
    records = [one for one in reading.observations if one.sheet == name]
    used = {one.cell for one in records}.union(*(one.evidence.values() for one in records))
    left_out = dict(unread(sheet, used, (one for one in reading.issues if one.sheet == name)))
    evidence = {one.cell: dict(one.evidence) for one in records if span.holds(place_of(one.cell))}
    return SheetWindow(
        sheets=tuple(sheets),
        sheet=name,
        top=top,
        left=left,
        height=len(sheet.rows),
        width=sheet.width,
        texts=tuple(span.texts(sheet)),
        merges=tuple(span.merges(sheet)),
        evidence=evidence,
        said=_said(sheet, name, reading.file, _places(evidence, records, span)),
        unread={address(*place): why for place, why in left_out.items() if span.holds(place)},
        left_out=Counter(left_out.values()),
    )


class _Span(NamedTuple):
    """Rows and columns of a window, the ends excluded."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, place: tuple[int, int]) -> bool:
        """Whether a place lies within."""
        return self.top <= place[0] < self.bottom and self.left <= place[1] < self.right

    def texts(self, sheet: Sheet) -> Iterable[tuple[str, ...]]:
        """What is shown, row by row."""
        for row in range(self.top, self.bottom):
            yield tuple(shown(sheet.cell(row, c)) for c in range(self.left, self.right))

    def merges(self, sheet: Sheet) -> Iterable[tuple[int, int, int, int]]:
        """The merged ranges as far as they lie within; one cut off begins at the window's edge."""
        for merge in sheet.merges:
            top, left = max(merge.top, self.top), max(merge.left, self.left)
            rows = min(merge.bottom + 1, self.bottom) - top
            columns = min(merge.right + 1, self.right) - left
            if rows > 0 and columns > 0 and rows * columns > 1:
                yield top - self.top, left - self.left, rows, columns


def _within(start: int, size: int, step: int) -> int:
    """The start of the step in which a place lies, in a sheet of this size."""
    last = max(size - 1, 0)
    return min(max(start, 0), last) // step * step


def _places(
    evidence: Mapping[str, Mapping[str, str]], records: Sequence[Observation], span: _Span
) -> set[str]:
    """Where something is said about a figure of the window, and what in it says something."""
    about = {place for said in evidence.values() for place in said.values()}
    every = {place for one in records for place in one.evidence.values()} - about
    return about | {p for p in every if p not in _CALLED and span.holds(place_of(p))}


def _said(sheet: Sheet, name: str, file: str, places: Iterable[str]) -> dict[str, str]:
    called = {"sheet": name, "file": file, "caption": sheet.caption[:LONGEST]}
    return {
        place: called[place] if place in called else shown(sheet.cell(*place_of(place)))
        for place in sorted(places)
    }
