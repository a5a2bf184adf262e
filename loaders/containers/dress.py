"""Putting on what a quick reader of values leaves off: formats, indents, errors, hidden marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import chain, compress, islice, repeat, starmap
from operator import attrgetter, not_
from typing import Any, NamedTuple

from loaders.containers.looks import KNOWN, Look, look_of
from loaders.containers.numbers import texts_of
from loaders.containers.rows import trimmed
from loaders.containers.serial import from_serial
from loaders.containers.styles import is_date_format
from loaders.containers.zipped import check_grid, check_merged
from loaders.grid import BLANK, Cell, Merge, Sheet, number_cells

Style = tuple[str, int]
"""A style's number format and indent."""

_BARE = look_of("n", "", 0, False, False)
_number_format = attrgetter("number_format")
_indent = attrgetter("indent")

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


class Values(NamedTuple):
    """A sheet as a quick reader hands it out."""

    name: str
    rows: list[list[Any]]
    merges: list[Merge]
    hidden: bool


@dataclass(slots=True)
class Dress:
    """What one sheet's cells wear: style numbers and errors by place, and what is hidden."""

    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)


def dressed(
    sheet: Values, dress: Dress, styles: Sequence[Style] = (), *, since_1904: bool = False
) -> Sheet:
    """The sheet with its formats, indents, errors and hidden marks."""
    looks: dict[int | None, Look] = {None: _BARE}
    for style, (shown, indent) in enumerate(styles):
        looks[style] = look_of("n", shown, indent, is_date_format(shown), since_1904)
    places = (zip(repeat(n), range(len(row)), strict=False) for n, row in enumerate(sheet.rows))
    worn = map(dress.styles.get, chain.from_iterable(places))
    cells = iter(_cells([*chain.from_iterable(sheet.rows)], [*map(looks.__getitem__, worn)]))
    lines = [[*islice(cells, len(row))] for row in sheet.rows]
    _put_errors(lines, dress)
    merges = (*sheet.merges, *dress.merges)
    check_merged(merges)
    return Sheet(
        sheet.name,
        trimmed(lines),
        merges,
        frozenset(dress.hidden_rows),
        frozenset(dress.hidden_columns),
        sheet.hidden,
    )


def _cells(values: list[Any], looks: list[Look]) -> list[Cell]:
    """The cells in order: numbers made all at once, others one by one."""
    pairs = zip(values, looks, strict=True)
    are_plain = [value.__class__ is float and look.is_plain for value, look in pairs]
    numbers, worn = [*compress(values, are_plain)], [*compress(looks, are_plain)]
    formats, indents = map(_number_format, worn), map(_indent, worn)
    others = compress(zip(values, looks, strict=True), map(not_, are_plain))
    plain = number_cells(numbers, texts_of(numbers), formats, indents)
    either = {True: plain, False: starmap(_cell, others)}
    return [*map(next, map(either.__getitem__, are_plain))]


def _cell(value: Any, look: Look) -> Cell:  # noqa: ANN401
    if value.__class__ is str:
        return KNOWN[value, look] if value else BLANK
    if value.__class__ is float:
        value = from_serial(value, look.number_format, since_1904=look.since_1904)
    elif value.__class__ is date:
        value = datetime.combine(value, time())
    elif not (isinstance(value, int) or hasattr(value, "isoformat")):
        value = str(value)
    return Cell(value, None, look.number_format, None, False, look.indent)


def _put_errors(lines: list[list[Cell]], dress: Dress) -> None:
    for (row, column), text in dress.errors.items():
        check_grid(row, column)
        lines += [[] for _ in range(row + 1 - len(lines))]
        lines[row] += [BLANK] * (column + 1 - len(lines[row]))
        lines[row][column] = Cell(None, text, error=text)
