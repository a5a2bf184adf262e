"""A worksheet of many rows: what is laid out alike, row after row, is kept by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from loaders.containers import limits
from loaders.containers.apart import Apart
from loaders.containers.archive import Unusual
from loaders.containers.cells import MOST_ROWS, NAMES, Cells
from loaders.containers.looks import Look, Looks, Written
from loaders.containers.numbers import numbers_of
from loaders.containers.zipped import check_grid
from loaders.grid import Cell
from loaders.packed import EXACT, Column, Packed, Row


class PackedCells(Cells):
    """Collects the rows of one long sheet."""

    def __init__(self, known: Mapping[Written, Cell], looks: Looks) -> None:
        super().__init__(known, looks)
        self._packed = Packed()
        self._waiting: list[Row] = []

    def all_rows(self) -> Packed:
        """Every row that was taken."""
        return self._packed.closed()

    def _keep(self, apart: Apart) -> None:
        """Whole rows as columns where every one has the same cells, else row by row."""
        letters, digits, attributes, texts, odd, _ = apart
        width = digits.count(digits[0])
        if odd or not self._are_alike(letters, digits, width):
            super()._keep(apart)
            self._packed.extend(self._waiting)
            self._waiting = []
            return
        columns = self._packed.widened(width)
        for place, column in enumerate(columns[:width]):
            own = slice(place, None, width)
            self._add(column, attributes[own], texts[own])
        self._packed.added(len(digits) // width)
        check_grid(len(self._packed), len(columns))

    def _are_alike(self, letters: Sequence[bytes], digits: Sequence[bytes], width: int) -> bool:
        """Rows that follow each other, each from the first column on without a gap."""
        height = len(digits) // width
        first = len(self._packed) + 1
        return (
            letters == NAMES[:width] * height
            and digits[::width] == [b"%d" % row for row in range(first, first + height)]
            and all(digits[place::width] == digits[::width] for place in range(1, width))
        )

    def _add(
        self, column: Column, attributes: Sequence[bytes], texts: Sequence[bytes | None]
    ) -> None:
        look = self._looks[attributes[0]]
        if attributes.count(attributes[0]) < len(attributes) or not all(texts):
            column.add_cells(self._cells(attributes, texts))
            return
        written = cast("Sequence[bytes]", texts)
        if not look.is_plain:
            column.add_texts(written, attributes[0], partial(self._made, look))
        elif max(map(abs, numbers := numbers_of(written))) < EXACT:
            column.add_numbers(numbers, look.number_format)
        else:
            column.add_cells(self._cells(attributes, texts))

    def _made(self, look: Look, written: bytes) -> Cell:
        return self._known[written, look]

    def _line(self, row: int, line: Row) -> None:
        gap = row - len(self._packed) - len(self._waiting)
        if not 0 <= gap < MOST_ROWS:
            raise Unusual
        self._width = max(self._width, len(line))
        if row * self._width > limits.GRID_PLACES:
            check_grid(row, self._width)
        self._waiting += [()] * gap
        self._waiting.append(line)
