"""What a cell says where a figure belongs: a number, nothing, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import normalize

from cockpit.observation import Status
from loaders.markers import MARKERS, TRANSITIONS, Marker

if TYPE_CHECKING:
    from loaders.grid import Cell

Doubt = Literal["", "triangle", "arrow", "brackets", "blanks", "decimal comma", "two figures"]

_LONGEST = 80
_ANY = float("inf")
_NUMBERS = {float, int}
_SYMBOLS = re.compile(r"[^\w\s]{1,6}")
_BROKEN = re.compile(r"#(?:DIV/0!|REF!|VALUE!|NAME\?|NUM!|N/A|NULL!)|#{3,}", re.I)
_QUOTED = re.compile(r'"[^"]*"|\\.')
# Superscripts are taken off before the text is normalised: 12.3² would become 12.32.
_FOOTNOTE = re.compile(
    r"(?:[\u2460-\u24ff\u00b9\u00b2\u00b3\u2070-\u209f*＊†‡]+|\[\d+\]|［\d+］|[(（]?注\d*[)）]?|(?<=\d)[(（]\d[)）])\s*$"
)
_SIGN = re.compile(r"([△▲▼▽↓↑])\s*(?=[\d.])|(?<=[\d.%])\s*([↓↑])$")
_DOWN = frozenset("△▲▼▽↓")
_VERB = re.compile(
    r"(?:(?P<up>增长|上升|上涨|提高|增加|加快|增|升|涨)|(?P<down>下降|回落|下跌|减少|降低|减缓|降|减|跌))"
    r"(?=[\d.])"
)
_GROUPED = re.compile(r"(?<=\d)[,'\s](?=\d{3}(?!\d))")
_DASH = re.compile(r"^([-–—−])\s*(?=[\d.])")
_BRACKETS = re.compile(r"\((\d[\d.,\s]*%?)\)")
_BESIDE = re.compile(r"(?<=\d)\s*\([+-]?\d+\.\d+%?\)$")
"""Growth in real terms behind the nominal one: 5.2（4.9）."""
_PLAIN_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SMALL = re.compile(r"\d{1,2}")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_SPACED = re.compile(r"[+-]?\d[\d ]*\.[\d ]*\d")
_NUMBER = re.compile(
    r"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*"
    r"(?:(?P<unit>%|‰|个?百分点|倍|[百千万亿]{0,2}(?:美?元|人次?|户|家|件|吨标准煤|吨|公顷|亩|千瓦时|平方米|立方米|辆|头))|(?P<mark>[per]))?"
)
_RANK = re.compile(r"(?:并列第?|第)(?P<rank>\d{1,3})[位名]?")
_LEVEL = re.compile(r"(?:与.{1,8})?持平")
_STATUS: dict[str | None, Status] = {"p": "P", "e": "E"}


class Figure(NamedTuple):
    """A cell's figure; `rule` names what is wrong with it, `unit` a unit written beside it.

    `marker` says why there is no figure, where the cell says so; `doubt` what in the writing can
    be meant otherwise: a triangle is a minus in fiscal tables and a rise in some reports.
    """

    value: float | None
    status: Status
    unit: str = ""
    rule: str | None = None
    marker: Marker | None = None
    doubt: Doubt = ""


_BLANK = Figure(None, "M", marker="blank")
_NO_FIGURE = Figure(None, "M", rule="P12")
_PLAIN = Figure(0.0, "A")[1:]
"""What there is to say of a number beside its value."""
_FAULT = Figure(None, "M", rule="P15")


def plain_numbers(cells: Sequence[Cell]) -> Sequence[float | None]:
    """The numbers of cells that say nothing beside them, in text or format; None of others."""
    if not cells:
        return ()
    values, _, formats, *_ = zip(*cells, strict=True)
    printed = "".join(formats)
    if {*map(type, values)} <= _NUMBERS and "%" not in printed and '"' not in printed:
        numbers = [*map(float, values)]
        if isfinite(sum(numbers)):
            return numbers
    return [*map(_plain_number, cells)]


def _plain_number(cell: Cell) -> float | None:
    value, printed = cell.value, cell.number_format
    if '"' in printed:
        return None
    if isinstance(value, float):
        return value if "%" not in printed and -_ANY < value < _ANY else None
    if isinstance(value, str):
        figure = read_text(value)
        return figure.value if figure[1:] == _PLAIN else None
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return float(value) if is_whole and "%" not in printed else None


def read_value(cell: Cell) -> Figure:
    """The figure of a cell; a percentage is in percent units however the cell stores it."""
    value = cell.value
    if value.__class__ is float and "%" not in cell.number_format and -_ANY < value < _ANY:
        return tuple.__new__(Figure, (value, "A", "", None, None, ""))
    if isinstance(value, str):
        return read_text(value)
    if isinstance(value, bool):
        return _NO_FIGURE
    if isinstance(value, float | int):
        return _stored(value, cell.number_format)
    if cell.error is not None or cell.uncalculated:
        return _FAULT
    return _BLANK if value is None and not cell.raw.strip() else _NO_FIGURE


@lru_cache(maxsize=512)
def percent_of(number_format: str) -> Literal["", "printed", "shown"]:
    """Whether a format prints a percent sign, or shows a hundredth as a percentage."""
    if "%" not in number_format:
        return ""
    return "shown" if "%" in _QUOTED.sub("", number_format) else "printed"


def _stored(number: float, number_format: str) -> Figure:
    if not isfinite(number):
        return _NO_FIGURE
    if "%" not in number_format:
        return Figure(float(number), "A")
    if percent_of(number_format) == "printed":
        return Figure(float(number), "A", "%")
    return Figure(float(Decimal(str(number)) * 100), "A", "%")


@lru_cache(maxsize=16_384)
def read_text(text: str) -> Figure:
    """The figure of a text."""
    if len(text) > _LONGEST:
        return _NO_FIGURE
    if _PLAIN_NUMBER.fullmatch(text):
        return Figure(float(text), "A")
    bare = normalize("NFKC", text).strip().lower()
    if not bare:
        return _BLANK
    if marker := MARKERS.get(bare):
        return Figure(None, "M", marker=marker)
    if _BROKEN.fullmatch(bare):
        return _FAULT
    return _number(text) or _rank(bare) or _puzzle(text, bare)


def _rank(text: str) -> Figure | None:
    """第3位, 并列5."""
    found = _RANK.fullmatch(text)
    return Figure(float(found["rank"]), "A", "位") if found else None


def _number(text: str) -> Figure | None:
    """The figure of a text that is a number in some writing; None where it is none."""
    bare = normalize("NFKC", _FOOTNOTE.sub("", text)).strip().lower().removeprefix("'")
    if _LEVEL.fullmatch(bare):
        return Figure(0.0, "A")
    alone = _BESIDE.sub("", bare)
    beside: Doubt = "" if alone == bare else "two figures"
    bare, falls, doubt = _unsigned(alone)
    bare, untidy = _tidy(bare)
    found = _NUMBER.fullmatch(bare)
    if found is None:
        return None
    value = Decimal(found["number"])
    unit = (found["unit"] or "").removeprefix("个")
    if _VERB.match(text.strip()) and unit == "倍":
        value, unit = value * 100, "%"
    value = -value if falls else value
    status, doubt = _STATUS.get(found["mark"], "A"), doubt or untidy or beside
    return Figure(float(value), status, unit, doubt=doubt)


def _unsigned(text: str) -> tuple[str, bool, Doubt]:
    """A text without the arrow, triangle, verb or brackets that say which way it goes."""
    if found := _SIGN.search(text):
        sign = found[1] or found[2]
        doubt: Doubt = "triangle" if sign in "△▲" else ""
        if found[2] and sign in _DOWN:
            doubt = "arrow"
        return text[: found.start()] + text[found.end() :], sign in _DOWN, doubt
    if found := _VERB.match(text):
        return text[found.end() :], found["down"] is not None, ""
    if found := _BRACKETS.fullmatch(text):
        return found[1], True, "brackets" if _SMALL.fullmatch(found[1]) else ""
    return text, False, ""


def _tidy(text: str) -> tuple[str, Doubt]:
    """A number without what only helps the eye: digit groups, long dashes, stray blanks."""
    text = _DASH.sub("-", _GROUPED.sub("", text))
    if "," in text and _DECIMAL_COMMA.fullmatch(text):
        return text.replace(",", "."), "decimal comma"
    if " " in text and _SPACED.fullmatch(text):
        return text.replace(" ", ""), "blanks"
    return text, ""


def _puzzle(text: str, bare: str) -> Figure:
    if TRANSITIONS.fullmatch(bare):
        return Figure(None, "M", marker="transition")
    if _FOOTNOTE.fullmatch(text.strip()):
        return Figure(None, "M", marker="na")
    return Figure(None, "M", rule="P13" if _SYMBOLS.fullmatch(bare) else "P12")
