"""How an old workbook dresses its cells: the few records of its stream that calamine passes over.

Records are listed in [MS-XLS] 2.3; each is a number, a length and that many bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import Struct

from loaders.containers.archive import Unusual
from loaders.containers.dress import ERRORS, Dress, Style
from loaders.containers.styles import KNOWN

_HEAD = Struct("<HH").unpack_from
_PLACE = Struct("<HHH").unpack_from
_PAIR = Struct("<HH").unpack_from
_COLUMNS = Struct("<HHHHH").unpack_from

_BOF, _EOF, _BOUNDSHEET, _FILEPASS, _DATEMODE = 0x809, 0x0A, 0x85, 0x2F, 0x22
_FORMAT, _XF, _ROW, _COLINFO, _NOTE, _MULRK = 0x41E, 0xE0, 0x208, 0x7D, 0x1C, 0xBD
_NUMBER, _RK, _LABELSST, _LABEL, _RSTRING, _BOOLERR = 0x203, 0x27E, 0xFD, 0x204, 0xD6, 0x205
_FORMULA = 0x06
_PLACED = frozenset([_NUMBER, _RK, _LABELSST, _LABEL, _RSTRING, _BOOLERR, _FORMULA])
_BIFF8 = b"\x00\x06"
_WORKSHEET = 0
_IS_ERROR = 2
_FURTHEST_COLUMN = 255
_HIDDEN_COLUMN, _HIDDEN_ROW = 0x01, 0x20


class Biff:
    """A BIFF8 stream; raises Unusual where it is of another kind, or encrypted."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._sheets: list[int] = []
        self._codes: list[int] = []
        self._formats = dict(KNOWN)
        self._indents: list[int] = []
        self.since_1904 = False
        if stream[4:6] != _BIFF8:
            raise Unusual
        self._walk_globals()
        self.sheets = [self._dress(begin) for begin in self._sheets]

    def styles(self) -> list[Style]:
        """Number format and indent by style number."""
        shown = [self._formats.get(code, "General") for code in self._codes]
        return [*zip(shown, self._indents, strict=True)]

    def _walk_globals(self) -> None:
        stream, at = self._stream, 0
        while True:
            kind, size = _HEAD(stream, at)
            at += 4
            if kind == _EOF:
                return
            if kind == _FILEPASS:
                raise Unusual
            if read := _GLOBAL.get(kind):
                read(self, stream[at : at + size])
            at += size

    def _on_sheet(self, body: bytes) -> None:
        if body[5] == _WORKSHEET:
            self._sheets.append(int.from_bytes(body[:4], "little"))

    def _on_mode(self, body: bytes) -> None:
        self.since_1904 = body[:1] == b"\x01"

    def _on_style(self, body: bytes) -> None:
        self._codes.append(int.from_bytes(body[2:4], "little"))
        self._indents.append(body[8] & 0x0F)

    def _on_format(self, body: bytes) -> None:
        number, length = _PAIR(body)
        wide = body[4] & 1
        text = body[5 : 5 + length * (1 + wide)]
        self._formats[number] = text.decode("utf-16-le" if wide else "latin-1")

    def _dress(self, at: int) -> Dress:
        stream, depth, dress = self._stream, 0, Dress()
        while True:
            kind, size = _HEAD(stream, at)
            at += 4
            if kind in _PLACED:
                row, column, style = _PLACE(stream, at)
                dress.styles[row, column] = style
            if read := _LOCAL.get(kind):
                read(dress, stream[at : at + size])
            elif kind == _BOF:
                depth += 1
            elif kind == _EOF:
                depth -= 1
                if depth <= 0:
                    return dress
            at += size


_GLOBAL: dict[int, Callable[[Biff, bytes], None]] = {
    _BOUNDSHEET: Biff._on_sheet,
    _DATEMODE: Biff._on_mode,
    _XF: Biff._on_style,
    _FORMAT: Biff._on_format,
}


def _on_error(dress: Dress, body: bytes) -> None:
    """A yes or no, or an error; the last byte says which."""
    if body[7]:
        dress.errors[_PAIR(body)] = ERRORS.get(body[6], "#ERR!")


def _on_formula(dress: Dress, body: bytes) -> None:
    """A formula whose result is no number ends it in FFFF; 2 at its head is an error."""
    if body[12:14] == b"\xff\xff" and body[6] == _IS_ERROR:
        dress.errors[_PAIR(body)] = ERRORS.get(body[8], "#ERR!")


def _on_numbers(dress: Dress, body: bytes) -> None:
    """Several numbers side by side."""
    row, first = _PAIR(body)
    for n in range((len(body) - 6) // 6):
        dress.styles[row, first + n] = _PAIR(body, 4 + n * 6)[0]


def _on_row(dress: Dress, body: bytes) -> None:
    if body[12] & _HIDDEN_ROW:
        dress.hidden_rows.add(_PAIR(body)[0])


def _on_columns(dress: Dress, body: bytes) -> None:
    first, last, _, _, flags = _COLUMNS(body)
    if flags & _HIDDEN_COLUMN:
        dress.hidden_columns.update(range(first, min(last, _FURTHEST_COLUMN) + 1))


def _on_note(dress: Dress, body: bytes) -> None:  # noqa: ARG001
    """A comment; its text stands elsewhere."""
    raise Unusual


_LOCAL: dict[int, Callable[[Dress, bytes], None]] = {
    _BOOLERR: _on_error,
    _FORMULA: _on_formula,
    _MULRK: _on_numbers,
    _ROW: _on_row,
    _COLINFO: _on_columns,
    _NOTE: _on_note,
}
