"""The words of a table and where they stand: all that its meaning comes from, but no figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from loaders.grid import Cell
from loaders.tables.axes import Axes, are_mostly_years
from loaders.tables.find import Table
from loaders.tables.kinds import Kinds, as_figures
from loaders.tables.paths import Paths
from loaders.written import FIGURE, YEAR

_LARGEST = 2000
"""A table of more cells than this is not kept."""

Words = tuple[object, ...]


def table_words(kinds: Kinds, table: Table) -> Words | None:
    """All that the rows and columns of a table come from, where no figure tells any of it.

    None where something is hidden, and where there is more than is worth keeping.
    """
    sheet, body = kinds.sheet, table.body
    if sheet.hidden_rows or sheet.hidden_columns or kinds.width * len(body) > _LARGEST:
        return None
    own = _kinds_of(kinds, body)
    return (
        *(header_words(kinds, table), len(kinds.rows), *body, frozenset(table.sections)),
        *(*_merged(kinds, body), *own, *_written(kinds, table, own)),
    )


def header_words(kinds: Kinds, table: Table) -> Words:
    """All that the headings of a table come from."""
    rows = table.header
    own = (_line(kinds.rows[row], kinds.sheet.rows[row]) for row in rows)
    return (kinds.width, table.first_value, *rows, *own, *_merged(kinds, rows))


def are_all(kinds: Kinds, table: Table, axes: Axes, paths: Paths) -> bool:
    """Whether words tell all: figures stand where a heading says no more than what they are."""
    values = {column for half in axes.halves for column in half.values}
    plain = {column for column in values if paths.of(column) and not paths.announced(column)}
    own = _kinds_of(kinds, table.body)
    columns = enumerate(zip(*own, strict=True))
    return all(column in plain or FIGURE not in kinds for column, kinds in columns)


def _kinds_of(kinds: Kinds, rows: Sequence[int]) -> list[str]:
    """Kinds of some rows, in which an amount such as 1919.01 is a figure as its neighbours are."""
    own = [kinds.rows[row] for row in rows]
    if not any(YEAR in line for line in own):
        return own
    columns = enumerate(map("".join, zip(*own, strict=True)))
    amounts = [number for number, column in columns if not are_mostly_years(column)]
    return [as_figures(line, amounts) if YEAR in line else line for line in own]


def _merged(kinds: Kinds, rows: Sequence[int]) -> Iterator[Words]:
    """The merged ranges over some rows, each with what it shows."""
    sheet = kinds.sheet
    for merge in sheet.merges if rows else ():
        if merge.top <= rows[-1] and merge.bottom >= rows[0]:
            yield merge, _printed_in(sheet.cell(merge.top, merge.left))


def _written(kinds: Kinds, table: Table, own: Iterable[str]) -> list[Cell]:
    """The cells of the body other than its figures."""
    found: list[Cell] = []
    for row, line in zip(table.body, own, strict=True):
        cells = kinds.sheet.rows[row]
        found += cells if row in table.sections else _words(line, cells)
    return found


def _words(own: str, cells: Sequence[Cell]) -> Iterable[Cell]:
    words = len(own.rstrip(FIGURE))
    if FIGURE not in own[:words]:
        return cells[:words]
    return compress(cells, map(FIGURE.__ne__, own))


def _line(own: str, cells: Sequence[Cell]) -> Words:
    numbers = FIGURE in own or YEAR in own
    return (own, *map(_printed_in, cells)) if numbers else (own, *cells)


def _printed_in(cell: Cell) -> Words:
    """A cell with what distinguishes numbers that are equal and print otherwise."""
    value = cell.value
    kind = value.__class__
    return (kind, cell, str(value)) if kind is float else (kind, cell)
