"""The words of a table and where they stand: all that its meaning comes from, but no figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from loaders.grid import Cell
from loaders.remembered import is_long
from loaders.tables.axes import Axes, are_mostly_years
from loaders.tables.find import Table
from loaders.tables.kinds import Kinds, as_figures
from loaders.tables.paths import Paths
from loaders.written import FIGURE, YEAR

_MOST_CELLS = 1500
"""A table of more is not kept."""

Said = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """All that the rows and columns of a table come from, where no figure tells any of it."""

    header: Said
    places: Said
    kinds: tuple[str, ...]
    cells: tuple[Cell, ...]


def table_words(kinds: Kinds, table: Table) -> Words | None:
    """The words of a table; None where something is hidden, or there is too much to be kept."""
    sheet, body = kinds.sheet, table.body
    if sheet.hidden_rows or sheet.hidden_columns:
        return None
    if kinds.width * len(body) > _MOST_CELLS or len(sheet.merges) > _MOST_CELLS:
        return None
    own = _kinds_of(kinds, body)
    places = (len(kinds.rows), *body, frozenset(table.sections), *_merged(kinds, body))
    return Words(header_words(kinds, table), places, tuple(own), _written(kinds, table, own))


def header_words(kinds: Kinds, table: Table) -> Said:
    """All that the headings of a table come from."""
    rows = table.header
    own = (_line(kinds.rows[row], kinds.sheet.rows[row]) for row in rows)
    return (kinds.width, table.first_value, *rows, *own, *_merged(kinds, rows))


def tell_all(words: Words, axes: Axes, paths: Paths) -> bool:
    """Whether figures stand only where a heading says no more than what they are."""
    if is_long((words.header, tuple(cell.raw for cell in words.cells))):
        return False
    values = {column for half in axes.halves for column in half.values}
    plain = {column for column in values if paths.of(column) and not paths.announced(column)}
    columns = enumerate(zip(*words.kinds, strict=True))
    return all(column in plain or FIGURE not in kinds for column, kinds in columns)


def _kinds_of(kinds: Kinds, rows: Sequence[int]) -> list[str]:
    """Kinds of some rows, in which an amount such as 1919.01 is a figure as its neighbours are."""
    own = [kinds.rows[row] for row in rows]
    if YEAR not in "".join(own):
        return own
    columns = enumerate(map("".join, zip(*own, strict=True)))
    amounts = [n for n, column in columns if YEAR in column and not are_mostly_years(column)]
    return [as_figures(line, amounts) if YEAR in line else line for line in own]


def _merged(kinds: Kinds, rows: Sequence[int]) -> Iterator[Said]:
    """The merged ranges over some rows, each with what it shows."""
    sheet = kinds.sheet
    for merge in sheet.merges if rows else ():
        if merge.top <= rows[-1] and merge.bottom >= rows[0]:
            yield merge, _printed_in(sheet.cell(merge.top, merge.left))


def _written(kinds: Kinds, table: Table, own: Sequence[str]) -> tuple[Cell, ...]:
    """The cells of the body other than its figures."""
    found: list[Cell] = []
    rows, sections = kinds.sheet.rows, table.sections
    for row, line in zip(table.body, own, strict=True):
        words = line.rstrip(FIGURE)
        if row in sections:
            found += rows[row]
        elif FIGURE in words:
            found += compress(rows[row], map(FIGURE.__ne__, line))
        else:
            found += rows[row][: len(words)]
    return tuple(found)


def _line(own: str, cells: Sequence[Cell]) -> Said:
    numbers = FIGURE in own or YEAR in own
    return (own, *map(_printed_in, cells)) if numbers else (own, *cells)


def _printed_in(cell: Cell) -> Said:
    """A cell with what distinguishes numbers that are equal and print otherwise."""
    value = cell.value
    kind = value.__class__
    return (kind, cell, str(value)) if kind is float else (kind, cell)
