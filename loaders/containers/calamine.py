"""Workbooks by calamine: xlsb, ods, and xlsx too large for openpyxl.

It hands out calculated values and merges, but no formats, no hidden rows and no error cells.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

from loaders.checks.rules import raise_issue
from loaders.containers.rows import text_cell, trimmed
from loaders.containers.zipped import Census, check_cells, check_merged
from loaders.grid import BLANK, Cell, Merge, Sheet, Workbook


def read_calamine(data: bytes, container: str, census: Census) -> Workbook:
    """Read values and merges; cells that hold no readable value are reported as one issue."""
    sheets = open_calamine(data)
    check_cells(sum(len(row) for sheet in sheets for row in sheet.rows))
    lost = (raise_issue("P15", found=census.unreadable),) if census.unreadable else ()
    return Workbook(container, tuple(sheets), lost)


def open_calamine(data: bytes) -> list[Sheet]:
    """Every worksheet; raises whatever calamine raises, its panics included."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [
        _sheet(book, about.name, about.visible != SheetVisibleEnum.Visible)
        for about in book.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet
    ]


def _sheet(book: Any, name: str, hidden: bool) -> Sheet:  # noqa: ANN401
    sheet = book.get_sheet_by_name(name)
    rows = trimmed([_cell(v) for v in row] for row in sheet.to_python(skip_empty_area=False))
    merges = [Merge(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
    check_merged(merges)
    return Sheet(name, rows, tuple(merges), hidden=hidden)


def _cell(value: Any) -> Cell:  # noqa: ANN401
    if value.__class__ is float:
        return Cell(value)
    if value == "":
        return BLANK
    if isinstance(value, str):
        return text_cell(value)
    if value.__class__ is date:
        return Cell(datetime.combine(value, time()))
    known = isinstance(value, int) or hasattr(value, "isoformat")
    return Cell(value if known else str(value))
