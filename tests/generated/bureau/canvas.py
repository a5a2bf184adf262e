"""A sheet being laid: cells with what they say, and with the record each figure must become."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Truth = dict[str, Any]
Box = tuple[int, int, int, int]


@dataclass
class Cell:
    """One cell: what is stored, how it is shown, and what it means (`truth`) if it is a figure.

    `loose` cells are structurally empty: a record without a value is neither asked nor punished.
    """

    value: Any = None
    format: str | None = None
    truth: Truth | None = None
    loose: bool = False
    indent: int = 0
    right: bool = False
    bold: bool = False
    note: str | None = None
    formula: str | None = None
    cached: bool = True


@dataclass
class Canvas:
    """A sheet: rows and columns count from 1."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Box] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False

    def put(self, row: int, column: int, value: Any, **kind: Any) -> Cell:
        cell = self.cells[row, column] = Cell(value, **kind)
        return cell

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    @property
    def height(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @property
    def width(self) -> int:
        return max((column for _, column in self.cells), default=0)

    def insert_row(self, at: int) -> None:
        """Make room for an empty row; every cell from `at` on moves down."""
        self.cells = {(r + (r >= at), c): cell for (r, c), cell in self.cells.items()}
        self.merges = [(a + (a >= at), b, c + (c >= at), d) for a, b, c, d in self.merges]
        self.hidden_rows = {r + (r >= at) for r in self.hidden_rows}

    def insert_column(self, at: int) -> None:
        """Make room for an empty column; every cell from `at` on moves right."""
        self.cells = {(r, c + (c >= at)): cell for (r, c), cell in self.cells.items()}
        self.merges = [(a, b + (b >= at), c, d + (d >= at)) for a, b, c, d in self.merges]
        self.hidden_columns = {c + (c >= at) for c in self.hidden_columns}

    def figures(self) -> list[tuple[int, int, Cell]]:
        """The cells that hold a scored figure."""
        return [(r, c, cell) for (r, c), cell in sorted(self.cells.items()) if cell.truth]


@dataclass
class Book:
    """A file to be written: its name without ending, its container, its sheets."""

    layout: str
    stem: str
    sheets: list[Canvas]
    form: str = "xlsx"


def letters(column: int) -> str:
    """Column 1 is A, column 27 is AA."""
    head, tail = divmod(column - 1, 26)
    return (letters(head) if head else "") + chr(65 + tail)


def address(row: int, column: int) -> str:
    return f"{letters(column)}{row}"
