"""What a cell's attributes say of it, and cells of texts remembered from one file to the next."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.containers.archive import Unusual
from loaders.containers.rows import check_length
from loaders.containers.serial import from_serial
from loaders.containers.strings import unescaped
from loaders.containers.styles import PLAIN, Styles, read_styles
from loaders.grid import BLANK, Cell
from loaders.remembered import Remembered, remembered

TEXTS = ("s", "str", "inlineStr")
EMPTY = "empty"
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*["']([^"']*)["']""")
_REMEMBERED_LOOKS = 1024


class Look:
    """The kind of a cell's value, its number format and its indent."""

    __slots__ = ("indent", "is_date", "is_plain", "kind", "number_format", "since_1904")

    def __init__(
        self, kind: str, number_format: str, indent: int, is_date: bool, since_1904: bool
    ) -> None:
        self.kind = kind
        self.number_format = number_format
        self.indent = indent
        self.is_date = is_date
        self.is_plain = kind == "n" and not is_date
        self.since_1904 = since_1904

    def cell(self, written: bytes | None) -> Cell:
        """A cell of what the XML holds; raises Unusual, and ValueError for no number."""
        if not written and self.kind == EMPTY:
            return BLANK
        if not written:
            raise Unusual
        text, shown = written.decode(), self.number_format
        if self.kind == "n":
            number = float(text)
            at = from_serial(number, shown, since_1904=self.since_1904) if self.is_date else number
            return Cell(at, None, shown)
        if self.kind == "e":
            return Cell(None, text, error=text)
        if self.kind == "b":
            return Cell(text in ("1", "true"), None, shown)
        if self.kind not in TEXTS:
            raise Unusual
        return self.text_cell(unescaped(text))

    def text_cell(self, words: str) -> Cell:
        """A cell of a text; refused where it is longer than a program can have written."""
        check_length(words)
        if not words:
            return BLANK
        return Cell(words, words, self.number_format, None, False, self.indent)


look_of = lru_cache(maxsize=1024)(Look)
"""The same look is made once: cells are remembered by it."""


class Looks(dict[bytes, Look]):
    """The looks that a cell's attributes stand for in one workbook."""

    def __init__(self, styles: Styles, *, since_1904: bool) -> None:
        super().__init__()
        self._styles = styles
        self._since_1904 = since_1904

    def __missing__(self, attributes: bytes) -> Look:
        if b"<" in attributes:
            raise Unusual
        given = dict(_ATTRIBUTE.findall(attributes.decode()))
        kind = EMPTY if attributes.endswith(b"/") else given.get("t", "n")
        formats, dates, indents = self._styles
        style = given.get("s", "")
        shown, indent = formats.get(style, "General"), indents.get(style, 0)
        look = look_of(kind, shown, indent, style in dates, self._since_1904)
        if len(self) >= _REMEMBERED_LOOKS:
            self.clear()
        self[attributes] = look
        return look


@remembered
def looks_in(styles: bytes, *, since_1904: bool) -> Looks:
    """The looks of a workbook by its styles; files of one bureau share them, so they are kept."""
    return Looks(read_styles(styles) if styles else PLAIN, since_1904=since_1904)


Written = tuple[bytes | str | None, Look]
"""What the XML holds of a cell, or a shared text, and the cell's look."""


def _cell_of(written: Written) -> Cell:
    text, look = written
    return look.text_cell(text) if isinstance(text, str) else look.cell(text)


KNOWN: Remembered[Written, Cell] = Remembered(_cell_of)
"""Cells by what is written in them: bulletins say the same words month after month."""


class Shared(dict[Written, Cell]):
    """The cells of one workbook, whose texts stand elsewhere by number."""

    def __init__(self, strings: list[str]) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, written: Written) -> Cell:
        text, look = written
        if text and look.kind == "s":
            cell = KNOWN[self._strings[int(text)], look]
        else:
            cell = KNOWN[written]
        self[written] = cell
        return cell
