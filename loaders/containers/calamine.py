"""Workbooks by calamine: xlsb, ods, and xlsx too large for openpyxl.

It hands out calculated values and merges, but no formats, no hidden rows and no error cells.
"""

from __future__ import annotations

import io
from typing import Any

from loaders.checks.rules import raise_issue
from loaders.containers.dress import Dress, Values, dressed
from loaders.containers.zipped import Census, check_cells
from loaders.grid import Merge, Sheet, Workbook


def read_calamine(data: bytes, container: str, census: Census) -> Workbook:
    """Read values and merges; cells that hold no readable value are reported as one issue."""
    sheets = open_calamine(data)
    check_cells(sum(len(row) for sheet in sheets for row in sheet.rows))
    lost = (raise_issue("P15", found=census.unreadable),) if census.unreadable else ()
    return Workbook(container, tuple(sheets), lost)


def open_calamine(data: bytes) -> list[Sheet]:
    """Every worksheet; raises whatever calamine raises, its panics included."""
    return [dressed(sheet, Dress()) for sheet in read_values(data)]


def read_values(data: bytes) -> list[Values]:
    """The values and merges of every worksheet; raises whatever calamine raises."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [
        _values(book, about.name, about.visible != SheetVisibleEnum.Visible)
        for about in book.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet
    ]


def _values(book: Any, name: str, hidden: bool) -> Values:  # noqa: ANN401
    sheet = book.get_sheet_by_name(name)
    merges = [Merge(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
    return Values(name, sheet.to_python(skip_empty_area=False), merges, hidden)
