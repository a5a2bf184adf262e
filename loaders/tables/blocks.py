"""Tables as blocks: what each row and each column says about the figures where they cross."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cockpit.observation import Issue
from loaders.checks.rules import raise_issue
from loaders.grid import Cell, Sheet, address
from loaders.places import Places
from loaders.tables.columns import column_words
from loaders.tables.header import Header, headers_at
from loaders.tables.keys import row_words
from loaders.tables.notes import is_note, lone_text
from loaders.times import LONGEST
from loaders.values import read_value
from loaders.words import Words

_LONGEST_NOTE = 4000


@dataclass(frozen=True)
class Block:
    """One table: words by row and by column, and the columns it reaches from and to."""

    rows: Sequence[tuple[int, Words]]
    columns: Sequence[tuple[int, Words]]
    left: int
    right: int

    @cached_property
    def _rows_read(self) -> frozenset[int]:
        return frozenset(row for row, _ in self.rows)

    def covers(self, row: int, column: int) -> bool:
        """Whether a place was read, as a figure or as part of a name."""
        return self.left <= column <= self.right and row in self._rows_read


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet taken apart: its blocks, the lines above the first, the notes, and what was odd."""

    blocks: tuple[Block, ...]
    titles: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """A cell of a table, where it stands, and what row and column say of it."""

    sheet: str
    address: str
    cell: Cell
    words: Words


def lay_out(sheet: Sheet, places: Places) -> Layout:
    """Find every table of a sheet; titles and notes come with their addresses."""
    starts = list(_starts(sheet))
    blocks: list[Block] = []
    issues: list[Issue] = []
    for position, (_, headers) in enumerate(starts):
        end = starts[position + 1][0] if position + 1 < len(starts) else len(sheet.rows)
        for header in headers:
            body = _body(sheet, header, end)
            columns, strange = column_words(sheet, header, places)
            rows = row_words(sheet, header, body, places)
            blocks.append(Block(rows, columns, header.left, header.right))
            issues += strange
        issues += _unread(sheet, blocks[-len(headers) :], range(_below(headers), end))
    return Layout(tuple(blocks), _titles(sheet, starts), tuple(_notes(sheet)), tuple(issues))


def crossings(sheet: Sheet, block: Block) -> Iterator[Crossing]:
    """Every shown cell where a figure belongs, blank ones too."""
    for row, of_row in block.rows:
        for column, of_column in block.columns:
            if sheet.is_shown(row, column):
                cell = sheet.cell(row, column)
                words = of_row.under(of_column)
                yield Crossing(sheet.name, address(row, column), cell, words)


def _starts(sheet: Sheet) -> Iterator[tuple[int, list[Header]]]:
    row = 0
    while row < len(sheet.rows):
        headers = headers_at(sheet, row) if row not in sheet.hidden_rows else []
        if headers:
            yield row, headers
        row = _below(headers) if headers else row + 1


def _below(headers: Sequence[Header]) -> int:
    return max(header.first_body_row for header in headers)


def _body(sheet: Sheet, header: Header, end: int) -> list[int]:
    """The rows of a table: up to its notes, without blank and hidden ones."""
    rows: list[int] = []
    for row in range(header.first_body_row, end):
        if is_note(sheet, row):
            break
        written = (sheet.cell(row, column) for column in range(header.left, header.right + 1))
        if row not in sheet.hidden_rows and any(not cell.is_blank for cell in written):
            rows.append(row)
    return rows


def _titles(
    sheet: Sheet, starts: Sequence[tuple[int, list[Header]]]
) -> tuple[tuple[str, str], ...]:
    end = starts[0][0] if starts else min(len(sheet.rows), 10)
    places = ((r, c) for r in range(end) for c in range(len(sheet.rows[r])))
    written = [(address(r, c), sheet.cell(r, c).raw[:LONGEST]) for r, c in places]
    caption = [("", sheet.caption)] if sheet.caption else []
    return tuple(caption + [(at, text) for at, text in written if text.strip()])


def _notes(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Note lines, and the lines that continue one."""
    within = False
    for row in range(len(sheet.rows)):
        lone = lone_text(sheet, row)
        within = lone is not None and (within or is_note(sheet, row))
        if lone is not None and within:
            yield address(row, lone[0]), lone[1].raw[:_LONGEST_NOTE].strip()


def _unread(sheet: Sheet, blocks: Sequence[Block], rows: range) -> Iterator[Issue]:
    """Figures that no heading and no name of a row accounts for are not passed over in silence."""
    width = max((len(sheet.rows[row]) for row in rows), default=0)
    loose: list[tuple[int, int]] = []
    for column in range(width):
        places = [(row, column) for row in rows if not any(b.covers(row, column) for b in blocks)]
        figures = [place for place in places if _is_figure(sheet, place)]
        if not _are_serial([read_value(sheet.cell(*place)).value for place in figures]):
            loose += figures
    if loose:
        first = min(loose)
        last = (max(row for row, _ in loose), max(column for _, column in loose))
        found = f"{address(*first)}:{address(*last)}"
        yield raise_issue("P26", (sheet.name, address(*first)), found=found)


def _is_figure(sheet: Sheet, place: tuple[int, int]) -> bool:
    return sheet.is_shown(*place) and read_value(sheet.cell(*place)).value is not None


def _are_serial(values: Sequence[float | None]) -> bool:
    """Whether numbers only count the rows: 0, 1, 2 or 1, 2, 3."""
    start = values[0] if values else None
    return start in (0, 1) and list(values) == [start + n for n in range(len(values))]
