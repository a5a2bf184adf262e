"""Books as BIFF8 workbooks (.xls)."""

from __future__ import annotations

import io

import xlwt
from bureau.canvas import Book, Canvas, Cell


def xls(book: Book) -> bytes:
    workbook = xlwt.Workbook(encoding="utf-8")
    styles: dict[str, xlwt.XFStyle] = {}
    for canvas in book.sheets:
        _sheet(workbook.add_sheet(canvas.name), canvas, styles)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _sheet(sheet: xlwt.Worksheet, canvas: Canvas, styles: dict[str, xlwt.XFStyle]) -> None:
    boxes = {(a, b): (a - 1, c - 1, b - 1, d - 1) for a, b, c, d in canvas.merges}
    for (row, column), cell in sorted(canvas.cells.items()):
        if (row, column) in boxes:
            top, bottom, left, right = boxes[row, column]
            sheet.write_merge(top, bottom, left, right, cell.value, _style(cell, styles))
        elif cell.value is not None:
            sheet.write(row - 1, column - 1, cell.value, _style(cell, styles))
    for row in canvas.hidden_rows:
        sheet.row(row - 1).hidden = True
    for column in canvas.hidden_columns:
        sheet.col(column - 1).hidden = True


def _style(cell: Cell, styles: dict[str, xlwt.XFStyle]) -> xlwt.XFStyle:
    """One style a number format and indent: BIFF holds few of them."""
    key = f"{cell.format}{cell.indent}"
    if key not in styles:
        styles[key] = style = xlwt.XFStyle()
        style.num_format_str = cell.format or "General"
        style.alignment.inde = cell.indent
    return styles[key]
