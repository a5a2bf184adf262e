"""Every kind of file, with what a person sees of it, and the quick readers against careful ones."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.comments import Comment
from openpyxl.styles import Alignment

from cockpit.errors import FileRefused
from cockpit.settings import DATA
from loaders.containers import open_workbook
from loaders.containers.archive import Archive
from loaders.containers.careful import read_careful
from loaders.containers.delimited import delimiter
from loaders.containers.styles import is_date_format
from loaders.containers.xlsb import dress_of, looks_of
from loaders.containers.xlsx import read_xlsx
from loaders.containers.zipped import examine
from loaders.grid import Cell, Merge, Sheet
from loaders.sandbox import extract

ISSUES = "数据库：分省年度数据\n指标：地区生产总值(亿元)\n地区,2017年\n{},28014.94\n"


def zipped(members: Mapping[str, bytes | str], base: bytes = b"") -> bytes:
    """A zip of members, beside those of another zip whose names they do not take."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        if base:
            with zipfile.ZipFile(io.BytesIO(base)) as before:
                for name in set(before.namelist()) - members.keys():
                    archive.writestr(name, before.read(name))
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def saved(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def bulletin() -> openpyxl.Workbook:
    """A workbook with everything in it that a bulletin may show."""
    book = openpyxl.Workbook()
    ws = book.active
    assert ws is not None
    ws.title = "表1 & <二>"
    ws["A1"], ws["D2"] = "2024年10月主要指标", "单位：亿元、%"
    ws.merge_cells("A1:D1")
    rows: list[list[object]] = [
        ["地区生产总值", 1234.5, 0.085, "=B3/2"],
        ["  其中：工业", 1e-7, -3, True],
        [datetime(2024, 10, 1), 123456789012345678, "…", "#DIV/0!"],  # noqa: DTZ001
        ["两行\n文字", None, " ", "_x000D_"],
    ]
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row, 1):
            ws.cell(number, column, value)
    ws["C3"].number_format, ws["B3"].number_format = "0.0%", '#,##0.00_ ;[Red]"负"0.00'
    ws["A4"].alignment = Alignment(indent=2)
    ws["B4"].comment = Comment("初步核算数", "统计局")
    ws.row_dimensions[5].hidden = True
    ws.column_dimensions["C"].hidden = True
    ws["H20"] = "远处"
    book.create_sheet("空表")
    book.create_sheet("备份").sheet_state = "hidden"
    return book


def seen(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    return {
        (r, c): cell
        for r, row in enumerate(sheet.rows)
        for c, cell in enumerate(row)
        if not cell.is_blank and cell.value != "_x000D_" and cell.value != "\r"
    }


def test_one_pass_over_the_xml_sees_what_openpyxl_sees() -> None:
    data = saved(bulletin())
    quick, careful = read_xlsx(Archive(data)), read_careful(data, examine(data))
    assert len(quick.sheets) == len(careful.sheets) == 3
    for ours, theirs in zip(quick.sheets, careful.sheets, strict=True):
        assert seen(ours) == seen(theirs)
        assert set(ours.merges) == set(theirs.merges)
        assert (ours.name, ours.hidden, ours.hidden_rows, ours.hidden_columns) == (
            theirs.name,
            theirs.hidden,
            theirs.hidden_rows,
            theirs.hidden_columns,
        )


def test_a_comment_is_kept_at_its_cell() -> None:
    (comment,) = open_workbook(saved(bulletin())).sheets[0].comments
    assert comment[:2] == (3, 1)
    assert "初步核算数" in comment[2]


def with_sheet(data: bytes, old: str, new: str) -> bytes:
    """The workbook with another way of writing its first sheet."""
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read(part).decode()
    assert old in xml
    return zipped({part: xml.replace(old, new)}, data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<worksheet ", "<!-- by hand --><worksheet "),
        ("<c ", "<c  "),
        ("<c ", '<c cm="0" '),
        ("</c>", "\n</c>"),
        ("</c>", "</c>\n"),
        ("<v>1234.5</v>", '<f t="shared" si="0"/><v>1234.5</v>'),
        ("<v>", '<v xml:space="preserve">'),
        ("<v>1234.5</v>", "<v>1234.5</v><extLst/>"),
        ('<row r="3">', "<row>"),
    ],
)
def test_an_unusual_way_of_writing_loses_no_cell(old: str, new: str) -> None:
    data = saved(bulletin())
    again = open_workbook(with_sheet(data, old, new))
    assert seen(again.sheets[0]) == seen(open_workbook(data).sheets[0])


