"""Why a figure of a sheet is in no record: fixed English, translated where shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from cockpit.observation import Issue
from loaders.grid import BLANK, Cell, Sheet, letters
from loaders.memory.heading import place_of
from loaders.tables.roles import role_of
from loaders.written import FIGURE, YEAR

HIDDEN = "its row, column or sheet is hidden"
NOTE = "a note to the table"
SERIAL = "a serial number"
REPEATED = "it repeats an earlier table"
UNHEADED = "it stands under no heading or beside no name"
UNDATED = "no period is named for it"
UNUSED = "it belongs to no table that was understood"

_RANGE = re.compile(r"(?P<first>[A-Z]+\d+):(?P<last>[A-Z]+\d+)")

Place = tuple[int, int]


def unread(
    sheet: Sheet, used: Collection[str], issues: Iterable[Issue]
) -> Iterator[tuple[Place, str]]:
    """Every figure, note and hidden text that is neither a record nor says what one is.

    `used` are the addresses of those; `issues` are the sheet's own.
    """
    why = _Why(sheet, list(issues))
    names = [letters(column) for column in range(sheet.width)]
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if cell is BLANK or cell.is_blank:
                continue
            at = f"{names[column]}{row + 1}"
            if reason := why.of(row, column, cell, at, is_used=at in used):
                yield (row, column), reason


class _Why:
    """Asked cell by cell, row after row, so that it knows the words above each."""

    def __init__(self, sheet: Sheet, issues: Sequence[Issue]) -> None:
        self._sheet = sheet
        self._repeated = any(one.issue == "P23" for one in issues)
        self._notes = {one.cell for one in issues if one.issue == "P14"}
        self._ranges = list(_ranges(issues))
        self._heads: dict[int, str] = {}

    def of(self, row: int, column: int, cell: Cell, at: str, *, is_used: bool) -> str:
        """The reason; empty for what is used and for words that are no note."""
        is_figure = cell.kind in (FIGURE, YEAR)
        if not is_figure and isinstance(cell.value, str):
            self._heads[column] = cell.raw
        if is_used:
            return ""
        if self._sheet.hidden or not self._sheet.is_shown(row, column):
            return HIDDEN
        if at in self._notes:
            return NOTE
        return self._of_figure(row, column) if is_figure else ""

    def _of_figure(self, row: int, column: int) -> str:
        if self._repeated:
            return REPEATED
        if role_of(self._heads.get(column, "").strip()) == "serial":
            return SERIAL
        return _within(self._ranges, row, column) or UNUSED


def _ranges(issues: Iterable[Issue]) -> Iterator[tuple[Place, Place, str]]:
    for one in issues:
        found = _RANGE.fullmatch(one.found or "") if one.issue == "P26" else None
        if found:
            yield place_of(found["first"]), place_of(found["last"]), UNHEADED
        elif one.issue == "P06" and one.cell:
            yield place_of(one.cell), place_of(one.cell), UNDATED


def _within(ranges: Sequence[tuple[Place, Place, str]], row: int, column: int) -> str:
    for first, last, why in ranges:
        if first[0] <= row <= last[0] and first[1] <= column <= last[1]:
            return why
    return ""
