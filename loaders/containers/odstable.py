"""One table of an OpenDocument spreadsheet while its elements are heard."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.containers.rows import trimmed
from loaders.containers.zipped import check_cells, check_columns, check_grid, check_merged
from loaders.grid import BLANK, Cell, Merge, Sheet

_UNSEEN = ("collapse", "filter")
_MOST_ROWS = 1_048_576


class OdsTable:
    """Collects rows; a repeated cell stands as often as it says, a blank one costs nothing."""

    def __init__(self, name: str, *, hidden: bool) -> None:
        self._name = name
        self._hidden = hidden
        self._rows: list[list[Cell]] = []
        self._blank_rows = 0
        self._line: list[Cell] = []
        self._blanks = 0
        self._repeated = 1
        self._count = 0
        self._columns = 0
        self._hidden_columns: set[int] = set()
        self._hidden_rows: list[range] = []
        self._merges: list[Merge] = []
        self._comments: list[tuple[int, int, str]] = []

    def columns(self, given: Mapping[str, str]) -> None:
        """Neighbouring columns alike."""
        first, self._columns = self._columns, self._columns + _times(given, "columns")
        check_columns(self._columns)
        if given.get("table:visibility") in _UNSEEN:
            self._hidden_columns.update(range(first, self._columns))

    def begin_row(self, given: Mapping[str, str]) -> None:
        """A row, or several alike, opens."""
        self._line, self._blanks = [], 0
        self._repeated = min(_times(given, "rows"), _MOST_ROWS)
        if given.get("table:visibility") in _UNSEEN:
            self._hidden_rows.append(range(self._row, self._row + self._repeated))

    def cell(self, cell: Cell, given: Mapping[str, str]) -> None:
        """A cell, or several alike, closes."""
        times = _times(given, "columns")
        self._merge(given)
        if cell is BLANK:
            self._blanks += times
            return
        check_columns(self._column + times)
        self._line += [BLANK] * self._blanks + [cell] * times
        self._blanks = 0

    def comment(self, text: str) -> None:
        """A comment on the cell that is open."""
        self._comments.append((self._row, self._column, text))

    def end_row(self) -> None:
        """The row closes."""
        if not self._line:
            self._blank_rows += self._repeated
            return
        self._count += len(self._line) * self._repeated
        check_cells(self._count)
        check_grid(self._row, 1)
        self._rows += [[] for _ in range(self._blank_rows)]
        self._rows += [[*self._line] for _ in range(self._repeated)]
        self._blank_rows = 0

    def sheet(self) -> Sheet:
        """What was heard."""
        check_merged(self._merges)
        return Sheet(
            self._name,
            trimmed(self._rows),
            tuple(self._merges),
            frozenset(row for rows in self._hidden_rows for row in rows[: len(self._rows)]),
            frozenset(self._hidden_columns),
            self._hidden,
            comments=tuple(self._comments),
        )

    @property
    def _row(self) -> int:
        return len(self._rows) + self._blank_rows

    @property
    def _column(self) -> int:
        return len(self._line) + self._blanks

    def _merge(self, given: Mapping[str, str]) -> None:
        down = int(given.get("table:number-rows-spanned", "1"))
        across = int(given.get("table:number-columns-spanned", "1"))
        if down > 1 or across > 1:
            row, column = self._row, self._column
            self._merges.append(Merge(row, column, row + down - 1, column + across - 1))


def _times(given: Mapping[str, str], of: str) -> int:
    return max(int(given.get(f"table:number-{of}-repeated", "1")), 1)
