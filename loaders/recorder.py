"""From a cell with its statement and its region to the record of the public contract."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, cast

from cockpit.evidence import Evidence
from cockpit.observation import Observation, Status
from loaders import reasons
from loaders.asking import Asking
from loaders.grid import BLANK, Cell, Sheet, Value
from loaders.issues import Issues
from loaders.knowledge import Knowledge
from loaders.report import Report
from loaders.sides import Side, Sides
from loaders.statement import Statement, Stating
from loaders.tables.reader import Grid
from loaders.values import Figure, read_value

_QUOTED = re.compile(r'"([^"]+)"')
_GROWTH = frozenset({"yoy", "mom"})
_TIMES = "倍"
_ANY = float("inf")
NO_GROWTH_OF_PRICES = 50
"""A figure above this, printed as growth of prices, is an index."""


class Stated(NamedTuple):
    """What is known of a figure: its statement, its value, and what is doubtful about it."""

    statement: Statement
    value: float | None
    status: Status
    doubts: tuple[str, ...]


class Recorder:
    """Writes the records of one table, and asks about what is not certain."""

    def __init__(self, known: Knowledge, issues: Issues, report: Report, sheet: Sheet) -> None:
        self._stating = Stating(known, report)
        self._asking = Asking(known, issues, sheet)
        self._sides = Sides(known, report.facets.evidence)
        self._knows_unit = known.units.knows
        self._place = report.facets.place
        self._sheet = sheet
        self._statements: defaultdict[tuple[int, str], dict[int, Statement]] = defaultdict(dict)
        self.assumed: set[str] = set()
        """Cells of which nobody says whether they are cumulative."""

    def records(self, grid: Grid) -> list[Observation]:
        """The record of every cell where a row and a column cross and something belongs."""
        columns = [(c, self._sides.column(c, facets)) for c, facets in grid.columns.items()]
        found: list[Observation] = []
        for row, parts in grid.rows.items():
            found += self._across(self._sides.row(row, parts), columns, self._sheet.rows[row])
        return found

    def _across(
        self, row: Side, columns: Sequence[tuple[int, Side]], cells: Sequence[Cell]
    ) -> Iterator[Observation]:
        """The records of a row; most figures are plain numbers below a statement made before."""
        known = self._statements[row.said.key, ""]
        for number, column in columns:
            cell = cells[number] if number < len(cells) else BLANK
            at = column.name + row.name
            if _is_bare(cell.value, cell.number_format):
                statement = known.get(column.said.key) or self._statement(row, column, "", at)
                stated = _plain(cast("float", cell.value), statement)
            else:
                stated = self._stated(cell, row, column, at)
            if stated is not None:
                yield self._record(cell, row, column, stated, at)

    def _record(self, cell: Cell, row: Side, column: Side, stated: Stated, at: str) -> Observation:
        statement, value, status, doubts = stated
        place = row.place or column.place or self._place
        if place is None or place.code is None:
            place, about_place = self._asking.place(place, at)
            doubts += about_place
        if statement.assumed:
            self.assumed.add(at)
        names, counts, evidence = statement.names, statement.counts, column.evidence
        return tuple.__new__(
            Observation,
            (
                *(self._sheet.name, at, *names, place.text, place.code, *counts, value, status),
                *(cell.raw, bool(doubts), doubts, Evidence(evidence, row.evidence, row.name)),
            ),
        )

    def _stated(self, cell: Cell, row: Side, column: Side, at: str) -> Stated | None:
        """None for a blank cell that lacks nothing."""
        figure = figure_of(cell, self._knows_unit)
        statement, figure = self._understood(figure, row, column, at)
        if figure.value is None and not statement.belongs:
            return None
        status = figure.status if figure.status != "A" else statement.status or "A"
        doubts = _about(statement, figure) + self._asking.figure(figure, cell, at)
        return Stated(statement, figure.value, status, doubts)

    def _understood(
        self, figure: Figure, row: Side, column: Side, at: str
    ) -> tuple[Statement, Figure]:
        """1.2倍 of growth is 120 %; 100.5 below 同比 of a price index is the index."""
        statement = self._statement(row, column, figure.unit, at)
        if figure.value is None or statement.transformation not in _GROWTH:
            return statement, figure
        if figure.unit == _TIMES:
            percent = float(Decimal(str(figure.value)) * 100)
            return self._statement(row, column, "%", at), figure._replace(value=percent, unit="%")
        return _index_if_large(statement, figure.value), figure

    def _statement(self, row: Side, column: Side, unit: str, at: str) -> Statement:
        known, key = self._statements[row.said.key, unit], column.said.key
        found = known.get(key)
        if found is None:
            found = known[key] = self._stating.of(row.said, column.said, unit)
            if not found.is_clear:
                self._asking.statement(found, at)
        return found


def _is_bare(value: Value, printed: str) -> bool:
    """A stored number of which its format says no more."""
    bare = value.__class__ is float and "%" not in printed and '"' not in printed
    return bare and -_ANY < value < _ANY


def _plain(value: float, statement: Statement) -> Stated:
    stated = statement if statement.index is None else _index_if_large(statement, value)
    return Stated(stated, value, stated.status or "A", stated.doubts)


def _index_if_large(statement: Statement, value: float) -> Statement:
    if statement.index is None or value <= NO_GROWTH_OF_PRICES:
        return statement
    return statement.index


def figure_of(cell: Cell, knows_unit: Callable[[str], bool]) -> Figure:
    """The figure of a cell; a number's format may print its unit: `0.00"亿元"`."""
    figure = read_value(cell)
    if '"' not in cell.number_format or figure.unit:
        return figure
    quoted = _QUOTED.search(cell.number_format)
    known = quoted is not None and knows_unit(quoted[1])
    return figure._replace(unit=quoted[1]) if quoted and known else figure


def _about(statement: Statement, figure: Figure) -> tuple[str, ...]:
    """The doubts of a statement; that nothing stands at an odd month is as it should be."""
    if figure.value is None and reasons.ODD_MONTH in statement.doubts:
        return tuple(doubt for doubt in statement.doubts if doubt != reasons.ODD_MONTH)
    return statement.doubts
