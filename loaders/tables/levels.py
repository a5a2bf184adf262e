"""How deep each row of names stands: by numbering, by indentation, by 其中."""

from __future__ import annotations

import re

from loaders.grid import Cell

_OF_WHICH = re.compile(r"(?:其\s*中\s*[:：]?|[#＃])")
_NUMBERINGS = (
    re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．]"),
    re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"\d{1,2}\s*[、.．](?!\d)"),
    re.compile(r"[(（]\d{1,2}[)）]|[①-⑳]"),
)
_UNNUMBERED = 10
_WIDTH_OF_MARK = len("其中：")


class Depths:
    """Depths of consecutive rows; smaller encloses larger."""

    def __init__(self) -> None:
        self._marked_at: int | None = None

    def of(self, cell: Cell, *, has_figures: bool) -> int:
        """The depth of a row; one without figures heads those set in as far as itself."""
        text = cell.raw
        name = text.lstrip()
        blanks = len(text) - len(name) + cell.indent
        rank = _rank(name)
        if rank is not None:
            self._marked_at = None
            return rank
        if self._continues(blanks):
            return _UNNUMBERED + 2 * (blanks - _WIDTH_OF_MARK) + 1
        of_which = bool(_OF_WHICH.match(name))
        self._marked_at = blanks if of_which else None
        return _UNNUMBERED + 2 * blanks + (of_which if has_figures else -1)

    def _continues(self, blanks: int) -> bool:
        """A name stands exactly below the one that follows 其中： in a row before."""
        return self._marked_at is not None and blanks == self._marked_at + _WIDTH_OF_MARK


def _rank(name: str) -> int | None:
    ranks = (rank for rank, form in enumerate(_NUMBERINGS) if form.match(name))
    return next(ranks, None)


def says_of_which(text: str) -> bool:
    """Whether a name begins with 其中 or #."""
    return bool(_OF_WHICH.match(text.strip()))
