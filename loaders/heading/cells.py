"""Header cells: their text as a header prints it, and the period that a date cell stands for."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from loaders.grid import Cell
from loaders.heading.kinds import Part, Time
from loaders.heading.periods import whole_period

LONGEST = 400
"""No heading or label is longer; what follows is not looked at."""

_DECIMALS = re.compile(r"0\.(0+)(?:_.*)?")
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|@|;.*')
_DAY = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
    r"|(?P<mm>\d\d)(?P<dd>\d\d)|年(?P<m>\d{1,2})月(?P<d>\d{1,2})日)(?:\s+0{1,2}:00(?::00)?)?"
)
_A_MONTH = re.compile(r"^[^yhs]*m[^yhs]*$")


def printed(cell: Cell) -> str:
    """A cell's text as a header prints it: `2016.1` formatted `0.00` reads 2016.10."""
    if isinstance(cell.value, int | float) and (found := _DECIMALS.fullmatch(cell.number_format)):
        return f"{cell.value:.{len(found.group(1))}f}"
    return cell.raw[:LONGEST].strip()


def cell_period(cell: Cell) -> Time | Part | None:
    """The period a header cell names, be it a text or a date; None where it names none.

    A program turns a typed `1-10` into 10 January and `10月` into 1 October of the year of
    typing; the cell's number format shows no year then, so the year is not believed.
    """
    if isinstance(cell.value, datetime | date):
        return _date_period(cell.value, cell.number_format)
    return whole_period(printed(cell))


def cell_time(cell: Cell) -> Time | None:
    """The period with its year that a header cell names, or None."""
    period = cell_period(cell)
    return period if isinstance(period, Time) else None


def day_period(text: str) -> Time | None:
    """The month that a day written in full begins or ends, where days stand for months."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part and part.isdigit())
    try:
        return _dated(date(year, month, day), "ymd")
    except ValueError:
        return None


def _date_period(value: date, number_format: str) -> Time | Part | None:
    shown = _NOT_SHOWN.sub("", number_format).lower()
    if not _A_MONTH.search(shown):
        return _dated(value, shown)
    if "d" not in shown:
        return Part("M", value.month)
    if value.month == 1 and 1 < value.day <= 12:
        return Part("M", value.day, "ytd", open=True)
    return Part("M", value.month, open=True) if value.day == 1 else None


def _dated(value: date, shown: str) -> Time | None:
    if "y" in shown and "m" not in shown and "d" not in shown:
        return Time("A", f"{value.year:04d}")
    ends = value.day in (1, monthrange(value.year, value.month)[1])
    if "d" in shown and not ends:
        return None
    return Time("M", f"{value.year:04d}-{value.month:02d}")
