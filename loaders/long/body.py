"""The part of a long sheet in which every row is laid out alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from loaders.grid import Cell, Sheet
from loaders.packed import Column, Packed
from loaders.tables.kinds import Kinds, dated_figures
from loaders.tables.lines import is_column_name
from loaders.tables.roles import role_of
from loaders.tables.wordings import is_note
from loaders.written import BLANK, FIGURE, TEXT, YEAR

MANY_ROWS = 2000
"""A shorter table is read row by row."""
_AROUND = 30
"""Titles and header above the body, notes below it, in rows."""


@dataclass(frozen=True)
class Body:
    """Rows from `top` to before `bottom`; `kinds` are those of all rows, one string a column.

    `keys` are columns of names or years, `values` of figures.
    """

    sheet: Sheet
    columns: Sequence[Column]
    kinds: Sequence[str]
    top: int
    bottom: int
    keys: tuple[int, ...]
    values: tuple[int, ...]

    @property
    def around(self) -> set[int]:
        """The rows above and below."""
        return {*range(self.top), *range(self.bottom, len(self.sheet.rows))}

    def only(self, rows: Sequence[int]) -> Kinds:
        """The sheet with some of its rows, each where it stands, and blank between them."""
        width = self.sheet.width
        cells: list[Sequence[Cell]] = [()] * len(self.sheet.rows)
        kinds: list[str] = [BLANK * width] * len(cells)
        for row in rows:
            cells[row] = self.sheet.rows[row]
            kinds[row] = "".join(kind[row] for kind in self.kinds)
        return Kinds(replace(self.sheet, rows=cells), kinds)


def body_of(sheet: Sheet) -> Body | None:
    """The uniform body of a long sheet; None where it is short, or is laid out otherwise."""
    rows = sheet.rows
    if not isinstance(rows, Packed) or len(rows) < MANY_ROWS:
        return None
    if sheet.merges or sheet.hidden_rows or sheet.hidden_columns:
        return None
    kinds = _as_dated([_kinds(column) for column in rows.columns])
    inner = [kind[_AROUND:-_AROUND] for kind in kinds]
    keys = tuple(c for c, kind in enumerate(inner) if _is_key(kind))
    values = tuple(c for c, kind in enumerate(inner) if c not in keys)
    if not keys or not values or keys[0] != 0:
        return None
    if any(TEXT in inner[c] or FIGURE not in inner[c] for c in values):
        return None
    top, bottom = _ends(kinds, keys, values)
    found = Body(sheet, rows.columns, kinds, top, bottom, keys, values)
    return found if _is_plain(found) else None


def _kinds(column: Column) -> str:
    """The kinds of all cells of a column."""
    pool = [ord(cell.kind) for cell in column.cells]
    if not column.numbers:
        return bytes(map(pool.__getitem__, column.codes)).decode()
    figure = ord(FIGURE)
    found = bytearray(figure if code < 0 else pool[code] for code in column.codes)
    for row in _may_be_periods(column):
        found[row] = ord(column[row].kind)
    return found.decode()


def _may_be_periods(column: Column) -> Iterator[int]:
    numbers = enumerate(column.numbers)
    return (row for row, v in numbers if 1900 <= v < 2100 or 190000 <= v < 210000)


def _as_dated(kinds: list[str]) -> list[str]:
    """2067.11 is a figure beside years that tell the time."""
    dated, figures = dated_figures(kinds)
    for column in figures if dated else ():
        own = [*kinds[column]]
        for row in (row for row, kind in enumerate(own) if kind == YEAR and row in dated):
            own[row] = FIGURE
        kinds[column] = "".join(own)
    return kinds


def _is_key(inner: str) -> bool:
    return inner.count(TEXT) == len(inner) or inner.count(YEAR) == len(inner)


def _ends(kinds: Sequence[str], keys: Sequence[int], values: Sequence[int]) -> tuple[int, int]:
    """The first row of the body, and the first below it."""
    height = len(kinds[0])
    odd = [row for c in keys for row in _edges(height) if kinds[c][row] != kinds[c][_AROUND]]
    odd += [row for c in values for row in _edges(height) if kinds[c][row] == TEXT]
    odd += [row for row in _edges(height) if all(kinds[c][row] == BLANK for c in values)]
    top = max((row + 1 for row in odd if row < _AROUND), default=0)
    return top, min((row for row in odd if row >= _AROUND), default=height)


def _edges(height: int) -> Iterator[int]:
    yield from range(_AROUND)
    yield from range(height - _AROUND, height)


def _is_plain(body: Body) -> bool:
    """Every row is one of figures: it has some, and its names are no notes and no numbering."""
    own = slice(body.top, body.bottom)
    values = [body.kinds[c][own] for c in body.values]
    if all(BLANK in kinds for kinds in values):
        blank = (kind == BLANK for kind in values[0])
        rows = list(compress(zip(*values, strict=True), blank))
        if any(set(row) == {BLANK} for row in rows):
            return False
    first = cells_of(body.columns[0], own)
    if any(is_note(cell.raw) or role_of(cell.raw) == "month" for cell in first):
        return False
    return any(
        not any(is_column_name(cell.raw.strip()) for cell in cells_of(body.columns[c], own))
        for c in body.keys
    )


def cells_of(column: Column, own: slice) -> list[Cell]:
    """The distinct cells of some rows."""
    used = set(column.codes[own])
    cells = [column.cells[code] for code in used if code >= 0]
    if len(cells) == len(used):
        return cells
    numbers = dict(zip(column.numbers[own], range(own.start, own.stop), strict=True))
    return cells + [column[row] for row in numbers.values()]
