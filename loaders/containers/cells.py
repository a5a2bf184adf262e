"""A worksheet's XML as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, count, islice
from operator import ne
from typing import cast

from loaders import written
from loaders.containers import limits
from loaders.containers.apart import Apart, Inside, taken_apart
from loaders.containers.archive import Unusual
from loaders.containers.looks import TEXTS, Look, Looks, Written
from loaders.containers.numbers import numbers_of, texts_of
from loaders.containers.strings import rich_text
from loaders.containers.zipped import check_cells, check_grid
from loaders.grid import BLANK, Cell, number_cells

_HIDDEN_ROW = re.compile(rb'<row\s(?=[^<>]*\shidden="(?:1|true)")[^<>]*?\br="(\d+)"')
MOST_ROWS = 1_048_576

_LETTERS = [bytes([number]) for number in range(ord("A"), ord("Z") + 1)]
NAMES = [
    a + b + c for a in (b"", *_LETTERS) for b in (b"", *_LETTERS) for c in _LETTERS if b or not a
][:16_384]
"""The letters of every column there is."""
COLUMNS = {name: number for number, name in enumerate(NAMES)}
"""The numbers of columns by their letters, counted from 0."""


class Cells:
    """Collects the rows of one sheet; `hidden` are the rows that it hides."""

    def __init__(self, known: Mapping[Written, Cell], looks: Looks) -> None:
        self.hidden: set[int] = set()
        self._rows: list[tuple[Cell, ...]] = []
        self._looks = looks
        self._known = known
        self._count = 0
        self._width = 0

    def take(self, xml: bytes) -> None:
        """Read whole rows, and nothing of what stands before and after them; raises Unusual."""
        apart = taken_apart(xml)
        if b"hidden=" in apart.rest:
            self.hidden.update(int(row) - 1 for row in _HIDDEN_ROW.findall(apart.rest))
        if apart.letters:
            self._count += len(apart.letters)
            check_cells(self._count)
            self._keep(apart)

    def all_rows(self) -> Sequence[tuple[Cell, ...]]:
        """Every row that was taken."""
        return tuple(self._rows)

    def _keep(self, apart: Apart) -> None:
        cells = self._cells(apart.attributes, apart.texts)
        for n, inside in apart.odd.items():
            cells[n] = self._odd(inside)
        self._place(apart.letters, apart.digits, tuple(cells))

    def _cells(self, attributes: Sequence[bytes], texts: Sequence[bytes | None]) -> list[Cell]:
        """The cells in order: numbers made all at once, others asked for one by one."""
        looks, known = [*map(self._looks.__getitem__, attributes)], self._known
        are_plain = [look.is_plain for look in looks]
        plain = _plain(compress(texts, are_plain), compress(looks, are_plain))
        several = zip(texts, looks, are_plain, strict=True)
        return [next(plain) if is_plain else known[text, look] for text, look, is_plain in several]

    def _odd(self, inside: Inside) -> Cell:
        """A rich text, a formula without a value, or nothing."""
        look = self._looks[inside.attributes]
        if inside.rich:
            return look.text_cell(rich_text(inside.rich.decode()))
        return Cell(uncalculated=True) if inside.formula and look.kind not in TEXTS else BLANK

    def _place(
        self, letters: Sequence[bytes], digits: Sequence[bytes], cells: tuple[Cell, ...]
    ) -> None:
        begin = 0
        changes = compress(count(1), map(ne, digits, islice(digits, 1, None)))
        for end in chain(changes, [len(cells)]):
            line = cells[begin:end]
            if letters[begin:end] != NAMES[: end - begin]:
                line = _apart(letters[begin:end], line)
            if line[-1].kind == written.BLANK:
                line = _without_tail(line)
            if line:
                self._line(int(digits[begin]) - 1, line)
            begin = end

    def _line(self, row: int, line: tuple[Cell, ...]) -> None:
        rows = self._rows
        if len(line) > self._width:
            self._width = len(line)
        if row != len(rows):
            if not len(rows) < row < MOST_ROWS:
                raise Unusual
            rows.extend([()] * (row - len(rows)))
        if row * self._width > limits.GRID_PLACES:
            check_grid(row, self._width)
        rows.append(line)


def _plain(texts: Iterable[bytes | None], looks: Iterable[Look]) -> Iterator[Cell]:
    numbers = numbers_of([*cast("Iterable[bytes]", texts)])
    return number_cells(numbers, texts_of(numbers), [look.number_format for look in looks])


def _without_tail(line: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row without the blank cells at its end."""
    end = len(line)
    while end and line[end - 1].kind == written.BLANK:
        end -= 1
    return line[:end]


def _apart(letters: Sequence[bytes], cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """A row with its gaps filled."""
    line: list[Cell] = []
    for name, cell in zip(letters, cells, strict=True):
        column = COLUMNS[name]
        if column < len(line):
            raise Unusual
        line += [BLANK] * (column - len(line))
        line.append(cell)
    return tuple(line)
