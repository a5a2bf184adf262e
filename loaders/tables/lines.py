"""What each row of a sheet is for: heading, figures, title, office matter, or nothing."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise

from loaders.tables.kinds import COVERED, FIGURE, MARKER, TEXT, YEAR, Kinds
from loaders.tables.roles import role_of

_OFFICE = re.compile(
    r"\s*(?:[(（]?(?:计量|金额)?单\s*位\s*[:：]|单位负责人|(?:填报|编制|编报|制表|报送|报出|填表|上报)\s*(?:单位|日期|人|时间|部门|机关)"
    r"|(?:统计|部门|财务)?负责人\s*[:：]|(?:审核|复核|制表|填表|联系)人?\s*[:：]|联系电话|报出日期|表\s*号\s*[:：]|制定机关|批准文号|有效期"
    r"|综合机关|文\s*号\s*[:：]|内部资料|注意保存|请勿外传|秘密|机密|仅供|第\s*\d+\s*页|\d+\s*/\s*\d+\s*页|—\s*\d+\s*—$)"
)
_NOTE = re.compile(
    r"\s*(?:注\s*\d*\s*[:：.、]|注\s*$|备注\s*[:：]|说明\s*[:：]|[表附]注|数据来源|资料来源|来源\s*[:：]|\*|[a-z]\)|notes?\b|data sources?\b|source\b"
    r"|[①-⑳]|[12345]\s*[.、]\s*(?:本表|表中|数据|根据|因|由于|自))",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\s*(?:表\s*号|制定机关|批准机关|批准文号|备案|文\s*号|有效期|报出日期|填报日期|填表|制表|审核|复核|单位负责人|统计负责人|联系)"
)
_SOURCE = re.compile(r"\s*(?:数据来源|资料来源|来源|data sources?|source)", re.IGNORECASE)
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


def line_of(kinds: Kinds, row: int) -> Line:
    """The use of one row, judged by itself."""
    own = kinds.rows[row]
    if own.isspace():
        return Line.BLANK
    if _is_plainly_body(own, kinds, row):
        return Line.BODY
    if heads_months(kinds, row):
        return Line.HEAD
    written = kinds.written(row)
    if not written:
        return Line.BLANK
    texts = [kinds.sheet.cell(row, column).raw.strip() for column in written]
    if len(written) == 1 and own[written[0]] == TEXT:
        return _lone(texts[0])
    if _is_note(texts):
        return Line.NOTE
    if are_column_numbers(texts):
        return Line.NUMBERS
    return _several(own, written, texts)


def heads_months(kinds: Kinds, row: int) -> bool:
    """Months by number: 月份, 1, 2, 3."""
    first, *rest = kinds.written(row) or [-1]
    if len(rest) < _FEWEST_MONTHS or role_of(kinds.sheet.cell(row, first).raw) != "month":
        return False
    numbers = [kinds.sheet.cell(row, column).raw.strip() for column in rest]
    months = [int(number) for number in numbers if number in _MONTHS]
    return len(months) == len(numbers) and months == sorted(set(months))


def _is_plainly_body(own: str, kinds: Kinds, row: int) -> bool:
    """A name, then figures of which one is no small whole number."""
    first = own.find(TEXT)
    figure = own.rfind(FIGURE)
    if first < 0 or figure < first or COVERED in own[:first]:
        return False
    value = kinds.sheet.cell(row, figure).value
    if not isinstance(value, float) or value.is_integer():
        return False
    return not _NOTE.match(kinds.sheet.cell(row, first).raw)


def _lone(text: str) -> Line:
    if _NOTE.match(text):
        return Line.NOTE
    return Line.OFFICE if _OFFICE.match(text) else Line.LONE


def _is_note(texts: list[str]) -> bool:
    """A note may be followed by the same in another language, never by a figure."""
    return bool(_NOTE.match(texts[0])) and len(texts[0]) > 1 and len(texts) <= 2


def _several(own: str, written: list[int], texts: list[str]) -> Line:
    if FIGURE in own or MARKER in own:
        return Line.BODY
    if YEAR in own:
        return Line.HEAD if _heads_years(own, written, texts) else Line.BODY
    if any(_OFFICE.match(text) for text in texts):
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


def are_column_numbers(texts: list[str]) -> bool:
    """Whether a row only numbers the columns."""
    rest = [text for text in texts if text not in _COLUMN_NAMES]
    if len(rest) < 1 or (len(rest) < 2 and len(rest) == len(texts)):
        return False
    found = [_COLUMN_NUMBER.fullmatch(text) for text in rest]
    numbers = [int(match[1]) for match in found if match]
    counted = len(numbers) == len(rest) and numbers[0] in (1, 2, 3)
    return counted and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def is_form_matter(text: str) -> bool:
    """Whether a line only identifies a form: its number, who ordered it, until when it holds."""
    return bool(_FORM.match(text))


def is_source_line(text: str) -> bool:
    """Whether a note only names the source."""
    return bool(_SOURCE.match(text))
