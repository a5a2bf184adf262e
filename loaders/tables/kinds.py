"""What kind of thing stands in each cell of a sheet that a person sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from loaders.grid import Sheet
from loaders.written import BLANK, FIGURE, YEAR

COVERED = "c"
"""A place inside a merged range other than its first."""
NOT_WRITTEN = frozenset((BLANK, COVERED))

kind_of = attrgetter("kind")
_YEARS_RUN = re.compile(f"{YEAR}{{2,}}")


@dataclass(frozen=True)
class Kinds:
    """A sheet's cells by kind: one string a row, hidden places blank."""

    sheet: Sheet
    rows: Sequence[str]

    @classmethod
    def of(cls, sheet: Sheet) -> Kinds:
        """Tell the kinds of all shown cells."""
        rows: list[str] = ["".join(map(kind_of, row)) for row in sheet.rows]
        return cls(sheet, _beside_years(_covered(sheet, _shown(sheet, rows))))

    @cached_property
    def width(self) -> int:
        """The number of columns."""
        return self.sheet.width

    def written(self, row: int) -> list[int]:
        """The columns of a row in which something of its own is written."""
        return [c for c, kind in enumerate(self.rows[row]) if kind not in NOT_WRITTEN]

    def text(self, row: int, column: int) -> str:
        """The words at a place, those of the merged range that covers it included."""
        if self.rows[row][column] == BLANK:
            return ""
        return self.sheet.spread(row, column).raw


def _shown(sheet: Sheet, rows: list[str]) -> list[str]:
    width = sheet.width
    hidden = [c for c in sheet.hidden_columns if c < width]
    if sheet.hidden_rows:
        rows = ["" if number in sheet.hidden_rows else row for number, row in enumerate(rows)]
    if hidden:
        rows: list[str] = ["".join(_without(row, hidden)) for row in rows]
    return [row.ljust(width) for row in rows]


def _without(row: str, hidden: Sequence[int]) -> list[str]:
    kinds = list(row)
    for column in hidden:
        if column < len(kinds):
            kinds[column] = BLANK
    return kinds


def _covered(sheet: Sheet, rows: list[str]) -> list[str]:
    """Mark what merged ranges cover; ranges of blank cells cover nothing."""
    changed: dict[int, list[str]] = {}
    for merge in sheet.merges:
        if merge.top >= len(rows) or sheet.cell(merge.top, merge.left).is_blank:
            continue
        for row in range(merge.top, min(merge.bottom + 1, len(rows))):
            if row in sheet.hidden_rows:
                continue
            kinds = changed.setdefault(row, list(rows[row]))
            first = merge.left + (row == merge.top)
            for column in range(first, min(merge.right + 1, len(kinds))):
                if column not in sheet.hidden_columns:
                    kinds[column] = COVERED
    for row, kinds in changed.items():
        rows[row] = "".join(kinds)
    return rows


def _beside_years(rows: list[str]) -> list[str]:
    """In a row that years down a column tell the time of, 2067.11 is a figure as those above."""
    if YEAR not in "".join(rows):
        return rows
    dated, figures = dated_figures(["".join(column) for column in zip(*rows, strict=True)])
    return [as_figures(row, figures) if n in dated else row for n, row in enumerate(rows)]


def dated_figures(columns: Sequence[str]) -> tuple[set[int], list[int]]:
    """Rows whose time years down a column tell, and the columns that hold figures there."""
    times = [c for c, column in enumerate(columns) if YEAR * 2 in column and FIGURE not in column]
    figures = [c for c, kinds in enumerate(columns) if kinds.count(FIGURE) > kinds.count(YEAR) > 0]
    if not times or not figures:
        return set(), []
    return {row for place in times for row in _run_on(columns[place])}, figures


def _run_on(column: str) -> Iterator[int]:
    """Rows of years that stand directly below or above another."""
    for found in _YEARS_RUN.finditer(column):
        yield from range(found.start(), found.end())


def as_figures(row: str, columns: Sequence[int]) -> str:
    """The kinds of a row in which some columns hold figures, whatever they look like."""
    kinds = list(row)
    for column in columns:
        if kinds[column] == YEAR:
            kinds[column] = FIGURE
    return "".join(kinds)
