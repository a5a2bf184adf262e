"""Workbooks with merged headers, written the same to the byte each time."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

THEN = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
THIN = Border(*[Side(style="thin")] * 4)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def new_sheet(title: str) -> Worksheet:
    """Return the only sheet of a new workbook."""
    book = Workbook()
    book.properties.creator = "econ-cockpit"
    book.properties.created = THEN
    sheet = book.worksheets[0]
    sheet.title = title
    return sheet


def put(sheet: Worksheet, row: int, values: Sequence[str | float | None]) -> None:
    """Write one bordered row from column A on."""
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column, value)
        cell.border = THIN
        cell.alignment = MIDDLE if column > 1 else Alignment(vertical="center")


def heading(sheet: Worksheet, text: str, width: int) -> None:
    """Write the title over the whole width of the table."""
    sheet["A1"] = text
    sheet["A1"].font = Font(name="宋体", size=16, bold=True)
    sheet["A1"].alignment = MIDDLE
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)


def merge(sheet: Worksheet, ranges: Iterable[str]) -> None:
    """Merge each range."""
    for area in ranges:
        sheet.merge_cells(area)


def save(sheet: Worksheet, path: Path) -> Path:
    """Write the sheet's workbook without the time of writing."""
    book, buffer = sheet.parent, io.BytesIO()
    if not isinstance(book, Workbook):
        raise TypeError(book)
    book.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = (
                _undated(source.read(name)) if name == "docProps/core.xml" else source.read(name)
            )
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def _undated(core: bytes) -> bytes:
    stamp = THEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
