"""How deep each row of names stands: by numbering, by indentation, by 其中."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.remembered import Remembered

_OF_WHICH = re.compile(r"(?:其\s*中\s*[:：]?|[#＃])\s*")
_NUMBERINGS = (
    re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．]"),
    re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"\d{1,2}\s*[、.．](?!\d)"),
    re.compile(r"\d{1,2}[.．]\d{1,2}(?![\d.．])"),
    re.compile(r"[(（]\d{1,2}[)）]|[①-⑳]"),
)
_UNNUMBERED = 10
_WIDTH_OF_MARK = len("其中：")
_SLACK = 1
"""Two blanks below a # that is as wide as one."""
_WIDE = re.compile(r"[\u2e80-\uffef]")


class Mark(NamedTuple):
    """How far a 其中： is set in, and how wide all is that stands before the name behind it."""

    blanks: int
    width: int


Marks = tuple[Mark, ...]
"""The 其中： that following names may stand below, outermost first."""


def depth_of(text: str, indent: int, marks: Marks, *, has_figures: bool) -> tuple[int, Marks]:
    """The depth of a row, and the 其中： that following names may stand below.

    A row without figures heads those that are set in as far as itself.
    """
    return _depths[text, indent, marks, has_figures]


def is_beside_of_which(depth: int) -> bool:
    """Whether a row of a depth has a 其中： itself, or stands below the name behind one."""
    return depth > _UNNUMBERED and bool(depth % 2)


def _depth_of(asked: tuple[str, int, Marks, bool]) -> tuple[int, Marks]:
    text, indent, marks, has_figures = asked
    name = text.lstrip()
    lead = text[: len(text) - len(name)]
    blanks = len(lead) + indent
    rank = _rank(name)
    if rank is not None:
        return rank, ()
    own = _OF_WHICH.match(name)
    within = tuple(mark for mark in marks if mark.blanks < blanks)
    if own is None and (mark := _mark_above(lead, indent, within)):
        return _UNNUMBERED + 2 * mark.blanks + 1, within[: within.index(mark) + 1]
    if own is not None:
        within += (Mark(blanks, _width(lead + own[0])),)
    return _UNNUMBERED + 2 * blanks + (own is not None if has_figures else -1), within


def _mark_above(lead: str, indent: int, marks: Marks) -> Mark | None:
    """The 其中： that a name stands exactly behind, some rows below it."""
    blanks, width = len(lead) + indent, _width(lead)
    ends = ((mark, mark.blanks + _WIDTH_OF_MARK) for mark in reversed(marks))
    aligned = (
        m for m, end in ends if blanks == end or (not indent and 0 <= width - m.width <= _SLACK)
    )
    return next(aligned, None)


def _width(text: str) -> int:
    """How wide a text is in blanks of half a character."""
    return len(text) + len(_WIDE.findall(text))


def _rank(name: str) -> int | None:
    ranks = (rank for rank, form in enumerate(_NUMBERINGS) if form.match(name))
    return next(ranks, None)


_depths: Remembered[tuple[str, int, Marks, bool], tuple[int, Marks]] = Remembered(_depth_of)
