"""A window shows a sheet as it is printed and says what became of every figure in it."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from cockpit.catalog import Catalog
from cockpit.memory import NOTHING
from cockpit.reading import SheetWindow
from cockpit.settings import DATA
from loaders.containers import open_workbook
from loaders.grid import Cell
from loaders.registry import read_workbook
from loaders.sandbox import show
from loaders.window import Place, window
from loaders.window.shown import shown
from loaders.window.unread import HIDDEN, NOTE, SERIAL, UNHEADED

NAME = "滕州市经济运行快报.xlsx"
FIRST = Place()


def book(rows: int = 2) -> bytes:
    """Two header rows, serial numbers, a hidden column, a column without a heading, a note."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["滕州市2024年10月主要经济指标"])
    sheet.append([None, None, None, None, "单位：万元"])
    sheet.append(["序号", "指标", "一般公共预算收入", None, "一般公共预算支出", None])
    sheet.append([None, None, "本月", "累计", "本月", "累计"])
    for n in range(rows):
        sheet.append([n + 1, ("北辛街道", "荆河街道")[n % 2], 1234.5, 110 + n, 7, 77, None, 0.5])
    sheet.append(["注：本表为快报数。"])
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("C3:D3")
    sheet.merge_cells("E3:F3")
    sheet.column_dimensions["F"].hidden = True
    sheet["C5"].number_format = "#,##0.00"
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def seen(catalog: Catalog, data: bytes, at: Place = FIRST) -> SheetWindow:
    opened = open_workbook(data)
    return window(opened, read_workbook(opened, NAME, catalog, NOTHING), at)


def test_cells_are_shown_as_the_file_dresses_them(catalog: Catalog) -> None:
    found = seen(catalog, book())
    assert found.texts[0][0] == "滕州市2024年10月主要经济指标"
    assert (0, 0, 1, 6) in found.merges
    assert (2, 2, 1, 2) in found.merges
    assert found.texts[4][2] == "1,234.50"


def test_every_figure_names_the_cells_that_say_what_it_is(catalog: Catalog) -> None:
    found = seen(catalog, book())
    assert found.evidence["D5"]["indicator"] == "C3"
    assert found.evidence["D5"]["accumulation"] == "D4"
    assert found.evidence["D5"]["unit"] == "E2"
    assert found.said["E2"] == "单位：万元"


def test_what_is_not_read_says_why(catalog: Catalog) -> None:
    found = seen(catalog, book())
    assert found.unread["A5"] == SERIAL
    assert found.unread["F5"] == HIDDEN
    assert found.unread["H5"] == UNHEADED
    assert found.unread["A7"] == NOTE
    assert not found.unread.keys() & found.evidence.keys()
    assert sum(found.left_out.values()) == len(found.unread)


def test_a_long_sheet_comes_in_bounded_windows(catalog: Catalog) -> None:
    found = seen(catalog, book(rows=150), Place("Sheet", 70, 0))
    assert (found.top, len(found.texts), found.height) == (60, 60, 155)
    assert "D61" in found.evidence
    assert "D60" not in found.evidence
    assert found.said["D4"] == "累计"
    assert sum(found.left_out.values()) > len(found.unread)


def test_a_place_beyond_the_sheet_is_the_last_window(catalog: Catalog) -> None:
    found = seen(catalog, book(rows=150), Place("Sheet", 10**9, 10**9))
    assert (found.top, found.left) == (120, 0)


def test_the_window_comes_through_the_child_process_unchanged(
    catalog: Catalog, tmp_path: Path
) -> None:
    path = tmp_path / "upload"
    path.write_bytes(book())
    assert show(path, NAME, DATA / "catalog", NOTHING, ("", 0, 0)) == seen(catalog, book())


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(0.085, None, "0.0%"), "8.5%"),
        (Cell(-1234567.891, None, "#,##0.0"), "-1,234,567.9"),
        (Cell(2.675, None, "0.00"), "2.68"),
        (Cell(-0.004, None, "0.00"), "0.00"),
        (Cell(11850.347975873017, None, "General"), "11850.347976"),
        (Cell(12.0), "12"),
        (Cell(10819.14, None, '0.00_);[Red]"("0.00")"'), "10819.14"),
        (Cell(datetime.fromisoformat("2024-10-01"), None, "yyyy-mm-dd"), "2024-10-01"),
        (Cell("  滕 州\n市 "), "滕 州 市"),
        (Cell(None, None, "", "#REF!"), "#REF!"),
    ],
)
def test_a_number_is_printed_by_its_format(cell: Cell, text: str) -> None:
    assert shown(cell) == text