def packed_otherwise(way: str, data: bytes) -> bytes:
    """The same members in a zip as other programs write it."""
    with zipfile.ZipFile(io.BytesIO(data)) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    held = io.BytesIO()
    method = zipfile.ZIP_STORED if way == "stored" else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.comment = b"by hand" if way == "comment" else b""
        for name, content in parts.items():
            about = zipfile.ZipInfo(name)
            about.compress_type = method
            about.extra = struct.pack("<HHI", 0x7777, 4, 0) if way == "extra" else b""
            archive.writestr(about, content)
        if way == "name":
            archive.writestr("说明.txt", "表")
    return held.getvalue()


@pytest.mark.parametrize("way", ["stored", "comment", "extra", "name"])
def test_another_way_of_packing_changes_nothing(way: str) -> None:
    data = saved(bulletin())
    again = packed_otherwise(way, data)
    assert open_workbook(again) == open_workbook(data)


@pytest.mark.timeout(20)
def test_cells_that_never_end_are_refused_at_once() -> None:
    data = with_sheet(saved(bulletin()), "<sheetData>", "<sheetData>" + '<c r="A1"' * 100_000)
    with pytest.raises(FileRefused):
        open_workbook(data)


def test_the_same_words_keep_the_look_of_each_workbook() -> None:
    books = [openpyxl.Workbook(), openpyxl.Workbook()]
    for book, indent in zip(books, (1, 2), strict=True):
        ws = book.active
        assert ws is not None
        ws["A1"] = "其中：工业"
        ws["A1"].alignment = Alignment(indent=indent)
    found = [open_workbook(saved(book)).sheets[0].cell(0, 0).indent for book in books * 2]
    assert found == [1, 2, 1, 2]


@pytest.mark.parametrize(
    ("kind", "inside", "uncalculated"),
    [
        ("", "<f>1+1</f>", True),
        ("", "<f>1+1</f><v></v>", True),
        ("", "<f>1+1</f><v/>", True),
        ("", '<f t="shared" si="0"/>', True),
        ("", "<f>1+1</f><v>2</v>", False),
        (' t="str"', '<f>IF(1,"","")</f><v></v>', False),
    ],
)
def test_a_formula_is_uncalculated_only_without_any_result(
    kind: str, inside: str, uncalculated: bool
) -> None:
    book = openpyxl.Workbook()
    ws = book.active
    assert ws is not None
    ws["A1"], ws["B1"] = 7.5, "尾"
    data = with_sheet(
        saved(book), '<c r="A1" t="n"><v>7.5</v></c>', f'<c r="A1"{kind}>{inside}</c>'
    )
    assert open_workbook(data).sheets[0].cell(0, 0).uncalculated is uncalculated


