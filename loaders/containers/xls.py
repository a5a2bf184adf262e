"""xls by two readers.

calamine is quick and tells no formats, so those are read beside it. It turns text into mojibake
where a workbook's code page says 1252 (its BIFF8 strings need no code page at all); then, and where
anything else is unusual, xlrd is asked too, which stops at files that calamine reads (a broken
format string). Of two readings the one whose text looks sound is taken.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Sequence
from itertools import chain
from struct import error as StructError  # noqa: N812 - it is an exception
from typing import Any, TypeVar

from loaders.containers.archive import Unusual
from loaders.containers.biff import Biff
from loaders.containers.calamine import open_calamine, read_values
from loaders.containers.dress import Values, dressed
from loaders.containers.rows import trimmed
from loaders.grid import Cell, Merge, Sheet, Value, Workbook, value_cell

_UNSOUND = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00c0-\u00ff\u0100-\u024f\ue000-\uf8ff\ufffd]")
_WORDS = re.compile(r"[\w]")
_T = TypeVar("_T")


def read_xls(data: bytes, stream: bytes) -> Workbook:
    """Read an old workbook; raises xlrd's error if no reader can."""
    try:
        return Workbook("xls", _dressed(data, Biff(stream)))
    except (Unusual, StructError, LookupError, ValueError):
        return _by_both(data)


def _dressed(data: bytes, biff: Biff) -> tuple[Sheet, ...]:
    sheets, error = _attempt(read_values, data)
    if error or sheets is None or len(sheets) != len(biff.sheets) or _is_unsound(sheets):
        raise Unusual
    styles, since_1904 = biff.styles(), biff.since_1904
    return tuple(
        dressed(sheet, dress, styles, since_1904=since_1904)
        for sheet, dress in zip(sheets, biff.sheets, strict=True)
    )


def _is_unsound(sheets: Sequence[Values]) -> bool:
    rows = chain.from_iterable(sheet.rows for sheet in sheets)
    texts = [value for value in chain.from_iterable(rows) if value.__class__ is str]
    return any(map(_UNSOUND.search, ("".join(texts), *(sheet.name for sheet in sheets))))


def _by_both(data: bytes) -> Workbook:
    """Read with both and keep the one whose text is sound."""
    first, error = _attempt(_open_xlrd, data)
    second, _ = _attempt(open_calamine, data)
    if first is None and second is None:
        assert error is not None  # noqa: S101
        raise error
    if first is None or (second and unsoundness(second) < unsoundness(first)):
        return Workbook("xls", tuple(second or ()))
    return Workbook("xls", tuple(first))


def _attempt(opener: Callable[[bytes], _T], data: bytes) -> tuple[_T | None, BaseException | None]:
    try:
        return opener(data), None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - calamine's panics are no Exception
        return None, error


def unsoundness(sheets: Sequence[Sheet]) -> float:
    """The share of text that no Chinese or English sheet holds."""
    text = _text(sheets)
    return len(_UNSOUND.findall(text)) / (len(_WORDS.findall(text)) + 1)


def _text(sheets: Sequence[Sheet]) -> str:
    text = "".join(
        cell.value for s in sheets for row in s.rows for cell in row if isinstance(cell.value, str)
    )
    return text + "".join(sheet.name for sheet in sheets)


def _open_xlrd(data: bytes) -> list[Sheet]:
    import xlrd

    quiet = io.StringIO()
    with contextlib.redirect_stdout(quiet):
        try:
            book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=quiet)
        except NotImplementedError:  # formats of BIFF4 and older
            book = xlrd.open_workbook(file_contents=data, logfile=quiet)
    return [_sheet(book, sheet) for sheet in book.sheets()]


def _sheet(book: Any, sheet: Any) -> Sheet:  # noqa: ANN401
    rows = ([_cell(book, cell) for cell in sheet.row(r)] for r in range(sheet.nrows))
    return Sheet(
        name=sheet.name,
        rows=trimmed(rows),
        merges=tuple(Merge(r0, c0, r1 - 1, c1 - 1) for r0, r1, c0, c1 in sheet.merged_cells),
        hidden_rows=frozenset(r for r, row in sheet.rowinfo_map.items() if row.hidden),
        hidden_columns=frozenset(c for c, column in sheet.colinfo_map.items() if column.hidden),
        hidden=bool(sheet.visibility),
        comments=tuple((r, c, note.text.strip()) for (r, c), note in sheet.cell_note_map.items()),
    )


def _cell(book: Any, cell: Any) -> Cell:  # noqa: ANN401
    import xlrd

    if cell.ctype == xlrd.XL_CELL_ERROR:
        text = xlrd.error_text_from_code.get(cell.value, "#ERR!")
        return Cell(raw=text, error=text)
    value = _value(book, cell)
    if value is None:
        return value_cell(None)
    indent = book.xf_list[cell.xf_index].alignment.indent_level if book.xf_list else 0
    return Cell(value, None, _format(book, cell), indent=indent)


def _value(book: Any, cell: Any) -> Value:  # noqa: ANN401
    import xlrd

    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or cell.value == "":
        return None
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        with contextlib.suppress(ValueError, OverflowError, xlrd.XLDateError):
            return xlrd.xldate_as_datetime(cell.value, book.datemode)
    return cell.value


def _format(book: Any, cell: Any) -> str:  # noqa: ANN401
    format_key = book.xf_list[cell.xf_index].format_key
    return book.format_map[format_key].format_str or ""
