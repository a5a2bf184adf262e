"""Sparse cells as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loaders.containers import limits
from loaders.containers.zipped import check_grid, too_large
from loaders.grid import BLANK, Cell


def dense(cells: Mapping[tuple[int, int], Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Rows up to the last cell that holds anything; places counted from 0."""
    kept = {place: cell for place, cell in cells.items() if not cell.is_blank}
    height = max((row for row, _ in kept), default=-1) + 1
    width = max((column for _, column in kept), default=-1) + 1
    check_grid(height, width)
    check_lengths(kept.values())
    rows = [[BLANK] * width for _ in range(height)]
    for (row, column), cell in kept.items():
        rows[row][column] = cell
    return tuple(tuple(row) for row in rows)


def trimmed(rows: Iterable[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows without what is blank at their ends and at the sheet's end."""
    kept = [_without_tail(row) for row in rows]
    check_lengths(cell for row in kept for cell in row)
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def check_lengths(cells: Iterable[Cell]) -> None:
    """Refuse texts longer than a spreadsheet program can have written."""
    longest = max((len(cell.raw) for cell in cells), default=0)
    if longest > limits.CELL_CHARACTERS:
        raise too_large("单元格字数", "the length of a cell", longest, limits.CELL_CHARACTERS)


def _without_tail(row: Sequence[Cell]) -> tuple[Cell, ...]:
    end = len(row)
    while end and row[end - 1].is_blank:
        end -= 1
    return tuple(row[:end])
