"""Any file becomes the same grid, recognised by what is in it."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from loaders.containers import open_workbook
from loaders.containers.numbers import numbers_of, texts_of
from loaders.containers.xls import unsoundness
from loaders.grid import Merge, Sheet, Workbook, address, letters, stored_text

TABLE = "地区,2017年\n北京市,28014.94\n"


def xlsx(book: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def only(workbook: Workbook) -> Sheet:
    (sheet,) = workbook.sheets
    return sheet


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.raw for cell in row] for row in sheet.rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le"]
)
def test_text_in_any_encoding_of_an_office(encoding: str) -> None:
    sheet = only(open_workbook(TABLE.encode(encoding)))
    assert sheet.name == ""
    assert texts(sheet) == [["地区", "2017年"], ["北京市", "28014.94"]]


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_text_with_another_delimiter(mark: str) -> None:
    assert texts(only(open_workbook(TABLE.replace(",", mark).encode())))[1][1] == "28014.94"


def test_an_empty_line_is_a_row_and_a_quoted_break_is_none() -> None:
    sheet = only(open_workbook('甲\n\n"注：一\n二",x\n1,2\n'.encode()))
    assert texts(sheet) == [["甲"], [], ["注：一\n二", "x"], ["1", "2"]]


def test_the_tab_before_each_comma_stays_in_the_cells_own_text() -> None:
    sheet = only(open_workbook("地区\t,2024年\t,\n北京市\t,9153.26\t,\n".encode("utf-8-sig")))
    assert texts(sheet) == [["地区\t", "2024年\t"], ["北京市\t", "9153.26\t"]]


def test_spans_of_a_page_are_expanded() -> None:
    page = """<table><tr><td rowspan=2>城市<td colspan=2>价格<tr><td>新建<td>二手
    <tr><td>北京<td>100.0<td>98.8</table>"""
    sheet = only(open_workbook(page.encode()))
    assert texts(sheet) == [["城市", "价格", ""], ["", "新建", "二手"], ["北京", "100.0", "98.8"]]
    assert set(sheet.merges) == {Merge(0, 0, 1, 0), Merge(0, 1, 0, 2)}
    assert sheet.spread(1, 0).raw == "城市"


def test_tables_of_a_page_are_numbered_and_carry_the_line_above() -> None:
    page = "<p>表1：<b>甲</b></p><table><tr><td>1</table><p>表2：乙</p><table><tr><td>2</table>"
    workbook = open_workbook(page.encode("gbk"))
    assert [(s.name, s.caption) for s in workbook.sheets] == [
        ("table1", "表1：甲"),
        ("table2", "表2：乙"),
    ]


def test_a_page_saved_under_another_name_is_still_a_page() -> None:
    assert open_workbook(b"\xef\xbb\xbf <html><table><tr><td>1</table>").container == "html"


def test_a_workbook_keeps_formats_merges_and_hidden_marks() -> None:
    book = openpyxl.Workbook()
    ws = book.active
    assert ws is not None
    ws["A1"], ws["B3"], ws["C3"] = "标题", 0.085, datetime(2024, 10, 1)  # noqa: DTZ001
    ws["B3"].number_format, ws["C3"].number_format = "0.0%", 'yyyy"年"m"月"'
    ws.merge_cells("A1:C1")
    ws.row_dimensions[2].hidden = True
    ws.column_dimensions["D"].hidden = True
    book.create_sheet("备份").sheet_state = "hidden"
    workbook = open_workbook(xlsx(book))
    sheet = workbook.sheets[0]
    assert (sheet.cell(2, 1).value, sheet.cell(2, 1).number_format) == (0.085, "0.0%")
    assert sheet.cell(2, 2).value == datetime(2024, 10, 1)  # noqa: DTZ001
    assert sheet.merges == (Merge(0, 0, 0, 2),)
    assert (sheet.hidden_rows, 3 in sheet.hidden_columns) == (frozenset({1}), True)
    assert [s.hidden for s in workbook.sheets] == [False, True]


def test_a_formula_never_calculated_is_told_from_an_empty_cell() -> None:
    book = openpyxl.Workbook()
    ws = book.active
    assert ws is not None
    ws["A1"], ws["B1"], ws["C1"] = "合计", "=1+1", "#REF!"
    sheet = open_workbook(xlsx(book)).sheets[0]
    assert (sheet.cell(0, 1).uncalculated, sheet.cell(0, 3).uncalculated) == (True, False)
    assert sheet.cell(0, 2).error == "#REF!"


def test_a_large_workbook_is_read_without_formats() -> None:
    book = openpyxl.Workbook(write_only=True)
    ws = book.create_sheet("大")
    for row in range(10_100):
        ws.append([row, "北京市", 1.5, 2.5, 3.5])
    sheet = open_workbook(xlsx(book)).sheets[0]
    assert (len(sheet.rows), sheet.cell(10_099, 0).raw) == (10_100, "10099")


def test_an_old_workbook_keeps_its_texts_and_places() -> None:
    book = xlwt.Workbook()
    ws = book.add_sheet("分省年度数据")
    ws.write(3, 2, "呼和浩特")
    ws.write(4, 2, 140828)
    held = io.BytesIO()
    book.save(held)
    sheet = only(open_workbook(held.getvalue()))
    assert (sheet.name, sheet.cell(3, 2).raw, sheet.cell(4, 2).raw) == (
        "分省年度数据",
        "呼和浩特",
        "140828",
    )


def test_mojibake_is_told_from_text() -> None:
    sound = open_workbook("杭州市,GDP (100 million yuan),Ürümqi\n".encode()).sheets
    broken = open_workbook("\x1fg]\x1d,mgÞ]\x02^,\x04T\x02^ýV\x11lÏ\n".encode()).sheets
    assert unsoundness(sound) < 0.1 < unsoundness(broken)


@given(st.lists(st.floats() | st.integers() | st.decimals(-1e6, 1e6, places=2).map(float)))
def test_the_texts_of_many_numbers_are_those_of_each(numbers: list[float]) -> None:
    assert texts_of(numbers) == [stored_text(number) for number in numbers]


@pytest.mark.parametrize("text", [b"1,2", b"[1]", b"true", b"null", b""])
def test_what_is_no_number_is_not_taken_for_one(text: bytes) -> None:
    with pytest.raises(ValueError, match="could not convert"):
        numbers_of([b"1.5", text])


@given(st.integers(0, 16383), st.integers(0, 1_048_575))
def test_addresses_are_those_of_a_spreadsheet_program(column: int, row: int) -> None:
    from openpyxl.utils import get_column_letter

    assert address(row, column) == f"{get_column_letter(column + 1)}{row + 1}"
    assert letters(column) == get_column_letter(column + 1)
