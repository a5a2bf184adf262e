"""What openpyxl does not write: formulas with their kept results; OpenDocument sheets."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from bureau.canvas import Book, Canvas, Cell, address

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def kept(data: bytes, book: Book) -> bytes:
    """Put the formulas beside the results that stand in the file."""
    sheets = {
        f"xl/worksheets/sheet{n}.xml": _formulas(canvas) for n, canvas in enumerate(book.sheets, 1)
    }
    if not any(sheets.values()):
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, _with(old.read(name), sheets.get(name, {})))
    return out.getvalue()


def _formulas(canvas: Canvas) -> dict[str, str]:
    return {
        address(*at): cell.formula
        for at, cell in canvas.cells.items()
        if cell.formula and cell.cached and isinstance(cell.value, int | float)
    }


def _with(xml: bytes, formulas: dict[str, str]) -> bytes:
    text = xml.decode() if formulas else ""
    for where, formula in formulas.items():
        text = re.sub(rf'(<c r="{where}"[^>]*>)(<v>)', rf"\1<f>{formula}</f>\2", text)
    return text.encode() if formulas else xml


def ods(book: Book) -> bytes:
    tables = "".join(map(_table, book.sheets))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} '
        f'office:version="1.2"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", TYPE)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def _table(canvas: Canvas) -> str:
    spans = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in canvas.merges}
    covered = {
        (r, c) for a, b, e, d in canvas.merges for r in range(a, e + 1) for c in range(b, d + 1)
    } - set(spans)
    rows = []
    for row in range(1, canvas.height + 1):
        cells = (
            "<table:covered-table-cell/>" if (row, c) in covered
            else _cell(canvas.cells.get((row, c)), spans.get((row, c)))
            for c in range(1, canvas.width + 1)
        )  # fmt: skip
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return f"<table:table table:name={quoteattr(canvas.name)}>{''.join(rows)}</table:table>"


def _cell(cell: Cell | None, span: tuple[int, int] | None) -> str:
    marks = ""
    if span:
        marks = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
    if cell is None or cell.value is None:
        return f"<table:table-cell{marks}/>"
    if isinstance(cell.value, datetime):
        kind = f'office:value-type="date" office:date-value="{cell.value:%Y-%m-%d}"'
        shown = f"{cell.value.year}年{cell.value.month}月"
        return f"<table:table-cell {kind}{marks}><text:p>{shown}</text:p></table:table-cell>"
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(cell.value).split("\n"))
    if isinstance(cell.value, str):
        return f'<table:table-cell office:value-type="string"{marks}>{lines}</table:table-cell>'
    kind = f'office:value-type="float" office:value="{cell.value!r}"'
    return f"<table:table-cell {kind}{marks}>{lines}</table:table-cell>"
