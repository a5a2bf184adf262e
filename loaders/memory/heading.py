"""The heading of a column as it is remembered: its printed words without the period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cockpit.memory import timeless
from loaders.grid import Cell, Sheet, Workbook

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_WORD = re.compile(r"[^\W\d_]|%")
_WIDE = 0.7
_LONGEST = 80


def sheets_of(workbook: Workbook, within: str = "") -> Iterator[tuple[str, Sheet]]:
    """Every sheet by its name; those of a packed file carry the file's name before their own."""
    for sheet in workbook.sheets:
        yield "/".join(part for part in (within, sheet.name) if part), sheet
    for name, member in getattr(workbook, "members", ()):
        yield from sheets_of(member, name)


def place_of(address: str) -> tuple[int, int]:
    """Row and column, counted from 0, of an A1 address."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(f"{address!r} is no address")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def heading(sheet: Sheet, row: int, column: int) -> str:
    """The words printed above a figure, outermost first: `工业总产值 | 增长`."""
    texts = [timeless(text) for text in reversed(list(_above(sheet, row, column)))]
    return " | ".join(dict.fromkeys(text for text in texts if text))


def heading_row(sheet: Sheet, row: int, column: int) -> int | None:
    """The row of the nearest words above a figure."""
    above = (r for r in range(row - 1, -1, -1) if _is_word(sheet.spread(r, column)))
    return next(above, None)


def _above(sheet: Sheet, row: int, column: int) -> Iterator[str]:
    """The nearest block of words above a place, nearest first, without a title over all columns."""
    start = heading_row(sheet, row, column)
    if start is None:
        return
    for above in range(start, -1, -1):
        cell = sheet.spread(above, column)
        if not _is_printed(cell) or _is_title(sheet, above, column):
            return
        yield " ".join(cell.raw.split())[:_LONGEST]


def _is_printed(cell: Cell) -> bool:
    """Words, or a year or month stored as a number between them."""
    return _is_word(cell) or (cell.is_number and not cell.is_blank and len(cell.raw) in (4, 6))


def _is_word(cell: Cell) -> bool:
    """Text that says something; `—` and `…` stand for figures."""
    return not cell.is_number and bool(_WORD.search(cell.raw))


def _is_title(sheet: Sheet, row: int, column: int) -> bool:
    widths = (
        merge.right - merge.left + 1
        for merge in sheet.merges
        if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right
    )
    return any(width > 2 and width >= _WIDE * sheet.width for width in widths)
