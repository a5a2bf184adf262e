"""A worksheet's XML as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from loaders.containers import limits
from loaders.containers.apart import Apart, Inside, taken_apart
from loaders.containers.archive import Unusual
from loaders.containers.layout import layout_of, spans_of
from loaders.containers.looks import TEXTS, Looks, Written
from loaders.containers.strings import rich_text
from loaders.containers.zipped import check_cells, check_grid
from loaders.grid import BLANK, Cell
from loaders.packed import Row

_HIDDEN_ROW = re.compile(rb'<row\s(?=[^<>]*\shidden="(?:1|true)")[^<>]*?\br="(\d+)"')
MOST_ROWS = 1_048_576


class Cells:
    """Collects the rows of one sheet; `hidden` are the rows that it hides."""

    def __init__(self, known: Mapping[Written, Cell], looks: Looks) -> None:
        self.hidden: set[int] = set()
        self._rows: list[Row] = []
        self._looks = looks
        self._known = known
        self._count = 0
        self._width = 0

    def take(self, xml: bytes) -> None:
        """Read whole rows, and nothing of what stands before and after them; raises Unusual."""
        apart = taken_apart(xml)
        if b"hidden=" in apart.rest:
            self.hidden.update(int(row) - 1 for row in _HIDDEN_ROW.findall(apart.rest))
        if apart.letters:
            self._count += len(apart.letters)
            check_cells(self._count)
            self._keep(apart)

    def all_rows(self) -> Sequence[Row]:
        """Every row that was taken."""
        return tuple(self._rows)

    def _keep(self, apart: Apart) -> None:
        cells = self._cells(apart.attributes, apart.texts)
        if apart.odd:
            odd = {n: self._odd(inside) for n, inside in apart.odd.items()}
            cells = tuple(odd.get(n, cell) for n, cell in enumerate(cells))
        for span in spans_of(tuple(apart.letters), tuple(apart.digits)):
            if line := span.of(cells):
                self._line(span.row, line)

    def _cells(self, attributes: Iterable[bytes], texts: Sequence[bytes | None]) -> Row:
        """The cells in order."""
        return layout_of(tuple(map(self._looks.__getitem__, attributes))).cells(texts, self._known)

    def _odd(self, inside: Inside) -> Cell:
        """A rich text, a formula without a value, or nothing."""
        look = self._looks[inside.attributes]
        if inside.rich:
            return look.text_cell(rich_text(inside.rich.decode()))
        return Cell(uncalculated=True) if inside.formula and look.kind not in TEXTS else BLANK

    def _line(self, row: int, line: Row) -> None:
        rows = self._rows
        if len(line) > self._width:
            self._width = len(line)
        if row != len(rows):
            if not len(rows) < row < MOST_ROWS:
                raise Unusual
            rows.extend([()] * (row - len(rows)))
        if row * self._width > limits.GRID_PLACES:
            check_grid(row, self._width)
        rows.append(line)
