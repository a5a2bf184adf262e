"""A zip of workbooks: each is a file of its own, with its own name."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import replace
from zipfile import ZipInfo

from cockpit.errors import FileRefused
from cockpit.observation import Issue
from loaders.containers.archive import Archive
from loaders.containers.sniff import kind_of, zipped_kind
from loaders.containers.zipped import check_cells, check_unpacked
from loaders.grid import Workbook
from loaders.refusal import refusal

_BY_PROGRAMS = ("__macosx/", "thumbs.db", "desktop.ini")
_HIDDEN = (".", "~$")
_IN_UTF_8 = 0x800


def read_bundle(archive: Archive, open_one: Callable[[bytes], Workbook]) -> Workbook:
    """Open every member; what cannot be read is an issue, unless nothing can be."""
    opened: list[tuple[str, Workbook]] = []
    issues: list[Issue] = []
    refused: FileRefused | None = None
    for name, data in _files(archive):
        try:
            opened.append((name, open_one(data)))
        except FileRefused as error:
            refused = error
            issues += (replace(issue, sheet=name) for issue in error.issues)
        check_cells(sum(_cells(workbook) for _, workbook in opened))
    if not opened:
        raise refused or refusal("F07")
    return Workbook("zip", (), tuple(issues), tuple(opened))


def _files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """The members that people put there; raises FileRefused where they unpack to too much."""
    total = 0
    for member in archive.members:
        name = _name(member)
        if member.is_dir() or _is_by_a_program(name):
            continue
        data = archive.unpacked(member)
        total += len(data)
        if data and kind_of_member(data) == "zip":
            inner = Archive(data)
            total += inner.size
            if zipped_kind(inner.names) == "zip":
                raise refusal(
                    "F04", kind="压缩包中的压缩包", kind_en="an archive within an archive"
                )
        check_unpacked(total)
        yield name, data


def kind_of_member(data: bytes) -> str:
    """The kind of a packed file; "" for one that holds no tables."""
    try:
        return kind_of(data)
    except FileRefused:
        return ""


def _cells(workbook: Workbook) -> int:
    return sum(len(row) for sheet in workbook.sheets for row in sheet.rows)


def _is_by_a_program(name: str) -> bool:
    return name.lower().startswith(_BY_PROGRAMS) or posixpath.basename(name).startswith(_HIDDEN)


def _name(member: ZipInfo) -> str:
    """A member's name; Chinese programs write it in GBK without saying so."""
    if member.flag_bits & _IN_UTF_8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename
