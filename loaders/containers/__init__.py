"""Containers: one module for each kind of file, all handing out the same grid."""

from __future__ import annotations

from dataclasses import replace

from cockpit.errors import FileRefused
from loaders.checks.rules import raise_issue
from loaders.containers import limits
from loaders.containers.archive import Archive, Unusual
from loaders.containers.sniff import kind_of, zipped_kind
from loaders.grid import Workbook
from loaders.refusal import refusal
from loaders.undisturbed import undisturbed

_MACROS = "xl/vbaproject.bin"


def open_workbook(data: bytes) -> Workbook:
    """Any file as a workbook; raises FileRefused where it cannot or must not be read.

    A library's own error, of whatever kind, means that the file is damaged.
    """
    check_size(len(data))
    try:
        with undisturbed():
            workbook = _open(data)
    except (FileRefused, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        is_locked = type(error).__name__ == "PasswordError"
        raise refusal("F01" if is_locked else "F02") from error
    check_count(len(workbook.sheets) + sum(len(one.sheets) for _, one in workbook.members))
    if not workbook.members and not any(sheet.rows for sheet in workbook.sheets):
        raise refusal("F07")
    return workbook


def check_count(sheets: int) -> None:
    """Refuse more sheets, or tables of a page, than a person can have made."""
    if sheets > limits.SHEETS:
        raise refusal(
            "F03", what="表数", what_en="the number of sheets", found=sheets, expected=limits.SHEETS
        )


def check_size(size: int) -> None:
    """Refuse a file that is too large before anything of it is looked at."""
    if size > limits.FILE_BYTES:
        mega = limits.MEGABYTE
        found, expected = f"{size // mega} MB", f"{limits.FILE_BYTES // mega} MB"
        raise refusal("F03", what="文件大小", what_en="its size", found=found, expected=expected)


def _open(data: bytes) -> Workbook:
    kind = kind_of(data)
    if kind == "zip":
        return _open_zipped(data)
    if kind == "xls":
        return _open_ole(data)
    if kind in ("html", "mht"):
        from loaders.containers.markup import read_markup, read_mht

        return read_mht(data) if kind == "mht" else read_markup(data)
    from loaders.containers.delimited import read_delimited

    return read_delimited(data)


def _open_ole(data: bytes) -> Workbook:
    from loaders.containers.ole import is_locked, stream_of, unlocked

    stream = stream_of(data)
    if not stream or is_locked(stream):
        data = unlocked(data)
        if kind_of(data) != "xls":
            return _open(data)
        stream = stream_of(data)
    from loaders.containers.xls import read_xls

    return read_xls(data, stream)


def _open_zipped(data: bytes) -> Workbook:
    archive = Archive(data)
    kind = zipped_kind(archive.names)
    if kind == "zip":
        from loaders.containers.bundle import read_bundle

        return read_bundle(archive, open_workbook)
    if kind == "ods":
        from loaders.containers.ods import read_ods

        return read_ods(archive)
    if kind == "xlsb":
        from loaders.containers.xlsb import read_xlsb

        return read_xlsb(archive, data)
    workbook = _open_xlsx(archive, data)
    if _MACROS in archive.names:
        return replace(workbook, issues=(*workbook.issues, raise_issue("F09")))
    return workbook


def _open_xlsx(archive: Archive, data: bytes) -> Workbook:
    from loaders.containers.xlsx import read_xlsx

    try:
        return read_xlsx(archive)
    except (Unusual, LookupError, ValueError):
        from loaders.containers.zipped import examine

        census = examine(data)
    if census.cells > limits.CAREFUL_CELLS:
        from loaders.containers.calamine import read_calamine

        return read_calamine(data, "xlsx", census)
    from loaders.containers.careful import read_careful

    return read_careful(data, census)