def test_a_chinese_programs_own_date_formats_show_dates() -> None:
    book = openpyxl.Workbook()
    ws = book.active
    assert ws is not None
    ws["A1"] = 45566
    ws["A1"].number_format = "0.00"
    data = saved(book)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = archive.read("xl/styles.xml").decode()
    data = zipped({"xl/styles.xml": styles.replace('numFmtId="2"', 'numFmtId="57"')}, data)
    cell = open_workbook(data).sheets[0].cell(0, 0)
    assert (cell.value, cell.number_format) == (datetime(2024, 10, 1), 'yyyy"年"m"月"')  # noqa: DTZ001


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("General", False),
        ("0.00_);[Red]\\(0.00\\)", False),
        ('0.0"美元/d"', False),
        ("[$-804]yyyy\\-mm", True),
        ("[h]:mm", True),
        ("[Red]0", False),
        ("0;[Red]d", False),
    ],
)
def test_a_date_format_is_told_from_letters_that_mean_none(code: str, is_date: bool) -> None:
    assert is_date_format(code) is is_date


def test_dates_counted_from_1904() -> None:
    book = openpyxl.Workbook()
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001
    ws = book.active
    assert ws is not None
    ws["A1"] = datetime(2024, 10, 1)  # noqa: DTZ001
    assert open_workbook(saved(book)).sheets[0].cell(0, 0).value == datetime(2024, 10, 1)  # noqa: DTZ001


def test_macros_are_left_alone_and_said() -> None:
    workbook = open_workbook(zipped({"xl/vbaProject.bin": b"\0"}, saved(bulletin())))
    assert [issue.issue for issue in workbook.issues] == ["F09"]


def test_an_old_workbook_shows_percentages_errors_merges_and_hidden_marks() -> None:
    book = xlwt.Workbook()
    ws = book.add_sheet("表")
    indented = xlwt.easyxf("align: indent 2")
    ws.write_merge(0, 0, 0, 3, "标题")
    ws.write(1, 0, "工业", indented)
    ws.write(1, 1, 0.085, xlwt.easyxf(num_format_str="0.0%"))
    ws.row(2).write(0, 2024)
    ws.row(2).set_cell_error(3, 0x2A)
    ws.row(2).hidden = True
    ws.col(2).hidden = True
    (sheet,) = open_workbook(saved(book)).sheets
    share = sheet.cell(1, 1)
    assert (share.value, share.number_format, sheet.cell(1, 0).indent) == (0.085, "0.0%", 2)
    assert (sheet.cell(2, 3).error, sheet.merges) == ("#N/A", (Merge(0, 0, 0, 3),))
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({2}), frozenset({2}))


ODS = """<?xml version="1.0"?><office:document-content xmlns:office="urn:o" xmlns:table="urn:t"
xmlns:text="urn:x" xmlns:style="urn:s" xmlns:calcext="urn:c"><style:style style:name="ta2">
<style:table-properties table:display="false"/></style:style><table:table table:name="表">
<table:table-column table:number-columns-repeated="2"/>
<table:table-column table:visibility="collapse"/>
<table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>标题</text:p>
</table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell><text:p><text:s text:c="2"/>工业</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.085"><text:p>8.5%</text:p>
<office:annotation><text:p>初步数</text:p></office:annotation></table:table-cell>
<table:table-cell calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/>
<table:table-cell office:value-type="date" office:date-value="2024-10-01"/>
<table:table-cell table:formula="of:=1+1"/></table:table-row></table:table>
<table:table table:name="备份" table:style-name="ta2"/></office:document-content>"""


def test_an_open_document_shows_the_same() -> None:
    members = {"META-INF/manifest.xml": "<m/>", "content.xml": ODS}
    sheet, spare = open_workbook(zipped(members)).sheets
    assert (sheet.merges, sheet.hidden_columns) == ((Merge(0, 0, 0, 2),), frozenset({2}))
    assert (sheet.cell(3, 0).raw, sheet.cell(3, 2).error) == ("  工业", "#DIV/0!")
    assert (sheet.cell(3, 1).value, "%" in sheet.cell(3, 1).number_format) == (0.085, True)
    assert [sheet.cell(3, c).value for c in (3, 4)] == [7.0, 7.0]
    assert sheet.cell(3, 5).value == datetime(2024, 10, 1)  # noqa: DTZ001
    assert (sheet.cell(3, 6).uncalculated, sheet.comments) == (True, ((3, 1, "初步数"),))
    assert (spare.name, spare.hidden) == ("备份", True)


def record(kind: int, body: bytes = b"") -> bytes:
    """A record of a binary workbook; [MS-XLSB] 2.1.4."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(body)]) + body


def test_a_binary_workbook_shows_the_same() -> None:
    code = "0.0%"
    known = struct.pack("<HI", 164, len(code)) + code.encode("utf-16-le")
    look = struct.pack("<HHHHHBBI", 0, 164, 0, 0, 0, 0, 2, 0)
    styles = record(44, known) + record(47, look) + record(617) + record(47, look) + record(618)
    assert looks_of(styles) == [("0.0%", 2)]
    row = record(0, struct.pack("<IIHBBBI", 1, 0, 300, 0, 0x10, 0, 0))
    number = record(5, struct.pack("<IId", 1, 0, 0.085))
    error = record(3, struct.pack("<IIB", 2, 0, 0x07))
    column = record(60, struct.pack("<IIIIH", 3, 4, 0, 0, 1))
    merge = record(176, struct.pack("<IIII", 0, 0, 0, 2))
    dress = dress_of(column + row + number + error + merge)
    assert (dress.styles, dress.errors) == ({(1, 1): 0, (1, 2): 0}, {(1, 2): "#DIV/0!"})
    assert (dress.hidden_rows, dress.hidden_columns) == ({1}, {3, 4})
    assert dress.merges == [Merge(0, 0, 0, 2)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("地区;数值\n北京;28014,94\n天津;18549,19\n", ";"),
        ("地区\t数值\n北京\t1,234\n天津\t5,678\n", "\t"),
        ("地区\t,数值\t,\n北京\t,1\t,\n", ","),
        ('地区,说明\n北京,"甲;乙;丙"\n天津,"丁;戊"\n', ","),
        ("地区|数值\n北京|1\n", "|"),
        ("标题\n地区,数值\n", ","),
    ],
)
def test_the_separator_is_the_one_that_cuts_evenly(text: str, mark: str) -> None:
    assert delimiter(text) == mark


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark(encoding: str) -> None:
    text = "全国居民消费价格总指数主要构成情况,指标\n食品烟酒衣着居住生活用品,1\n"
    (sheet,) = open_workbook(text.encode(encoding)).sheets
    assert sheet.cell(1, 1).raw == "1"


def test_a_single_file_page_is_read_and_a_frame_of_pages_refused() -> None:
    page = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<table><tr><td>1</table>"
    assert open_workbook(page).sheets[0].cell(0, 0).raw == "1"
    frame = b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><frameset><frame src="s.htm">'
    with pytest.raises(FileRefused) as refused:
        open_workbook(frame)
    assert [issue.issue for issue in refused.value.issues] == ["F04"]


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "两省.zip"
    texts = {f"数据/{name}.csv": ISSUES.format(name).encode() for name in ("北京市", "天津市")}
    path.write_bytes(zipped({**texts, "说明.pdf": b"%PDF-1.7", "__MACOSX/._a": b"x"}))
    return path


def test_the_files_of_a_packed_one_are_read_each_by_itself(packed: Path) -> None:
    reading = extract(packed, packed.name, DATA / "catalog")
    assert [(o.sheet, o.area) for o in reading.observations] == [
        ("数据/北京市.csv", "110000"),
        ("数据/天津市.csv", "120000"),
    ]
    assert [i.sheet for i in reading.issues if i.issue == "F04"] == ["说明.pdf"]


def test_an_archive_within_an_archive_is_refused() -> None:
    inner = zipped({"a.csv": "1,2"})
    with pytest.raises(FileRefused) as refused:
        open_workbook(zipped({"b.zip": inner, "c.csv": "1,2"}))
    assert [issue.issue for issue in refused.value.issues] == ["F04"]
