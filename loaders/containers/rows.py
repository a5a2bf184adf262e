"""Sparse cells as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loaders.containers.zipped import check_grid
from loaders.grid import BLANK, Cell


def dense(cells: Mapping[tuple[int, int], Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Rows up to the last cell that holds anything; places counted from 0."""
    kept = {place: cell for place, cell in cells.items() if not cell.is_blank}
    height = max((row for row, _ in kept), default=-1) + 1
    width = max((column for _, column in kept), default=-1) + 1
    check_grid(height, width)
    rows = [[BLANK] * width for _ in range(height)]
    for (row, column), cell in kept.items():
        rows[row][column] = cell
    return tuple(tuple(row) for row in rows)


def trimmed(rows: Iterable[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows without what is blank at their ends and at the sheet's end."""
    kept = [_without_tail(row) for row in rows]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def _without_tail(row: Sequence[Cell]) -> tuple[Cell, ...]:
    end = len(row)
    while end and row[end - 1].is_blank:
        end -= 1
    return tuple(row[:end])
