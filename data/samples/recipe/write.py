"""The three files 国家数据 gives: old CSV in GBK, new CSV in UTF-8, BIFF workbook."""

from pathlib import Path

import xlwt

from data.samples.recipe.export import Export


def old_csv(export: Export, folder: Path) -> Path:
    """Write the format in use until 2025: GBK, quoted only where needed, no trailing column."""
    table = [[export.corner, *export.periods], *export.rows]
    lines = [*export.head, *(",".join(row) for row in table), *export.notes]
    return _write(folder / f"{export.stem}.csv", "\r\n".join(lines).encode("gb18030") + b"\r\n")


def new_csv(export: Export, folder: Path) -> Path:
    """Write the format since 2025: UTF-8 with BOM, each field ends in a tab, an empty last column.

    The head has no 指标 line; what is measured stands in the file's name alone.
    """
    head = [f"{line} " for line in export.head if not line.startswith("指标：")]
    table = [[export.corner, *export.periods], *export.rows]
    lines = [*head, *("".join(f"{text}\t," for text in row) for row in table), *export.notes]
    return _write(folder / f"{export.stem}.csv", "\n".join(lines).encode("utf-8-sig") + b"\n")


def xls(export: Export, folder: Path) -> Path:
    """Write a BIFF workbook with one sheet named after the database; figures are stored numbers."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(export.head[0].removeprefix("数据库："))
    table = [[export.corner, *export.periods], *export.rows]
    rows = [*([line] for line in export.head), *table, *([line] for line in export.notes)]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text:
                sheet.write(r, c, _stored(text) if c and r > len(export.head) else text)
    path = folder / f"{export.stem}.xls"
    book.save(str(path))
    return path


def _stored(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
