"""Many rows kept by column: each distinct cell once, stored numbers as numbers."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

from loaders.grid import BLANK, Cell

EXACT = 1e15
"""Whole numbers below this are the same as floats."""

Row = tuple[Cell, ...]


Text = str | bytes


class Codes(dict[Text, int]):
    """The numbers that texts have among the cells of a column; an unknown text gets one."""

    def __init__(self, column: Column, make: Callable[[Any], Cell]) -> None:
        super().__init__()
        self._column = column
        self._make = make

    def __missing__(self, text: Text) -> int:
        code = self[text] = self._column.code_of(self._make(text))
        return code


class Column:
    """One column: `codes` number the distinct `cells`, `~code` the format of a stored number.

    `texts` are what was written where numbers were, in a file that holds nothing but texts.
    """

    __slots__ = ("_known", "cells", "codes", "formats", "kinds", "numbers", "texts")

    def __init__(self, height: int) -> None:
        """`height` blank cells stand in it already."""
        self.cells: list[Cell] = [BLANK]
        self.codes = array("i", bytes(4 * height))
        self.formats: list[str] = []
        self.numbers = array("d")
        self.texts: list[str] = []
        self.kinds: dict[Text, Codes] = {}
        self._known: dict[tuple[type, Cell], int] = {(type(None), BLANK): 0}

    def __getitem__(self, row: int) -> Cell:
        code = self.codes[row]
        if code >= 0:
            return self.cells[code]
        if self.texts:
            return Cell(self.texts[row], self.texts[row])
        return Cell(self.numbers[row], None, self.formats[~code])

    def code_of(self, cell: Cell) -> int:
        """The number of a cell among the distinct ones."""
        # A yes equals the number 1 and is another cell.
        key = (cell.value.__class__, cell)
        if key not in self._known:
            self._known[key] = len(self.cells)
            self.cells.append(cell)
        return self._known[key]

    def add_cells(self, cells: Sequence[Cell]) -> None:
        """Further cells, of whatever kind."""
        self.codes.extend(map(self.code_of, cells))

    def add_texts(self, texts: Sequence[Text], kind: Text, make: Callable[[Any], Cell]) -> None:
        """Further texts of one kind, of each of which a cell is made once."""
        known = self.kinds.get(kind) or self.kinds.setdefault(kind, Codes(self, make))
        self.codes.extend(map(known.__getitem__, texts))

    def add_numbers(self, numbers: Sequence[float], number_format: str) -> None:
        """Further stored numbers in one format."""
        if number_format not in self.formats:
            self.formats.append(number_format)
        self._add(numbers, ~self.formats.index(number_format))

    def add_written(self, numbers: Sequence[float], texts: Sequence[str]) -> None:
        """Further numbers that are written as texts."""
        self.texts += [""] * (len(self.codes) - len(self.texts))
        self.texts += texts
        self._add(numbers, -1)

    def cut(self, height: int) -> None:
        """Leave off what stands below."""
        del self.codes[height:], self.numbers[height:], self.texts[height:]

    def level(self) -> None:
        """Numbers and texts, if there are any, get a place for every row."""
        if self.numbers:
            self._pad()
        if self.texts:
            self.texts += [""] * (len(self.codes) - len(self.texts))

    def _add(self, numbers: Sequence[float], code: int) -> None:
        self._pad()
        self.codes.extend(array("i", [code]) * len(numbers))
        self.numbers.extend(numbers)

    def _pad(self) -> None:
        self.numbers.frombytes(bytes(8 * (len(self.codes) - len(self.numbers))))


class Packed(Sequence[Row]):
    """The rows of a sheet, each made when it is asked for."""

    def __init__(self) -> None:
        self.columns: list[Column] = []
        self._height = 0

    def __len__(self) -> int:
        return self._height

    @overload
    def __getitem__(self, row: int) -> Row: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, row: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(row, slice):
            return tuple(map(self.__getitem__, range(*row.indices(self._height))))
        place = row + self._height if row < 0 else row
        if not 0 <= place < self._height:
            raise IndexError(row)
        cells = [column[place] for column in self.columns]
        while cells and (cells[-1] is BLANK or cells[-1].is_blank):
            cells.pop()
        return tuple(cells)

    def __iter__(self) -> Iterator[Row]:
        return map(self.__getitem__, range(self._height))

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.columns)

    def widened(self, width: int) -> list[Column]:
        """The columns, at least so many."""
        self.columns += [Column(self._height) for _ in range(width - len(self.columns))]
        return self.columns

    def added(self, rows: int) -> None:
        """Columns have got so many cells more; those that have not get blank ones."""
        self._height += rows
        for column in self.columns:
            column.codes.frombytes(bytes(4 * (self._height - len(column.codes))))

    def extend(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Further rows of any length."""
        width = max(map(len, rows), default=0)
        padded = ([*row, *[BLANK] * (width - len(row))] for row in rows)
        columns = list(zip(*padded, strict=True))
        for column, cells in zip(self.widened(width), columns, strict=False):
            column.add_cells(cells)
        self.added(len(rows))

    def closed(self) -> Packed:
        """The rows without blank ones at their end, and columns without blank ones right."""
        while self._height and not self[self._height - 1]:
            self._height -= 1
        while self.columns and self._is_blank(self.columns[-1]):
            self.columns.pop()
        for column in self.columns:
            column.cut(self._height)
            column.level()
            column.kinds.clear()
        return self

    def _is_blank(self, column: Column) -> bool:
        used = set(column.codes[: self._height])
        return all(code >= 0 and column.cells[code].is_blank for code in used)
