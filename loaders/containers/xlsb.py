"""xlsb by calamine, with how such a binary workbook dresses its cells.

Records are listed in [MS-XLSB] 2.3: a number and a length in seven bits a byte, then the bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

from loaders.containers.archive import Archive
from loaders.containers.calamine import read_values
from loaders.containers.dress import ERRORS, Dress, Style, dressed
from loaders.containers.styles import KNOWN
from loaders.containers.xlsx import relations
from loaders.grid import Merge, Workbook

_ROW, _FORMAT, _STYLE, _BEGIN_STYLES, _END_STYLES, _COLUMN = 0, 44, 47, 617, 618, 60
_SHEET, _MERGE = 156, 176
_CELLS = range(1, 12)
_ERROR_CELLS = (3, 11)
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x01
_FURTHEST_COLUMN = 16_383
_INDENT = 10


def read_xlsb(archive: Archive, data: bytes) -> Workbook:
    """Read values, formats, merges, errors and hidden marks."""
    parts = dict(_parts(archive))
    looks = looks_of(archive.unpacked_part("xl/styles.bin"))
    sheets = read_values(data)
    dresses = [dress_of(archive.unpacked_part(parts[sheet.name])) for sheet in sheets]
    pairs = zip(sheets, dresses, strict=True)
    return Workbook("xlsb", tuple(dressed(s, d, looks, since_1904=False) for s, d in pairs))


def _parts(archive: Archive) -> Iterator[tuple[str, str]]:
    """The sheets' names and their parts."""
    targets = relations(archive, "xl/workbook.bin", "sheet")
    for kind, body in _records(archive.unpacked_part("xl/workbook.bin")):
        if kind == _SHEET:
            identifier, at = _text(body, 8)
            name, _ = _text(body, at)
            if identifier in targets:
                yield name, targets[identifier]


def _text(body: bytes, at: int) -> tuple[str, int]:
    end = at + 4 + 2 * unpack_from("<I", body, at)[0]
    return body[at + 4 : end].decode("utf-16-le"), end


def looks_of(styles: bytes) -> list[Style]:
    """Number format and indent by style number."""
    formats, looks, inside = dict(KNOWN), [], False
    for kind, body in _records(styles):
        if kind == _FORMAT:
            number, length = unpack_from("<HI", body)
            formats[number] = body[6 : 6 + 2 * length].decode("utf-16-le")
        elif kind in (_BEGIN_STYLES, _END_STYLES):
            inside = kind == _BEGIN_STYLES
        elif kind == _STYLE and inside:
            looks.append((unpack_from("<H", body, 2)[0], body[_INDENT + 1]))
    return [(formats.get(number, "General"), indent) for number, indent in looks]


def dress_of(sheet: bytes) -> Dress:
    """What one sheet's cells wear."""
    dress, row = Dress(), -1
    for kind, body in _records(sheet):
        if kind == _ROW:
            row = unpack_from("<I", body)[0]
            if body[11] & _HIDDEN_ROW:
                dress.hidden_rows.add(row)
        elif kind in _CELLS:
            column, style = unpack_from("<II", body)
            dress.styles[row, column] = style & 0xFFFFFF
            if kind in _ERROR_CELLS:
                dress.errors[row, column] = ERRORS.get(body[8], "#ERR!")
        elif kind == _MERGE:
            top, bottom, left, right = unpack_from("<4I", body)
            dress.merges.append(Merge(top, left, bottom, right))
        elif kind == _COLUMN and body[16] & _HIDDEN_COLUMN:
            first, last = unpack_from("<II", body)
            dress.hidden_columns.update(range(first, min(last, _FURTHEST_COLUMN) + 1))
    return dress


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(part)
    while at < end:
        kind = part[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (part[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while True:
            byte = part[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, part[at : at + size]
        at += size
