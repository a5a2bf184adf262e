"""Files that must be refused in a sentence, quickly and without much memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import openpyxl
import psutil
import pytest

from cockpit.errors import FileRefused
from cockpit.i18n import current_locale
from cockpit.settings import DATA
from loaders import sandbox
from loaders.children import Idle
from loaders.sandbox import extract

CATALOG = DATA / "catalog"
SILENT = "VelvetSweatshop"
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
    'main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/'
    '2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
)
CELL = '<sheetData><row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'
BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def packed(sheet: str, before: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        archive.writestr("xl/worksheets/sheet1.xml", before + SHEET.format(sheet))
    return held.getvalue()


def book(**cells: object) -> bytes:
    made = openpyxl.Workbook()
    ws = made.active
    assert ws is not None
    for place, value in cells.items():
        ws[place] = value
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def encrypted(password: str) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    held = io.BytesIO()
    OOXMLFile(io.BytesIO(book(A1="地区", B1="2023年", A2="北京市", B2=1.5))).encrypt(password, held)
    return held.getvalue()


def zeros() -> bytes:
    """200 MB of blanks in 200 KB."""
    return packed(" " * 200_000_000)


def shared_text() -> bytes:
    return packed(
        f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 1_000_000}</t></is></c></row>'
        "</sheetData>"
    )


def wide_merge() -> bytes:
    merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return packed(CELL.format(row=1, cell="A1") + merge)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing.xlsx": (lambda: b"", "F07"),
    "text.xlsx": (lambda: "这不是表格，只是一句话。".encode(), "P01"),
    "noise.xlsx": (lambda: bytes(range(128, 256)) * 40, "F08"),
    "truncated.xlsx": (lambda: book(A1=1)[:-400], "F02"),
    "spoilt.xlsx": (lambda: book(A1=1).replace(b"sheet1", b"sheet7"), "F02"),
    "locked.xlsx": (lambda: encrypted("secret"), "F01"),
    "empty.xlsx": (book, "F07"),
    "one_word.xlsx": (lambda: book(A1="标题"), "P01"),
    "report.pdf": (lambda: b"%PDF-1.7 ...", "F04"),
    "words.zip": (lambda: zipped({"a.txt": b"1"}), "P01"),
    "archive.zip": (lambda: zipped({"a.zip": zipped({"a.csv": b"1,2"})}), "F04"),
    "columns.csv": (lambda: b"1," * 300_000, "F03"),
    "letter.docx": (lambda: zipped({"word/document.xml": b"<w/>"}), "F04"),
    "bomb.xlsx": (zeros, "F03"),
    "parts.xlsx": (lambda: zipped({f"xl/{n}": b"" for n in range(6000)}), "F03"),
    "corner.xlsx": (lambda: packed(CELL.format(row=1048576, cell="XFD1048576")), "F03"),
    "merge.xlsx": (wide_merge, "F03"),
    "long.xlsx": (shared_text, "F03"),
    "laughs.xlsx": (lambda: packed("", BOMB), "F05"),
    "outside.xlsx": (lambda: packed("", OUTSIDE), "F05"),
    "unclosed.xlsx": (lambda: packed('<sheetData><row r="1">' + '<c r="A1"><q>' * 200_000), "F02"),
    "comments.html": (lambda: b"<table><tr><td>" + b"<!--" * 300_000, "F07"),
    "spans.html": (lambda: b"<table><tr>" + b"<td rowspan=9999 colspan=9999>1" * 99, "F03"),
}


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def kept(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_by_a_rule(name: str, tmp_path: Path) -> None:
    content, rule = HOSTILE[name]
    path = kept(tmp_path, name, content())
    with pytest.raises(FileRefused) as refused:
        extract(path, name, CATALOG)
    assert [issue.issue for issue in refused.value.issues] == [rule]


def test_the_password_that_a_program_sets_silently_opens(tmp_path: Path) -> None:
    path = kept(tmp_path, "silent.xlsx", encrypted(SILENT))
    assert len(extract(path, "分省年度数据 地区生产总值(亿元).xlsx", CATALOG).observations) == 1


def test_a_refusal_speaks_the_readers_language(tmp_path: Path) -> None:
    path = kept(tmp_path, "report.pdf", b"%PDF-1.7")
    token = current_locale.set("en")
    try:
        with pytest.raises(FileRefused, match="a PDF file"):
            extract(path, path.name, CATALOG)
    finally:
        current_locale.reset(token)
    with pytest.raises(FileRefused, match="PDF 文件"):
        extract(path, path.name, CATALOG)


def test_a_file_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(65 << 20)
    with pytest.raises(FileRefused, match="65 MB"):
        extract(path, path.name, CATALOG)


GOOD = "数据库：分省年度数据\n指标：地区生产总值(亿元)\n地区,2017年\n北京市,28014.94\n"


def test_a_child_that_runs_out_of_time_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kept(tmp_path, "slow.csv", GOOD.encode())
    monkeypatch.setattr(sandbox, "SECONDS", 0.0)
    monkeypatch.setattr(sandbox, "idle", Idle())
    with pytest.raises(FileRefused) as refused:
        extract(path, path.name, CATALOG)
    assert refused.value.issues[0].issue == "F06"


def test_one_bad_file_does_not_lose_the_others(tmp_path: Path) -> None:
    good = kept(tmp_path, "good.csv", GOOD.encode())
    bad = kept(tmp_path, "bad.xlsx", packed(CELL.format(row=1048576, cell="XFD1048576")))
    counts = []
    for path in (good, bad, good):
        try:
            counts.append(len(extract(path, path.name, CATALOG).observations))
        except FileRefused:
            counts.append(-1)
    assert counts == [1, -1, 1]


def test_files_in_a_row_are_read_by_one_child(tmp_path: Path) -> None:
    good = kept(tmp_path, "good.csv", GOOD.encode())
    refused = kept(tmp_path, "words.csv", b"no table")
    children = set()
    for path in (good, refused, good):
        with suppress(FileRefused):
            extract(path, path.name, CATALOG)
        children.add(frozenset(child.pid for child in psutil.Process().children()))
    assert len(children) == 1
