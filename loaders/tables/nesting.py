"""Which rows enclose which, by indentation and by 其中."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.grid import Cell
from loaders.times import printed

_OF_WHICH = re.compile(r"(?:其中\s*[:：]|[#＃])")
_WIDTH_OF_MARK = len("其中：")


@dataclass(frozen=True, slots=True)
class Indent:
    """How far a row's name is set in, and whether it says 其中."""

    blanks: int
    of_which: bool

    @classmethod
    def of(cls, cell: Cell) -> Indent:
        """Blanks before the name and the cell's own indentation count alike."""
        name = cell.raw.lstrip()
        return cls(len(cell.raw) - len(name) + cell.indent, bool(_OF_WHICH.match(name)))

    @property
    def level(self) -> int:
        """A row of 其中 stands below the row before it, even where it is set in no further."""
        return 2 * self.blanks + self.of_which

    def continues(self, before: Indent) -> bool:
        """Whether a name stands exactly below the one that follows 其中： in the row before."""
        return before.of_which and self.blanks == before.blanks + _WIDTH_OF_MARK


def enclosing(cells: Sequence[Cell]) -> list[tuple[str, ...]]:
    """For each row of names, those that enclose it, outermost first."""
    found: list[tuple[str, ...]] = []
    above: list[tuple[int, str]] = []
    before = Indent(0, of_which=False)
    for cell in cells:
        indent = Indent.of(cell)
        level = above[-1][0] if above and indent.continues(before) else indent.level
        while above and above[-1][0] >= level:
            above.pop()
        found.append(tuple(name for _, name in above))
        above.append((level, printed(cell)))
        before = indent if level == indent.level else before
    return found
