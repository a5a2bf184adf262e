"""A worksheet's XML as rows of cells, in one pass.

A regular expression takes a usual cell apart in a quarter of a microsecond. What it does not know
(another order of attributes, prefixes, comments) makes the count of cells differ, and then a
careful reader is asked instead: nothing is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, cast

import orjson

from loaders.containers import limits
from loaders.containers.archive import Unusual
from loaders.containers.serial import from_serial
from loaders.containers.strings import rich_text, unescaped
from loaders.containers.styles import Styles
from loaders.containers.zipped import check_cells, check_grid, too_large
from loaders.grid import BLANK, Cell, number_cells

_CELL = re.compile(
    r'<c r="([A-Z]++)(\d++)"([^<>/]*+)(?:/>|>(?:'
    r"(?:(?:<f>[^<]*+</f>)?+<v>|<is><t>)([^<]++)</(?:v|t></is)></c>"
    r"|((?:[^<]++|<(?!/?c[ >]))*+)</c>))"
)
_INSIDE = re.compile(
    r"\s*(<f(?:[^>]*/>|[^>]*>[^<]*</f>))?\s*(?:<v(?:\s[^>]*)?>([^<]*)</v>|<v\s*/>|<is>(.*?)</is>)?\s*",
    re.S,
)
_ATTRIBUTES = re.compile(r"<c\s+([^<>]*?)\s*(/?)>")
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*["']([^"']*)["']""")
_HIDDEN_ROW = re.compile(r'<row\s(?=[^<>]*\shidden="(?:1|true)")[^<>]*?\br="(\d+)"')
_TEXTS = ("s", "str", "inlineStr")
MOST_ROWS = 1_048_576


_LETTERS = [chr(number) for number in range(ord("A"), ord("Z") + 1)]
NAMES = tuple(
    a + b + c for a in ("", *_LETTERS) for b in ("", *_LETTERS) for c in _LETTERS if b or not a
)[:16_384]
"""The letters of every column there is."""
COLUMNS = {name: number for number, name in enumerate(NAMES)}
"""The numbers of columns by their letters, counted from 0."""


class _Dress(NamedTuple):
    """What a cell's attributes say."""

    kind: str
    number_format: str
    is_date: bool
    indent: int


