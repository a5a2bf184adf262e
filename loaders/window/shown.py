"""The text of a cell as a spreadsheet program shows it."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from loaders.grid import Cell

LONGEST = 300
_GENERAL_DIGITS = 11
"""A number without a format is shown with so many digits at most."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_PLACES = re.compile(r"[#0?,]*[0?]\.?(?P<decimals>[0?#]*)")


class Pattern(NamedTuple):
    """What matters of a number format: digits after the point, groups, hundredths."""

    decimals: int
    grouped: bool
    percent: bool


def shown(cell: Cell) -> str:
    """A cell's text, a number as its format prints it, the time of day only where there is one."""
    if cell.error is not None:
        return cell.error
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float | datetime):
        return " ".join(cell.raw.split())[:LONGEST]
    if isinstance(value, datetime):
        return _day(value)
    return _number(cell.raw, _pattern(cell.number_format))


def _day(value: datetime) -> str:
    is_day = value.time() == datetime.min.time()
    return date.isoformat(value) if is_day else value.isoformat(" ")


def _number(raw: str, pattern: Pattern | None) -> str:
    try:
        exact = Decimal(raw)
    except ArithmeticError:
        return raw
    if not exact.is_finite():
        return raw
    if pattern is None:
        return _general(exact)
    exact = exact * 100 if pattern.percent else exact
    near = exact.quantize(Decimal(1).scaleb(-pattern.decimals), ROUND_HALF_UP)
    near = near or abs(near)
    return f"{near:{',' if pattern.grouped else ''}f}{'%' if pattern.percent else ''}"


def _general(exact: Decimal) -> str:
    whole = max(exact.adjusted() + 1, 1)
    decimals = max(_GENERAL_DIGITS - whole, 0)
    if -exact.as_tuple().exponent <= decimals:  # ty: ignore[unsupported-operator]
        return f"{exact:f}"
    near = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{near.normalize():f}"


@lru_cache(maxsize=512)
def _pattern(number_format: str) -> Pattern | None:
    """What a format prints of a number; None where it prints it as it is."""
    bare = _QUOTED.sub("", number_format.split(";")[0])
    found = _PLACES.search(bare)
    if found is None:
        return None
    decimals = min(len(found["decimals"]), 15)
    return Pattern(decimals, "," in found.group(), "%" in bare)
