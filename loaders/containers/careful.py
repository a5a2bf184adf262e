"""Unusual xlsx by openpyxl: values with formats, merges, hidden marks, errors and formulas."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

from loaders.containers.rows import dense
from loaders.containers.zipped import Census
from loaders.grid import BLANK, Cell, Merge, Sheet, Workbook

_FURTHEST_COLUMN = 16384


def read_careful(data: bytes, census: Census) -> Workbook:
    """Read a small workbook with all that a person sees of it."""
    calculated = _load(data, data_only=True)
    if len(calculated.sheetnames) < census.sheets:
        raise ValueError("openpyxl passes over a sheet whose part is missing")
    written = _load(data, data_only=False) if census.formulas else None
    sheets = (_sheet(ws, written[ws.title] if written else None) for ws in calculated.worksheets)
    return Workbook("xlsx", tuple(sheets))


def _load(data: bytes, *, data_only: bool) -> Any:  # noqa: ANN401 - openpyxl is untyped
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(data), data_only=data_only, keep_links=False)


def _sheet(ws: Any, written: Any) -> Sheet:  # noqa: ANN401
    cells = {(row - 1, column - 1): _cell(cell) for (row, column), cell in ws._cells.items()}
    if written is not None:
        for (row, column), cell in written._cells.items():
            place = (row - 1, column - 1)
            if cell.data_type == "f" and cells.get(place, BLANK).is_blank:
                cells[place] = Cell(uncalculated=True)
    return Sheet(
        name=ws.title,
        rows=dense(cells),
        merges=tuple(_merge(merged) for merged in ws.merged_cells.ranges),
        hidden_rows=frozenset(r - 1 for r, row in ws.row_dimensions.items() if row.hidden),
        hidden_columns=frozenset(_hidden_columns(ws)),
        hidden=ws.sheet_state != "visible",
    )


def _merge(merged: Any) -> Merge:  # noqa: ANN401
    return Merge(merged.min_row - 1, merged.min_col - 1, merged.max_row - 1, merged.max_col - 1)


def _hidden_columns(ws: Any) -> set[int]:  # noqa: ANN401
    found: set[int] = set()
    for column in ws.column_dimensions.values():
        if column.hidden and column.min is not None:
            found.update(range(column.min - 1, min(column.max or column.min, _FURTHEST_COLUMN)))
    return found


def _cell(cell: Any) -> Cell:  # noqa: ANN401
    value = cell.value
    if cell.data_type == "e":
        return Cell(raw=str(value), error=str(value))
    if value is None:
        return BLANK
    if isinstance(value, timedelta) or not isinstance(value, str | int | float | bool):
        value = value if hasattr(value, "isoformat") else str(value)
    indent = int(cell.alignment.indent) if isinstance(value, str) else 0
    text = value if isinstance(value, str) else None
    return Cell(value, text, cell.number_format or "", indent=indent)
