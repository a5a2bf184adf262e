"""What kind of thing is written in a cell, told before anybody asks what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from loaders.remembered import Remembered
from loaders.values import read_text

BLANK, TEXT, FIGURE, MARKER, YEAR = " tnmy"
"""Nothing; words; a number; a missing marker; a number that may be a year or month."""

_YEARS = range(1900, 2100)
_MONTHS = range(1, 13)
_MONTH_WRITTEN = re.compile(
    r"(?:19|20)\d\d[.\-/](?:0?[1-9]|1[0-2])|(?:19|20)\d\d(?:0[1-9]|1[0-2])?"
)
_MARK = re.compile(r"[①-⑳*†‡]+$|[\[［(（]注?\d?[\]）)]$")
_RATE = re.compile("[%％‰]")
_NO_MONTH = re.compile(r"(?:-|(?!19|20))[0-9]{1,40}(?:\.[0-9]{1,30})?")


def kind_of_text(text: str) -> str:
    """The kind of a text."""
    return FIGURE if _NO_MONTH.fullmatch(text) else _texts[text]


def kind_of_number(number: float) -> str:
    """The kind of a stored number."""
    return kinds_of_numbers((number,))[0]


def kinds_of_numbers(numbers: Iterable[float]) -> list[str]:
    """The kinds of many stored numbers; most are far from any year and any month."""
    # Floats are compared with floats four times as quickly as with whole numbers.
    return [
        YEAR if (1900.0 <= n < 2100.0 or 190000.0 <= n < 210000.0) and _may_be_period(n) else FIGURE
        for n in numbers
    ]


def kind_of_other(value: object) -> str:
    """The kind of what is neither text nor number: a yes, a date, an error."""
    return TEXT if isinstance(value, bool | date) else FIGURE


def _kind_of_text(text: str) -> str:
    if not text or text.isspace():
        return BLANK
    if _MONTH_WRITTEN.fullmatch(_MARK.sub("", text.strip())):
        return YEAR
    figure = read_text(text)
    if figure.rule is not None:
        return MARKER if figure.rule == "P13" and not _RATE.search(text) else TEXT
    return MARKER if figure.value is None else FIGURE


_texts: Remembered[str, str] = Remembered(_kind_of_text, 1 << 16)


def _may_be_period(value: float) -> bool:
    """2024, 202410, 2024.10 and 2024.3 as numbers."""
    if value == int(value):
        year, month = divmod(int(value), 100)
        return int(value) in _YEARS or (year in _YEARS and month in _MONTHS)
    if int(value) not in _YEARS:
        return False
    months = round((value - int(value)) * 100, 6)
    return months == int(months) and (months in _MONTHS or months % 10 == 0)
