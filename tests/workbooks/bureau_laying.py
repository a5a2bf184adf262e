"""Lays the workbooks described in bureau_sheets/*.toml: what bureaus send, figures invented.

The records expected of them stand beside the workbooks and were written by hand: nothing here
knows how they are read. In the descriptions an empty string is an empty cell.
"""

from __future__ import annotations

import html
import io
import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlwt
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.utils.cell import range_boundaries

SHEETS = Path(__file__).parent / "bureau_sheets"
NEW_YEAR = (2024, 1, 1, 0, 0, 0)
Description = dict[str, Any]


def descriptions() -> dict[str, Description]:
    """Every description by the name of its folder."""
    files = sorted(SHEETS.glob("*.toml"))
    return {
        name: described
        for path in files
        for name, described in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


def lay(root: Path) -> None:
    """Lay every described workbook into its folder."""
    for name, described in descriptions().items():
        folder = root / "bureaus" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / described["file"]).write_bytes(FORMS[described.get("form", "xlsx")](described))


def xlsx(described: Description) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in described["sheets"]:
        _sheet(book.create_sheet(sheet["name"]), sheet)
    out = io.BytesIO()
    book.save(out)
    return _undated(out.getvalue())


def _sheet(drawn: Any, sheet: Description) -> None:
    for row, column, value in _cells(sheet):
        drawn.cell(row, column, value)
    for where, form in sheet.get("formats", {}).items():
        drawn[where].number_format = form
    for where, depth in sheet.get("indents", {}).items():
        drawn[where].alignment = Alignment(indent=depth)
    for where, text in sheet.get("comments", {}).items():
        drawn[where].comment = Comment(text, "统计科")
    for where in sheet.get("merges", ()):
        drawn.merge_cells(where)
    for row in sheet.get("hidden_rows", ()):
        drawn.row_dimensions[row].hidden = True
    for column in sheet.get("hidden_columns", ()):
        drawn.column_dimensions[column].hidden = True
    drawn.sheet_state = "hidden" if sheet.get("hidden") else "visible"


def _cells(sheet: Description) -> Iterator[tuple[int, int, Any]]:
    for row, line in enumerate(sheet["rows"], 1):
        for column, value in enumerate(line, 1):
            if value != "":
                yield row, column, value


def _undated(data: bytes) -> bytes:
    """The same file whenever it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w") as kept:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]{8}Z", b"2024-01-01T00:00:00Z", part)
            kept.writestr(zipfile.ZipInfo(name, NEW_YEAR), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def xls(described: Description) -> bytes:
    book = xlwt.Workbook()
    for sheet in described["sheets"]:
        drawn = book.add_sheet(sheet["name"])
        for row, column, value in _cells(sheet):
            drawn.write(row - 1, column - 1, value)
        for where in sheet.get("merges", ()):
            left, top, right, bottom = (edge - 1 for edge in range_boundaries(where))
            drawn.merge(top, bottom, left, right)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv(described: Description) -> bytes:
    rows = described["sheets"][0]["rows"]
    width = max(map(len, rows))
    separator = described.get("separator", ",")
    padded = (list(map(str, row)) + [""] * (width - len(row)) for row in rows)
    text = "".join(separator.join(row) + "\r\n" for row in padded)
    return text.encode(described.get("encoding", "utf-8"))


def page(described: Description) -> bytes:
    """The text of a page as it stands, or a bare table of the rows."""
    encoding = described.get("encoding", "utf-8")
    if "page" in described:
        return described["page"].encode(encoding)
    rows = described["sheets"][0]["rows"]
    lines = ("".join(f"<td>{html.escape(str(v))}</td>" for v in row) for row in rows)
    table = "".join(f"<tr>{line}</tr>\n" for line in lines)
    head = f'<html><head><meta charset="{encoding}"></head>\n'
    return f"{head}<body><table>\n{table}</table></body></html>\n".encode(encoding)


def archive(described: Description) -> bytes:
    """One workbook a sheet, named by the sheet's `book`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as kept:
        for sheet in described["sheets"]:
            part = xlsx({"sheets": [sheet]})
            kept.writestr(zipfile.ZipInfo(sheet["book"], NEW_YEAR), part)
    return out.getvalue()


FORMS = {"xlsx": xlsx, "xls": xls, "csv": csv, "html": page, "zip": archive}
