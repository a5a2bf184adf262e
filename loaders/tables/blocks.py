"""Tables as blocks: what each row and each column says about the figures where they cross."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Block:
    """One table: words by row and by column."""

    rows: Sequence[tuple[int, Words]]
    columns: Sequence[tuple[int, Words]]


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
    for position, (top, headers) in enumerate(starts):
        end = starts[position + 1][0] if position + 1 < len(starts) else len(sheet.rows)
        for header in headers:
            body = _body(sheet, header, end)
            columns, strange = column_words(sheet, header, places)
            blocks.append(Block(row_words(sheet, header, body, places), columns))
            issues += strange
        issues += _unheaded(sheet, headers, range(top, end))
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
        row = max((header.first_body_row for header in headers), default=row + 1)


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


def _unheaded(sheet: Sheet, headers: Sequence[Header], rows: range) -> Iterator[Issue]:
    """Figures beside a table under no heading: they cannot be read, and are not passed over."""
    headed = {c for header in headers for c in range(header.left, header.right + 1)}
    first = min(header.left for header in headers)
    loose = [
        (row, column)
        for row in rows
        for column in range(first, len(sheet.rows[row]))
        if column not in headed
        and sheet.is_shown(row, column)
        and read_value(sheet.cell(row, column)).value is not None
    ]
    if loose:
        last = (max(row for row, _ in loose), max(column for _, column in loose))
        at = f"{address(*loose[0])}:{address(*last)}"
        yield raise_issue("P06", (sheet.name, address(*loose[0])), found=at)
