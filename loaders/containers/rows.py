"""Sparse cells as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loaders.containers import limits
from loaders.containers.zipped import check_grid, too_large
from loaders.grid import BLANK, Cell


def dense(cells: Mapping[tuple[int, int], Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Rows up to the last cell that holds anything; places counted from 0."""
    kept = {place: cell for place, cell in cells.items() if not cell.is_blank}
    height = max((row for row, _ in kept), default=-1) + 1
    width = max((column for _, column in kept), default=-1) + 1
    check_grid(height, width)
    texts = (cell.value for cell in kept.values() if isinstance(cell.value, str))
    check_length(max(texts, key=len, default=""))
    rows = [[BLANK] * width for _ in range(height)]
    for (row, column), cell in kept.items():
        rows[row][column] = cell
    return tuple(tuple(row) for row in rows)


def trimmed(rows: Iterable[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows without what is blank at their ends and at the sheet's end."""
    kept = [_without_tail(row) for row in rows]
    while kept and not kept[-1]:
        kept.pop()
    check_grid(len(kept), max(map(len, kept), default=0))
    return tuple(kept)


def text_cell(text: str) -> Cell:
    """A cell of a text; refused where it is longer than a spreadsheet program can have written."""
    check_length(text)
    return Cell(text, text)


def check_length(text: str) -> None:
    """Refuse a text longer than a spreadsheet program lets into a cell."""
    if len(text) > limits.CELL_CHARACTERS:
        raise too_large("单元格字数", "the length of a cell", len(text), limits.CELL_CHARACTERS)


def _without_tail(row: list[Cell]) -> tuple[Cell, ...]:
    while row and (row[-1] is BLANK or row[-1].is_blank):
        row.pop()
    return tuple(row)
