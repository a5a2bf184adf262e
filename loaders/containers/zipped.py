"""Looking at a zipped workbook before any library opens it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cockpit.errors import FileRefused
from loaders.containers import limits
from loaders.grid import Merge
from loaders.refusal import refusal

_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>/])([^<>]*)>")
_PLACE = re.compile(rb"""\br=["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\s+ref=["']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)["']""")
_DECLARED_SHEET = re.compile(rb"<(?:\w+:)?sheet\s")
_UNREADABLE = re.compile(rb"""<c\b[^<>]*\bt=["']e["']|</f>(?:<v\s*/>|<v></v>)?</c>""")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_CHUNK = 1 << 16
_OVERLAP = 256


@dataclass(slots=True)
class Census:
    """What a look at the packed XML found, without parsing it."""

    cells: int = 0
    rows: int = 0
    columns: int = 0
    merged: int = 0
    sheets: int = 0
    formulas: bool = False
    unreadable: int = 0
    """Formula errors, and formulas without a calculated value."""


def examine(data: bytes) -> Census:
    """Count the cells of a zipped workbook; raises FileRefused where it is unsafe to open.

    A central directory may lie about sizes, so what is unpacked is counted too.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_directory(archive)
            return _examine_members(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise refusal("F02") from error


def check_directory(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that declares more parts, or larger ones, than allowed."""
    members = archive.infolist()
    if len(members) > limits.MEMBERS:
        raise too_large("部件数", "the number of parts", len(members), limits.MEMBERS)
    check_unpacked(sum(member.file_size for member in members))


def _examine_members(archive: zipfile.ZipFile) -> Census:
    census = Census()
    unpacked = 0
    for member in archive.infolist():
        name = member.filename.replace("\\", "/").lower()
        is_sheet = name.startswith("xl/worksheets/")
        for piece in _pieces(archive, member):
            unpacked += len(piece)
            check_unpacked(unpacked)
            if name.endswith((".xml", ".rels")) and _DECLARATION.search(piece):
                raise refusal("F05")
            if is_sheet:
                _count(piece, census)
            if name == "xl/workbook.xml":
                census.sheets += len(_DECLARED_SHEET.findall(piece))
    return census


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Overlapping pieces would count twice, so each ends at the last complete tag."""
    with archive.open(member) as stream:
        rest = b""
        while chunk := stream.read(_CHUNK):
            rest += chunk
            cut = rest.rfind(b">") + 1 or max(len(rest) - _OVERLAP, 0)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _count(piece: bytes, census: Census) -> None:
    census.formulas = census.formulas or b"<f>" in piece or b"<f " in piece
    census.unreadable += len(_UNREADABLE.findall(piece))
    for left, top, right, bottom in _MERGE.findall(piece):
        census.merged += (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)
    for found in _CELL.finditer(piece):
        attributes = found.group(1)
        if attributes.endswith(b"/"):
            continue
        census.cells += 1
        if place := _PLACE.search(attributes):
            census.columns = max(census.columns, _column(place.group(1)))
            census.rows = max(census.rows, int(place.group(2)))
    check_grid(census.rows, census.columns)
    check_cells(max(census.cells, census.merged))


def _column(name: bytes) -> int:
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def check_unpacked(size: int) -> None:
    """Refuse what unpacks to more than allowed."""
    if size > limits.UNPACKED_BYTES:
        mega = limits.MEGABYTE
        at_most = f"{limits.UNPACKED_BYTES // mega} MB"
        raise too_large("解压后大小", "the unpacked size", f"{size // mega} MB", at_most)


def check_grid(rows: int, columns: int) -> None:
    """Refuse a sheet that reaches so far that its grid would not fit into memory."""
    if rows * columns > limits.GRID_PLACES:
        size = f"{rows} × {columns}"
        raise too_large("行数×列数", "rows × columns", size, limits.GRID_PLACES)


def check_columns(count: int) -> None:
    """Refuse a sheet wider than any spreadsheet program knows."""
    if count > limits.COLUMNS:
        raise too_large("列数", "the number of columns", count, limits.COLUMNS)


def check_merged(merges: Iterable[Merge]) -> None:
    """Refuse merged ranges that cover more places than a person can have meant."""
    places = sum(merge.area for merge in merges)
    if places > limits.MERGED:
        raise too_large("合并单元格数", "the number of merged cells", places, limits.MERGED)


def check_cells(count: int) -> None:
    """Refuse more cells than the loaders hold at once."""
    if count > limits.CELLS:
        raise too_large("单元格数", "the number of cells", count, limits.CELLS)


def too_large(zh: str, en: str, found: object, limit: object) -> FileRefused:
    """The refusal of something too large, naming it in both languages."""
    return refusal("F03", what=zh, what_en=en, found=found, expected=limit)
