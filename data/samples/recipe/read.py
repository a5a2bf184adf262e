"""Reading the collected source files: panels as rows, exports as cells."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import xlrd

from data.samples.recipe.export import Cells


def panel(path: Path) -> list[dict[str, str]]:
    """Return the rows of a UTF-8 panel, one mapping a row."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def exported(path: Path, corner: str) -> Cells:
    """Return the cells of a 国家数据 export as (row label, column label) → text."""
    rows = _xls_rows(path) if path.suffix == ".xls" else _csv_rows(path)
    return dict(_cells(rows, corner))


def _cells(rows: list[list[str]], corner: str) -> Iterator[tuple[tuple[str, str], str]]:
    start = next(i for i, row in enumerate(rows) if row and row[0] == corner)
    for row in rows[start + 1 :]:
        if not row or row[0].startswith(("注", "数据来源", "　")):
            return
        yield from (
            ((row[0], p), text) for p, text in zip(rows[start][1:], row[1:], strict=False) if p
        )


def _csv_rows(path: Path) -> list[list[str]]:
    raw = path.read_bytes()
    encoding = "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "gb18030"
    rows = csv.reader(io.StringIO(raw.decode(encoding)))
    return [[text.strip(" \t") for text in row] for row in rows]


def _xls_rows(path: Path) -> list[list[str]]:
    sheet = xlrd.open_workbook(path).sheet_by_index(0)
    return [[_text(value) for value in sheet.row_values(row)] for row in range(sheet.nrows)]


def _text(value: object) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)
