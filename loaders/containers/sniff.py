"""What kind of file this is, judged by its content and never by its name."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

from loaders.refusal import refusal

Kind = Literal["zip", "xls", "html", "mht", "text"]
Zipped = Literal["xlsx", "xlsb", "ods", "zip"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
_MARKUP = re.compile(rb"\s*(?:<\?xml|<!doctype html|<html|<table|<meta|<head|<body|<style)", re.I)
_MHT = re.compile(rb"\s*MIME-Version:", re.I)
_TABLE = re.compile(rb"<(?:table|html|tr|td)[\s>]", re.I)
_OTHERS = {
    b"%PDF": ("PDF 文件", "a PDF file"),
    b"{\\rtf": ("RTF 文档", "an RTF document"),
    b"\x89PNG": ("图片", "a picture"),
    b"\xff\xd8\xff": ("图片", "a picture"),
    b"GIF8": ("图片", "a picture"),
    b"Rar!": ("压缩包", "an archive"),
    b"7z\xbc\xaf": ("压缩包", "an archive"),
    b"\x1f\x8b": ("压缩包", "an archive"),
}
_OFFICE = {
    "word/": ("Word 文档", "a Word document"),
    "ppt/": ("PowerPoint 演示文稿", "a PowerPoint presentation"),
}
_MEMBERS: tuple[tuple[str, Zipped], ...] = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("content.xml", "ods"),
)


def kind_of(data: bytes) -> Kind:
    """The container of a file; raises FileRefused for what holds no tables."""
    for start, (zh, en) in _OTHERS.items():
        if data.startswith(start):
            raise refusal("F04", kind=zh, kind_en=en)
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_OLE) or data[:2] in _BARE_BIFF:
        return "xls"
    if _MHT.match(data):
        return "mht"
    return "html" if _is_markup(data) else "text"


def zipped_kind(names: Collection[str]) -> Zipped:
    """What a zip is by the names, in lower case, of its members; raises FileRefused."""
    for member, kind in _MEMBERS:
        if member in names:
            return kind
    for folder, (zh, en) in _OFFICE.items():
        if any(name.startswith(folder) for name in names):
            raise refusal("F04", kind=zh, kind_en=en)
    return "xlsx" if any(name.startswith("xl/") for name in names) else "zip"


def _is_markup(data: bytes) -> bool:
    head = data[:4096]
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    head = head.replace(b"\0", b"")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise refusal("F04", kind="XML 表格 2003", kind_en="an XML Spreadsheet 2003")
    return bool(_MARKUP.match(head) or (head.lstrip()[:1] == b"<" and _TABLE.search(head)))
