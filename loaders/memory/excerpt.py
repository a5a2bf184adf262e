"""A few cells of a sheet around a place, so that a person sees what is asked."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.reading import Excerpt
from loaders.grid import Sheet, Workbook, letters
from loaders.memory.heading import heading, heading_row, place_of, sheets_of

_ROWS, _COLUMNS, _LONGEST = 3, 4, 40


def look(workbook: Workbook, places: Sequence[tuple[str, str]]) -> list[Excerpt]:
    """The surroundings of each place (sheet, address); nothing of a sheet that is not there."""
    sheets = dict(sheets_of(workbook))
    return [_around(sheets[name], name, at) for name, at in places if name in sheets]


def _around(sheet: Sheet, name: str, at: str) -> Excerpt:
    row, column = place_of(at)
    rows, columns = _rows(sheet, row, column), _columns(sheet, row, column)
    return Excerpt(
        sheet=name,
        cell=at,
        heading=heading(sheet, row, column),
        rows=tuple(r + 1 for r in rows),
        columns=tuple(letters(c) for c in columns),
        texts=tuple(tuple(_text(sheet, r, c) for c in columns) for r in rows),
    )


def _rows(sheet: Sheet, row: int, column: int) -> list[int]:
    """The heading, the row itself and its neighbour, in the order of the sheet."""
    head = heading_row(sheet, row, column)
    near = [row, row + 1 if row + 1 < len(sheet.rows) else row - 1, row - 1]
    wanted = [r for r in (head, *near) if r is not None and r >= 0]
    return sorted(dict.fromkeys(wanted[: _ROWS + 1]))[:_ROWS]


def _columns(sheet: Sheet, row: int, column: int) -> list[int]:
    """The row's name, the column itself and its neighbours."""
    names = (c for c in range(column) if _text(sheet, row, c) and not sheet.cell(row, c).is_number)
    wanted = [next(names, None), column, column - 1, column + 1, column - 2, column + 2]
    fitting = [c for c in wanted if c is not None and 0 <= c < sheet.width]
    return sorted(list(dict.fromkeys(fitting))[:_COLUMNS])


def _text(sheet: Sheet, row: int, column: int) -> str:
    return " ".join(sheet.spread(row, column).raw.split())[:_LONGEST]
