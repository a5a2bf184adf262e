"""What a cell says where a figure belongs: a number, nothing, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize

from cockpit.observation import Status
from loaders.grid import Cell

_MARKERS = frozenset(
    [
        "-",
        "--",
        "---",
        "–",
        "—",
        "——",
        "―",
        "…",
        "……",
        "...",
        "......",
        "···",
        "······",
        "/",
        "\\",
        "x",
        "xx",
        "***",
        "#",
        "无",
        "保密",
        "n/a",
        "na",
        "nan",
        "null",
        "none",
    ]
)
_TRANSITIONS = re.compile(r"(?:由?[亏盈]损?转[亏盈]利?|扭亏(?:为盈)?|增亏|减亏|转[盈亏])")
_SYMBOLS = re.compile(r"[^\w\s]{1,6}")
_FOOTNOTE = re.compile(r"[\u2460-\u24ff*†‡]+$|(?:\[\d+\]|注\d*)$")
_GROUPED = re.compile(r"(?<=\d)[,\s](?=\d{3}(?!\d))")
_NUMBER = re.compile(
    r"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?P<percent>%|个?百分点)?(?P<mark>[pe])?"
)
_LONGEST = 80
_PRELIMINARY: dict[str, Status] = {"p": "P", "e": "E"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell's figure; `rule` names what is wrong with it, `unit` a unit written beside it."""

    value: float | None
    status: Status
    unit: str = ""
    rule: str | None = None


_MISSING = Figure(None, "M")


def read_value(cell: Cell) -> Figure:
    """The figure of a cell; a percentage is in percent units however the cell stores it."""
    if cell.error is not None or cell.uncalculated:
        return Figure(None, "M", rule="P15")
    if cell.is_number:
        return _stored(cell)
    if isinstance(cell.value, str):
        return (
            _written(cell.value) if len(cell.value) <= _LONGEST else Figure(None, "M", rule="P12")
        )
    return _MISSING if cell.is_blank else Figure(None, "M", rule="P12")


def _stored(cell: Cell) -> Figure:
    number = Decimal(str(cell.value))
    if not number.is_finite():
        return Figure(None, "M", rule="P12")
    if "%" in cell.number_format:
        return Figure(float(number * 100), "A", "%")
    return Figure(float(number), "A")


def _written(text: str) -> Figure:
    bare = _plain(text)
    if not bare or bare in _MARKERS:
        return _MISSING
    if bare == "持平":
        return Figure(0.0, "A")
    if found := _NUMBER.fullmatch(bare):
        return Figure(float(found["number"]), _status(found), _unit(found))
    return _puzzle(bare)


def _plain(text: str) -> str:
    """Width, blanks, footnote marks and digit groups taken off, accounting brackets made a sign."""
    text = _FOOTNOTE.sub("", text.strip())
    text = normalize("NFKC", text).strip().lower().replace("−", "-")
    text = re.sub(r"^[–—](?=[\d.])", "-", _GROUPED.sub("", text))
    return re.sub(r"^\((\d[\d.]*)\)$", r"-\1", text)


def _status(found: re.Match[str]) -> Status:
    return _PRELIMINARY.get(found["mark"] or "", "A")


def _unit(found: re.Match[str]) -> str:
    return (found["percent"] or "").removeprefix("个")


def _puzzle(bare: str) -> Figure:
    if _TRANSITIONS.fullmatch(bare):
        return _MISSING
    return Figure(None, "M", rule="P13" if _SYMBOLS.fullmatch(bare) else "P12")
