"""Containers: one module for each kind of file, all handing out the same grid."""

from __future__ import annotations

from cockpit.errors import FileRefused
from loaders.containers import limits
from loaders.containers.sniff import Kind, kind_of
from loaders.grid import Workbook
from loaders.refusal import refusal


def open_workbook(data: bytes) -> Workbook:
    """Any file as a workbook; raises FileRefused where it cannot or must not be read.

    A library's own error, of whatever kind, means that the file is damaged.
    """
    check_size(len(data))
    try:
        workbook = _open(kind_of(data), data)
    except (FileRefused, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        is_locked = type(error).__name__ == "PasswordError"
        raise refusal("F01" if is_locked else "F02") from error
    if not any(sheet.rows for sheet in workbook.sheets):
        raise refusal("F07")
    return workbook


def check_size(size: int) -> None:
    """Refuse a file that is too large before anything of it is looked at."""
    if size > limits.FILE_BYTES:
        mega = limits.MEGABYTE
        found, expected = f"{size // mega} MB", f"{limits.FILE_BYTES // mega} MB"
        raise refusal("F03", what="文件大小", what_en="its size", found=found, expected=expected)


def _open(kind: Kind, data: bytes) -> Workbook:
    if kind == "xls":
        return _open_ole(data)
    if kind in ("xlsx", "xlsb", "ods"):
        return _open_zipped(kind, data)
    if kind == "html":
        from loaders.containers.markup import read_markup

        return read_markup(data)
    from loaders.containers.delimited import read_delimited

    return read_delimited(data)


def _open_ole(data: bytes) -> Workbook:
    from loaders.containers.ole import unlocked

    opened = unlocked(data)
    if kind_of(opened) != "xls":
        return _open(kind_of(opened), opened)
    from loaders.containers.xls import read_xls

    return read_xls(opened)


def _open_zipped(kind: Kind, data: bytes) -> Workbook:
    if kind == "xlsx":
        from loaders.containers.archive import Archive, Unusual
        from loaders.containers.xlsx import read_xlsx

        try:
            return read_xlsx(Archive(data))
        except (Unusual, KeyError, IndexError, ValueError):
            pass
    from loaders.containers.zipped import examine

    census = examine(data)
    if kind == "xlsx" and census.cells <= limits.CAREFUL_CELLS:
        from loaders.containers.careful import read_careful

        return read_careful(data, census)
    from loaders.containers.calamine import read_calamine

    return read_calamine(data, kind, census)
