"""xlsx and its kin: what the XML says, read once, with formats, merges and hidden marks.

Libraries that tell formats take thirty times as long, quick ones tell no formats. What is not
written as usual is left to a careful reader.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import NamedTuple

from loaders.containers.archive import Archive, Unusual, decoded
from loaders.containers.blocks import PackedCells
from loaders.containers.cells import COLUMNS, Cells
from loaders.containers.looks import KNOWN, Looks, Shared, Written, looks_in
from loaders.containers.strings import rich_text, shared_strings, unescaped
from loaders.containers.zipped import check_merged
from loaders.grid import Cell, Merge, Sheet, Workbook
from loaders.remembered import remembered

_SHEET = re.compile(r"<sheet\s([^<>]*)>")
_RELATION = re.compile(r"<Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_1904 = re.compile(r'<workbookPr\s[^<>]*\bdate1904="(?:1|true)"')
_COLUMN = re.compile(r"<col\s([^<>]*)>")
_MERGE = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"')
_COMMENT = re.compile(
    r'<comment\b[^<>]*?\bref="([A-Z]{1,3})(\d+)"[^<>]*>((?:[^<]++|<(?!/?comment\b))*+)</comment>'
)
_FURTHEST_COLUMN = 16_384
_MANY = 1 << 20
"""A sheet of more XML has some ten thousand cells and is kept by column."""


class _Listed(NamedTuple):
    name: str
    part: str
    hidden: bool


def read_xlsx(archive: Archive) -> Workbook:
    """Read a workbook with all that a person sees of it; raises Unusual, or KeyError for a gap."""
    declared, since_1904 = _declared(archive.text("xl/workbook.xml"))
    known, looks = _known(archive), _looks(archive, since_1904=since_1904)
    sheets = (_sheet(archive, one, known, looks) for one in _listed(archive, declared))
    return Workbook("xlsx", tuple(sheets))


@remembered
def _declared(book: str) -> tuple[list[dict[str, str]], bool]:
    """The sheets that a workbook declares, and whether it counts days from 1904."""
    found = [dict(_ATTRIBUTE.findall(attributes)) for attributes in _SHEET.findall(book)]
    return found, bool(_1904.search(book))


def _known(archive: Archive) -> Mapping[Written, Cell]:
    name = "xl/sharedStrings.xml"
    return Shared(shared_strings(archive.text(name))) if name in archive else KNOWN


def _looks(archive: Archive, *, since_1904: bool) -> Looks:
    name = "xl/styles.xml"
    return looks_in(archive.part(name) if name in archive else b"", since_1904=since_1904)


def _listed(archive: Archive, declared: list[dict[str, str]]) -> list[_Listed]:
    """The worksheets in order; charts and macro sheets hold no cells to read."""
    parts = relations(archive, "xl/workbook.xml", "sheet")
    if not declared:
        raise Unusual
    return [
        _Listed(unescaped(a["name"]), part, a.get("state", "visible") != "visible")
        for a in declared
        if "/chartsheets/" not in (part := parts[a["r:id"]])
    ]


def relations(archive: Archive, part: str, kind: str) -> Mapping[str, str]:
    """The parts that a part points to, by identifier, where the relation's type ends in `kind`."""
    folder, _, name = part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels"
    return _targets(archive.text(listed), folder, kind) if listed in archive else {}


@remembered
def _targets(xml: str, folder: str, kind: str) -> Mapping[str, str]:
    found = [dict(_ATTRIBUTE.findall(text)) for text in _RELATION.findall(xml)]
    return {
        about["Id"]: posixpath.normpath(posixpath.join("/", folder, about["Target"])).lstrip("/")
        for about in found
        if about["Type"].endswith(kind)
    }


def _sheet(archive: Archive, listed: _Listed, known: Mapping[Written, Cell], looks: Looks) -> Sheet:
    kind = PackedCells if archive.size_of(listed.part) > _MANY else Cells
    cells = kind(known, looks)
    head = tail = b""
    for piece in archive.pieces(listed.part, b"<row "):
        if not head:
            head, _, piece = piece.partition(b"<sheetData")
        rows, _, tail = piece.partition(b"</sheetData>")
        cells.take(rows)
        tail = tail or rows
    if not tail.rstrip().endswith(b"</worksheet>"):
        raise Unusual
    return Sheet(
        listed.name,
        cells.all_rows(),
        _merges(tail),
        frozenset(cells.hidden),
        frozenset(_hidden_columns(decoded(head))),
        listed.hidden,
        comments=_comments(archive, listed.part),
    )


@remembered
def _merges(xml: bytes) -> tuple[Merge, ...]:
    found = _MERGE.findall(xml)
    if xml.count(b"<mergeCell ") != len(found):
        raise Unusual
    merges = tuple(
        Merge(int(top) - 1, COLUMNS[left], int(bottom) - 1, COLUMNS[right])
        for left, top, right, bottom in found
    )
    check_merged(merges)
    return merges


def _hidden_columns(xml: str) -> set[int]:
    found: set[int] = set()
    if "hidden=" in xml:
        for attributes in _COLUMN.findall(xml):
            about = dict(_ATTRIBUTE.findall(attributes))
            if about.get("hidden") in ("1", "true"):
                last = min(int(about["max"]), _FURTHEST_COLUMN)
                found.update(range(int(about["min"]) - 1, last))
    return found


def _comments(archive: Archive, part: str) -> tuple[tuple[int, int, str], ...]:
    if not archive.has_comments:
        return ()
    return tuple(
        (int(row) - 1, COLUMNS[letters.encode()], rich_text(text).strip())
        for name in relations(archive, part, "/comments").values()
        for letters, row, text in _COMMENT.findall(archive.text(name))
    )
