"""Figures on their way out: a workbook of one plain table."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

Cell = str | float | None


def write_xlsx(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a table; numbers stay numbers, and no text becomes a formula."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("figures")
    sheet.freeze_panes = "A2"
    sheet.append([_head(sheet, name) for name in header])
    for row in rows:
        sheet.append([_inert(sheet, cell) for cell in row])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _head(sheet: Any, name: str) -> Any:  # noqa: ANN401 - openpyxl declares no types
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _inert(sheet: Any, value: Cell) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"  # openpyxl takes a text that begins with "=" for a formula
    return cell
