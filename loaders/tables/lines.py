"""What each row of a sheet is for: heading, figures, title, office matter, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from loaders.grid import Cell
from loaders.remembered import Remembered
from loaders.tables.kinds import COVERED, Kinds
from loaders.tables.roles import role_of
from loaders.tables.wordings import is_note, is_office
from loaders.written import FIGURE, MARKER, TEXT, YEAR

_FEWEST_MONTHS = 2
_MONTHS = frozenset(map(str, range(1, 13)))
_COLUMN_NAMES = frozenset("甲乙丙丁戊ABCDE") | {"栏次", "序号", "行次", "-", "—"}
_COLUMN_NUMBER = re.compile(r"[(（]?(\d{1,2})[)）]?(?:\s*[=＝].*)?")


class Line(Enum):
    """The use of a row."""

    BLANK = "blank"
    LONE = "lone"
    """One text: a title, a section, a unit."""
    OFFICE = "office"
    """Who reports, in what unit, on what day, signatures, page numbers."""
    NOTE = "note"
    HEAD = "head"
    NUMBERS = "numbers"
    """Column numbers: 甲 乙 1 2 3."""
    BODY = "body"


def lines_of(kinds: Kinds) -> list[Line]:
    """The use of every row, each judged by itself."""
    rows = enumerate(zip(kinds.rows, kinds.sheet.rows, strict=True))
    return [
        Line.BLANK
        if own.isspace()
        else Line.BODY
        if _is_plainly_body(own, cells)
        else _line_of(kinds, row, own, cells)
        for row, (own, cells) in rows
    ]


def _line_of(kinds: Kinds, row: int, own: str, cells: Sequence[Cell]) -> Line:
    written = kinds.written(row)
    if not written:
        return Line.BLANK
    if _name_months(cells, written):
        return Line.HEAD
    texts = [cells[column].raw.strip() for column in written]
    if len(written) == 1 and own[written[0]] == TEXT:
        return _lone(texts[0])
    if _is_note(texts):
        return Line.NOTE
    if are_column_numbers(texts):
        return Line.NUMBERS
    return _several(own, written, texts)


def heads_months(kinds: Kinds, row: int) -> bool:
    """Months by number: 月份, 1, 2, 3."""
    return _name_months(kinds.sheet.rows[row], kinds.written(row))


def _name_months(cells: Sequence[Cell], written: list[int]) -> bool:
    if len(written) <= _FEWEST_MONTHS or role_of(cells[written[0]].raw) != "month":
        return False
    numbers = [cells[column].raw.strip() for column in written[1:]]
    months = [int(number) for number in numbers if number in _MONTHS]
    return len(months) == len(numbers) and months == sorted(set(months))


def _is_plainly_body(own: str, cells: Sequence[Cell]) -> bool:
    """A name, then figures of which the last or the first numbers no column and no month."""
    name, first, last = _outer[own]
    if last < 0:
        return False
    is_body = _numbers_none(cells[last]) or (first >= 0 and _numbers_none(cells[first]))
    return is_body and not is_note(cells[name].raw)


def _outer_of(own: str) -> tuple[int, int, int]:
    """Where a row's name and its outer figures stand; -1 where it is no such row.

    Where something stands before the name, its first figure tells nothing.
    """
    name, last = own.find(TEXT), own.rfind(FIGURE)
    if name < 0 or last < name or COVERED in own[:name]:
        return -1, -1, -1
    return name, -1 if own[:name].strip() else own.find(FIGURE, name), last


_outer: Remembered[str, tuple[int, int, int]] = Remembered(_outer_of)


def _numbers_none(cell: Cell) -> bool:
    """A figure in whose place no column's number and no month can stand."""
    return "." in cell.raw or not is_column_name(cell.raw.strip())


def _lone(text: str) -> Line:
    if is_note(text):
        return Line.NOTE
    return Line.OFFICE if is_office(text) else Line.LONE


def _is_note(texts: list[str]) -> bool:
    """A note may be followed by the same in another language, never by a figure."""
    return is_note(texts[0]) and len(texts[0]) > 1 and len(texts) <= 2


def _several(own: str, written: list[int], texts: list[str]) -> Line:
    if FIGURE in own or MARKER in own:
        return Line.BODY
    if YEAR in own:
        return Line.HEAD if _heads_years(own, written, texts) else Line.BODY
    # 联系电话 among headings is a column's, with a number behind it an office's.
    if any(is_office(text) and role_of(text) is None for text in texts):
        return Line.OFFICE
    return Line.HEAD


def _heads_years(own: str, written: list[int], texts: list[str]) -> bool:
    """Periods in order, or after a heading's word; a lone number beside a name is a figure."""
    years = [text for column, text in zip(written, texts, strict=True) if own[column] == YEAR]
    first = texts[0] if own[written[0]] == TEXT else ""
    if TEXT in own[own.rindex(YEAR) :] and own.count(TEXT) > 1:
        return True
    if not first or role_of(first):
        return len(years) > 1 or own[written[0]] != YEAR
    return len(years) > 1 and all(a != b for a, b in pairwise(years)) and _evenly(years)


def _evenly(years: list[str]) -> bool:
    """One run of periods, or the same run again under each upper heading."""
    run = len(set(years))
    return len(years) % run == 0 and years == years[:run] * (len(years) // run)


def is_column_name(text: str) -> bool:
    """Whether a text may only number a column."""
    return text in _COLUMN_NAMES or _COLUMN_NUMBER.fullmatch(text) is not None


def are_column_numbers(texts: list[str]) -> bool:
    """Whether a row only numbers the columns, those of each half anew where it names them too."""
    rest = [text for text in texts if text not in _COLUMN_NAMES]
    if len(rest) < 1 or (len(rest) < 2 and len(rest) == len(texts)):
        return False
    found = [_COLUMN_NUMBER.fullmatch(text) for text in rest]
    numbers = [int(match[1]) for match in found if match]
    counted = len(numbers) == len(rest) and numbers[0] in (1, 2, 3)
    run = len(set(numbers)) if len(rest) < len(texts) else len(numbers)
    halves = len(numbers) // max(run, 1)
    return counted and numbers == list(range(numbers[0], numbers[0] + run)) * halves
