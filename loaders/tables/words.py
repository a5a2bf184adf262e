"""The words of a table and where they stand: all that its meaning comes from, but no figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, compress

from loaders.grid import Cell, Merge
from loaders.remembered import is_long
from loaders.tables.axes import Axes, are_mostly_years
from loaders.tables.find import Table
from loaders.tables.kinds import Kinds, as_figures
from loaders.tables.paths import Paths
from loaders.written import FIGURE, YEAR

_MOST_CELLS = 1500
"""A table of more is not kept."""


@dataclass(frozen=True, slots=True)
class Words:
    """Cells with their kinds, and where they stand."""

    places: tuple[object, ...]
    kinds: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def are_long(self) -> bool:
        """Whether one is longer than what comes again."""
        return is_long(tuple([cell.raw for cell in self.cells]))


def header_words(kinds: Kinds, table: Table) -> Words:
    """All that the headings of a table come from."""
    rows = [kinds.sheet.rows[row] for row in table.header]
    merges, anchors = _merged(kinds, table.header)
    cells = (*anchors, *chain.from_iterable(rows))
    # 0 and -0 are equal and print otherwise.
    numbers = [str(cell.value) for cell in cells if cell.value.__class__ is float]
    places = (kinds.width, table.first_value, *table.header, *map(len, rows), *merges, *numbers)
    return Words(places, tuple([kinds.rows[row] for row in table.header]), cells)


def table_words(kinds: Kinds, table: Table) -> tuple[Words, Words] | None:
    """All that rows and columns come from where no figure tells any of it: header and body.

    None where something is hidden, or there is too much to be kept.
    """
    sheet, body = kinds.sheet, table.body
    if sheet.hidden_rows or sheet.hidden_columns:
        return None
    if kinds.width * len(body) > _MOST_CELLS or len(sheet.merges) > _MOST_CELLS:
        return None
    own = _kinds_of(kinds, body)
    rows = [sheet.rows[row] for row in body]
    merges, anchors = _merged(kinds, body)
    places = (len(kinds.rows), *body, frozenset(table.sections), *map(len, rows), *merges)
    cells = (*anchors, *_written(table, own, rows))
    return header_words(kinds, table), Words(places, tuple(own), cells)


def may_be_kept(words: tuple[Words, Words], axes: Axes, paths: Paths) -> bool:
    """Whether words come again, and tell all: each figure is headed by what it is, and no more."""
    if any(one.are_long for one in words):
        return False
    values = {column for half in axes.halves for column in half.values}
    plain = {column for column in values if paths.of(column) and not paths.announced(column)}
    columns = enumerate(zip(*words[1].kinds, strict=True))
    return all(column in plain or FIGURE not in kinds for column, kinds in columns)


def _kinds_of(kinds: Kinds, rows: Sequence[int]) -> list[str]:
    """Kinds of some rows, in which an amount such as 1919.01 is a figure as its neighbours are."""
    own = [kinds.rows[row] for row in rows]
    if YEAR not in "".join(own):
        return own
    columns = enumerate(map("".join, zip(*own, strict=True)))
    amounts = [n for n, column in columns if YEAR in column and not are_mostly_years(column)]
    return [as_figures(line, amounts) if YEAR in line else line for line in own]


def _merged(kinds: Kinds, rows: Sequence[int]) -> tuple[list[Merge], list[Cell]]:
    """The merged ranges over some rows, and the cells that they show."""
    if not rows:
        return [], []
    first, last = rows[0], rows[-1]
    merges = [m for m in kinds.sheet.merges if m.top <= last and m.bottom >= first]
    return merges, [kinds.sheet.cell(merge.top, merge.left) for merge in merges]


def _written(table: Table, own: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[Cell]:
    """The cells of the body other than its figures."""
    found: list[Cell] = []
    for row, line, cells in zip(table.body, own, rows, strict=True):
        words = line.rstrip(FIGURE)
        if row in table.sections:
            found += cells
        elif FIGURE in words:
            found += compress(cells, map(FIGURE.__ne__, line))
        else:
            found += cells[: len(words)]
    return found
