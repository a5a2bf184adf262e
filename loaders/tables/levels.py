"""How deep each row of names stands: by numbering, by indentation, by 其中."""

from __future__ import annotations

import re

from loaders.remembered import Remembered

_OF_WHICH = re.compile(r"(?:其\s*中\s*[:：]?|[#＃])")
_NUMBERINGS = (
    re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．]"),
    re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"\d{1,2}\s*[、.．](?!\d)"),
    re.compile(r"\d{1,2}[.．]\d{1,2}(?![\d.．])"),
    re.compile(r"[(（]\d{1,2}[)）]|[①-⑳]"),
)
_UNNUMBERED = 10
_WIDTH_OF_MARK = len("其中：")


def depth_of(
    text: str, indent: int, marked_at: int | None, *, has_figures: bool
) -> tuple[int, int | None]:
    """The depth of a row, and where a 其中： stands that following names may stand below.

    A row without figures heads those that are set in as far as itself.
    """
    return _depths[text, indent, marked_at, has_figures]


def _depth_of(asked: tuple[str, int, int | None, bool]) -> tuple[int, int | None]:
    text, indent, marked_at, has_figures = asked
    name = text.lstrip()
    blanks = len(text) - len(name) + indent
    rank = _rank(name)
    if rank is not None:
        return rank, None
    # A name stands exactly below the one that follows 其中： in a row before.
    if marked_at is not None and blanks == marked_at + _WIDTH_OF_MARK:
        return _UNNUMBERED + 2 * marked_at + 1, marked_at
    of_which = bool(_OF_WHICH.match(name))
    return _UNNUMBERED + 2 * blanks + (
        of_which if has_figures else -1
    ), blanks if of_which else None


def _rank(name: str) -> int | None:
    ranks = (rank for rank, form in enumerate(_NUMBERINGS) if form.match(name))
    return next(ranks, None)


_depths: Remembered[tuple[str, int, int | None, bool], tuple[int, int | None]] = Remembered(
    _depth_of
)
