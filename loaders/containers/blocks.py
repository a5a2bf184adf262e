"""A worksheet of many rows: what is laid out alike, row after row, is kept by column."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from loaders.containers import limits
from loaders.containers.archive import Unusual
from loaders.containers.cells import MOST_ROWS, NAMES, Cells, numbers_of
from loaders.containers.styles import Styles
from loaders.containers.zipped import check_grid
from loaders.grid import Cell
from loaders.packed import EXACT, Column, Packed, Row


class PackedCells(Cells):
    """Collects the rows of one long sheet."""

    def __init__(self, strings: Sequence[str], styles: Styles, *, since_1904: bool) -> None:
        super().__init__(strings, styles, since_1904=since_1904)
        self._packed = Packed()
        self._waiting: list[Row] = []

    def all_rows(self) -> Packed:
        """Every row that was taken."""
        return self._packed.closed()

    def _keep(
        self,
        letters: Sequence[str],
        digits: Sequence[str],
        dresses: Sequence[str],
        texts: Sequence[str],
        insides: Sequence[str],
    ) -> None:
        """Whole rows as columns where every one has the same cells, else row by row."""
        width = digits.count(digits[0])
        if not self._are_alike(letters, digits, width):
            super()._keep(letters, digits, dresses, texts, insides)
            self._packed.extend(self._waiting)
            self._waiting = []
            return
        columns = self._packed.widened(width)
        for place, column in enumerate(columns[:width]):
            own = slice(place, None, width)
            self._add(column, dresses[own], texts[own], insides[own])
        self._packed.added(len(digits) // width)
        check_grid(len(self._packed), len(columns))

    def _are_alike(self, letters: Sequence[str], digits: Sequence[str], width: int) -> bool:
        """Rows that follow each other, each from the first column on without a gap."""
        height = len(digits) // width
        first = len(self._packed) + 1
        return (
            letters == NAMES[:width] * height
            and digits[::width] == tuple(map(str, range(first, first + height)))
            and all(digits[place::width] == digits[::width] for place in range(1, width))
        )

    def _add(
        self, column: Column, dresses: Sequence[str], texts: Sequence[str], insides: Sequence[str]
    ) -> None:
        dress = dresses[0]
        if dresses.count(dress) < len(dresses) or not all(texts):
            column.add_cells(self._cells(dresses, texts, insides))
        elif dress not in self._number_formats:
            column.add_texts(texts, dress, partial(self._other, attributes=dress))
        elif max(map(abs, numbers := numbers_of(texts))) < EXACT:
            column.add_numbers(numbers, self._number_formats[dress])
        else:
            column.add_cells(self._cells(dresses, texts, insides))

    def _line(self, row: int, line: list[Cell]) -> None:
        while line and line[-1].is_blank:
            line.pop()
        if not line:
            return
        gap = row - len(self._packed) - len(self._waiting)
        if not 0 <= gap < MOST_ROWS:
            raise Unusual
        self._width = max(self._width, len(line))
        if row * self._width > limits.GRID_PLACES:
            check_grid(row, self._width)
        self._waiting += [()] * gap
        self._waiting.append(tuple(line))
