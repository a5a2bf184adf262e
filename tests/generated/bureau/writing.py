"""Books become files: xlsx, csv, html (ods and xls stand in their own modules)."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bureau.biff import xls
from bureau.canvas import Book, Canvas, Cell
from bureau.opened import kept, ods
from openpyxl import Workbook
from openpyxl.cell.cell import Cell as Drawn
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


def write(book: Book, folder: Path) -> Path:
    """Write a book into a folder; answers the file."""
    ending, writer = FORMS[book.form]
    path = folder / f"{book.stem}.{ending}"
    path.write_bytes(writer(book))
    return path


def xlsx(book: Book) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for canvas in book.sheets:
        _sheet(workbook.create_sheet(canvas.name), canvas)
    out = io.BytesIO()
    workbook.save(out)
    return kept(out.getvalue(), book)


def _sheet(sheet: Worksheet, canvas: Canvas) -> None:
    for (row, column), cell in sorted(canvas.cells.items()):
        drawn = sheet.cell(row, column)
        if isinstance(drawn, Drawn):
            _draw(drawn, cell)
    for top, left, bottom, right in canvas.merges:
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for row in canvas.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for column in canvas.hidden_columns:
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    sheet.sheet_state = "hidden" if canvas.hidden else "visible"


def _draw(drawn: Drawn, cell: Cell) -> None:
    drawn.value = cell.formula if cell.formula and not cell.cached else cell.value
    if cell.format and not isinstance(cell.value, str):
        drawn.number_format = cell.format
    if cell.bold:
        drawn.font = Font(bold=True)
    if cell.indent or cell.right:
        drawn.alignment = Alignment(
            horizontal="right" if cell.right else "left", indent=cell.indent
        )
    if cell.note:
        drawn.comment = Comment(cell.note, "统计科")


def _text(cell: Cell | None) -> str:
    """A figure as an exporting program shows it."""
    if cell is None or cell.value is None:
        return ""
    if isinstance(cell.value, int | float) and cell.format:
        decimals = len(cell.format.partition(".")[2])
        return f"{cell.value:.{decimals}f}"
    if isinstance(cell.value, datetime):
        return f"{cell.value.year}年{cell.value.month}月"
    return str(cell.value)


def _csv(encoding: str, separator: str = ",") -> Callable[[Book], bytes]:
    def write_csv(book: Book) -> bytes:
        canvas = book.sheets[0]
        lines = []
        for row in range(1, canvas.height + 1):
            texts = (_text(canvas.cells.get((row, c))) for c in range(1, canvas.width + 1))
            lines.append(separator.join(_quoted(text, separator) for text in texts))
        return ("\r\n".join(lines) + "\r\n").encode(encoding, "replace")

    return write_csv


def _quoted(text: str, separator: str) -> str:
    special = separator in text or '"' in text or "\n" in text
    return '"' + text.replace('"', '""') + '"' if special else text


def _html(book: Book) -> bytes:
    tables = "\n".join(_html_table(canvas) for canvas in book.sheets)
    page = f'<html><head><meta charset="utf-8"><title>{book.stem}</title></head>'
    return f"{page}<body>\n{tables}\n</body></html>".encode()


def _html_table(canvas: Canvas) -> str:
    spans = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in canvas.merges}
    hidden = {
        (r, c) for a, b, e, d in canvas.merges for r in range(a, e + 1) for c in range(b, d + 1)
    } - set(spans)
    lines = []
    for row in range(1, canvas.height + 1):
        columns = (c for c in range(1, canvas.width + 1) if (row, c) not in hidden)
        lines.append(f"<tr>{''.join(_td(canvas, row, c, spans) for c in columns)}</tr>")
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _td(
    canvas: Canvas, row: int, column: int, spans: dict[tuple[int, int], tuple[int, int]]
) -> str:
    down, across = spans.get((row, column), (1, 1))
    marks = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
    return f"<td{marks}>{html.escape(_text(canvas.cells.get((row, column))))}</td>"


FORMS: dict[str, tuple[str, Callable[[Book], bytes]]] = {
    "xlsx": ("xlsx", xlsx),
    "csv": ("csv", _csv("utf-8-sig")),
    "csv-utf8": ("csv", _csv("utf-8")),
    "csv-gb": ("csv", _csv("gb18030")),
    "csv-utf16": ("csv", _csv("utf-16", "\t")),
    "tsv": ("tsv", _csv("utf-8", "\t")),
    "html": ("html", _html),
    "html-xls": ("xls", _html),
    "ods": ("ods", ods),
    "xls": ("xls", xls),
}
