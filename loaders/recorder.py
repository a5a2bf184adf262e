"""The records of a table: cast as in another month, or written cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, count
from typing import cast

from cockpit.observation import Observation
from loaders.asking import Asking
from loaders.crossings import Crossings
from loaders.grid import BLANK, Cell, Sheet
from loaders.issues import Issues
from loaders.knowledge import Knowledge
from loaders.moulds import Mould, Moulding
from loaders.report import Report
from loaders.sides import Sides
from loaders.statement import Stating
from loaders.tables.reader import Grid
from loaders.values import plain_numbers


class Recorder:
    """Records the figures of one table.

    `assumed` are cells of which nobody says whether they are cumulative.
    """

    def __init__(
        self, known: Knowledge, issues: Issues, report: Report, sheet: Sheet, grid: Grid
    ) -> None:
        stating, about = Stating(known, report), report.facets
        self._grid = grid
        self._sheet = sheet
        self._sides = Sides(known, about.evidence)
        self._columns = [self._sides.column(c, facets) for c, facets in grid.columns.items()]
        self._asking = Asking(known, issues, sheet)
        self._crossings = Crossings(known, stating, self._asking, about.place, sheet.name)
        around = known.number((about.place, about.evidence, stating.lines))
        said, rows = [column.said for column in self._columns], grid.moulds_below(around)
        self._moulding = None if rows is None else Moulding(stating, known.number, said, rows)
        self.assumed = self._crossings.assumed

    def records(self) -> list[Observation]:
        """The record of every cell where a row and a column cross and something belongs."""
        lines, width = [*map(self._cells, self._grid.rows)], len(self._columns)
        numbers = plain_numbers([*chain.from_iterable(lines)])
        values = (numbers[begin : begin + width] for begin in count(0, width))
        found: list[Observation] = []
        for row, cells, own in zip(self._grid.rows, lines, values, strict=False):
            made = self._cast(row, cells, own)
            found += self._written(row, cells, own) if made is None else made
        return found

    def _cells(self, row: int) -> list[Cell]:
        """Those where a row crosses the columns."""
        cells = self._sheet.rows[row]
        width = len(cells)
        return [cells[n] if n < width else BLANK for n in self._grid.columns]

    def _cast(
        self, row: int, cells: Sequence[Cell], values: Sequence[float | None]
    ) -> Iterable[Observation] | None:
        """The records of a row as in another month; None where that is not known to be so.

        A table that comes for the first time is written: most of strangers' never come again.
        """
        if self._moulding is None or None in values:
            return None
        numbers = cast("Sequence[float]", values)
        mould, times = self._mould(row, self._moulding)
        if mould is None or not mould.fits(numbers):
            return None
        for place, manner, at in mould.asked:
            self._asking.stated(manner, times[place], at)
        self.assumed.update(mould.assumed)
        return mould.cast(self._sheet.name, times, numbers, cells)

    def _mould(self, row: int, moulding: Moulding) -> tuple[Mould | None, Sequence[str]]:
        """The mould of a row's records, if need be a new one, and the periods of its figures."""
        mould, times = moulding.of(row)
        if mould is None:
            side = self._sides.row(row, self._grid.rows[row])
            if mould := self._crossings.mould(side, self._columns):
                moulding.keep(row, side.said, mould)
                return moulding.of(row)
        return mould, times

    def _written(
        self, row: int, cells: Sequence[Cell], values: Sequence[float | None]
    ) -> Iterable[Observation]:
        """The records of a row, cell by cell."""
        side = self._sides.row(row, self._grid.rows[row])
        return self._crossings.across(side, self._columns, cells, values)