class Cells:
    """Collects the rows of one sheet; `rows` and `hidden` are what it found."""

    def __init__(self, strings: Sequence[str], styles: Styles, *, since_1904: bool) -> None:
        self.rows: list[tuple[Cell, ...]] = []
        self.hidden: set[int] = set()
        self._strings = strings
        self._styles = styles
        self._since_1904 = since_1904
        self._dresses: dict[str, _Dress] = {}
        self._number_formats: dict[str, str] = {}
        self._known: dict[tuple[str, str], Cell] = {}
        self._count = 0
        self._width = 0

    def take(self, xml: str) -> None:
        """Read whole rows, and nothing of what stands before and after them; raises Unusual."""
        if "hidden=" in xml:
            self.hidden.update(int(row) - 1 for row in _HIDDEN_ROW.findall(xml))
        found = _taken_apart(xml)
        if not found:
            return
        self._count += len(found)
        check_cells(self._count)
        letters, digits, dresses, texts, insides = zip(*found, strict=True)
        for dress in set(dresses).difference(self._dresses):
            self._learn(dress)
        self._keep(letters, digits, dresses, texts, insides)

    def all_rows(self) -> Sequence[tuple[Cell, ...]]:
        """Every row that was taken."""
        return tuple(self.rows)

    def _keep(
        self,
        letters: Sequence[str],
        digits: Sequence[str],
        dresses: Sequence[str],
        texts: Sequence[str],
        insides: Sequence[str],
    ) -> None:
        self._place(letters, digits, self._cells(dresses, texts, insides))

    def _learn(self, attributes: str) -> None:
        given = dict(_ATTRIBUTE.findall(attributes))
        style, kind = given.get("s", ""), given.get("t", "n")
        formats, dates, indents = self._styles
        shown, is_date = formats.get(style, "General"), style in dates
        self._dresses[attributes] = _Dress(kind, shown, is_date, indents.get(style, 0))
        if kind == "n" and not is_date:
            self._number_formats[attributes] = shown

    def _cells(
        self, dresses: Sequence[str], texts: Sequence[str], insides: Sequence[str]
    ) -> list[Cell]:
        formats = [*map(self._number_formats.get, dresses)]
        odd = [n for n, shown in enumerate(formats) if shown is None or not texts[n]]
        numbers = [*texts]
        for n in odd:
            numbers[n] = "0"
        cells = number_cells(numbers_of(numbers), cast("list[str]", formats))
        known = self._known
        for n in odd:
            text, dress = texts[n], dresses[n]
            if text:
                cells[n] = known.get((text, dress)) or self._other(text, dress)
            else:
                cells[n] = self._inside(insides[n], dress) if insides[n] else BLANK
        return cells

    def _place(self, letters: Sequence[str], digits: Sequence[str], cells: list[Cell]) -> None:
        begin = 0
        for row, same in groupby(digits):
            end = begin + len(list(same))
            line = cells[begin:end]
            if letters[begin:end] != NAMES[: end - begin]:
                line = _apart(letters[begin:end], line)
            self._line(int(row) - 1, line)
            begin = end

    def _line(self, row: int, line: list[Cell]) -> None:
        while line and line[-1].is_blank:
            line.pop()
        if not line:
            return
        rows = self.rows
        if len(line) > self._width:
            self._width = len(line)
        if row != len(rows):
            if not len(rows) < row < MOST_ROWS:
                raise Unusual
            rows.extend([()] * (row - len(rows)))
        if row * self._width > limits.GRID_PLACES:
            check_grid(row, self._width)
        rows.append(tuple(line))

    def _other(self, text: str, attributes: str) -> Cell:
        """A text, a date, a yes or no, or an error; the same one is made once."""
        cell = self._known[text, attributes] = self._made(text, self._dresses[attributes])
        return cell

    def _made(self, text: str, dress: _Dress) -> Cell:
        kind, shown, is_date, _ = dress
        if kind == "n":
            number = float(text)
            at = from_serial(number, shown, since_1904=self._since_1904) if is_date else number
            return Cell(at, None, shown)
        if kind == "e":
            return Cell(None, text, error=text)
        if kind == "b":
            return Cell(text in ("1", "true"), None, shown)
        if kind not in _TEXTS:
            raise Unusual
        return _text(self._strings[int(text)] if kind == "s" else unescaped(text), dress)

    def _inside(self, inside: str, attributes: str) -> Cell:
        """A cell with a formula or a text of its own."""
        found = _INSIDE.fullmatch(inside)
        if found is None:
            raise Unusual
        formula, text, inline = found.groups()
        dress = self._dresses[attributes]
        if inline:
            return _text(rich_text(inline), dress)
        if text:
            return self._other(text, attributes)
        return Cell(uncalculated=True) if formula and dress.kind not in _TEXTS else BLANK


def _taken_apart(xml: str) -> list[tuple[str, str, str, str, str]]:
    found = _CELL.findall(xml)
    if len(found) != xml.count("<c"):
        written = xml.count("<c ") + xml.count("<c>")
        if len(found) != written:
            found = _CELL.findall(_ATTRIBUTES.sub(_in_order, xml))
            if len(found) != written:
                raise Unusual
    return found


def numbers_of(texts: Sequence[str]) -> list[float]:
    """Numbers of their texts; JSON's reader is five times as quick as Python's own."""
    try:
        return orjson.loads(f"[{','.join(texts)}]")
    except orjson.JSONDecodeError:
        return [*map(float, texts)]


def _apart(letters: Sequence[str], cells: list[Cell]) -> list[Cell]:
    """A row with its gaps filled."""
    line: list[Cell] = []
    for name, cell in zip(letters, cells, strict=True):
        column = COLUMNS[name]
        if column < len(line):
            raise Unusual
        line += [BLANK] * (column - len(line))
        line.append(cell)
    return line


def _text(words: str, dress: _Dress) -> Cell:
    if len(words) > limits.CELL_CHARACTERS:
        raise too_large("单元格字数", "the length of a cell", len(words), limits.CELL_CHARACTERS)
    if not words:
        return BLANK
    return Cell(words, words, dress.number_format, None, False, dress.indent)


def _in_order(found: re.Match[str]) -> str:
    """A cell's attributes as most programs order them, those that say nothing here left out."""
    given = dict(_ATTRIBUTE.findall(found[1]))
    kept = "".join(f' {name}="{given[name]}"' for name in ("r", "s", "t") if name in given)
    return f"<c{kept}{found[2]}>"
