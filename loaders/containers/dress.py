"""Putting on what a quick reader of values leaves off: formats, indents, errors, hidden marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.containers.rows import trimmed
from loaders.containers.serial import from_serial
from loaders.containers.styles import is_date_format
from loaders.containers.zipped import check_grid, check_merged
from loaders.grid import BLANK, Cell, Merge, Sheet

Look = tuple[str, int]
"""A style's number format and indent."""

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""How the binary formats number formula errors."""


@dataclass(slots=True)
class Dress:
    """What one sheet's cells wear: style numbers and errors by place, and what is hidden."""

    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)


def dressed(sheet: Sheet, dress: Dress, looks: Sequence[Look], *, since_1904: bool) -> Sheet:
    """The sheet with its formats, indents, errors and hidden marks."""
    lines = [[*row] for row in sheet.rows]
    dates = [is_date_format(shown) for shown, _ in looks]
    for (row, column), style in dress.styles.items():
        if row < len(lines) and column < len(line := lines[row]):
            value, text, *_ = line[column]
            if value is not None:
                shown, indent = looks[style]
                if dates[style] and isinstance(value, float):
                    value = from_serial(value, shown, since_1904=since_1904)
                line[column] = Cell(value, text, shown, None, False, indent)
    _put_errors(lines, dress)
    merges = (*sheet.merges, *dress.merges)
    check_merged(merges)
    return replace(
        sheet,
        rows=trimmed(lines),
        merges=merges,
        hidden_rows=frozenset(dress.hidden_rows),
        hidden_columns=frozenset(dress.hidden_columns),
    )


def _put_errors(lines: list[list[Cell]], dress: Dress) -> None:
    for (row, column), text in dress.errors.items():
        check_grid(row, column)
        lines += [[] for _ in range(row + 1 - len(lines))]
        lines[row] += [BLANK] * (column + 1 - len(lines[row]))
        lines[row][column] = Cell(None, text, error=text)
