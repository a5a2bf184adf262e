"""From a cell with its statement and its region to the record of the public contract."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from cockpit.evidence import Evidence
from cockpit.observation import Observation, Status
from loaders import reasons
from loaders.asking import Asking
from loaders.grid import Cell
from loaders.knowledge import Knowledge
from loaders.moulds import NO_GROWTH_OF_PRICES, Mould
from loaders.places import PlaceName
from loaders.sides import Side
from loaders.statement import Statement, Stating
from loaders.values import Figure, read_value

_QUOTED = re.compile(r'"([^"]+)"')
_GROWTH = frozenset({"yoy", "mom"})
_TIMES = "倍"


class Crossings:
    """Writes the records of one table, cell by cell, and asks about what is not certain."""

    def __init__(
        self,
        known: Knowledge,
        stating: Stating,
        asking: Asking,
        place: PlaceName | None,
        sheet: str,
    ) -> None:
        self._stating = stating
        self._asking = asking
        self._knows_unit = known.units.knows
        self._place = place
        self._sheet = sheet
        self._statements: defaultdict[tuple[int, str], dict[int, Statement]] = defaultdict(dict)
        self.assumed: set[str] = set()
        """Cells of which nobody says whether they are cumulative."""

    def across(
        self,
        row: Side,
        columns: Sequence[Side],
        cells: Sequence[Cell],
        values: Sequence[float | None],
    ) -> Iterator[Observation]:
        """The records of a row; `values` are those of the cells that hold plain numbers."""
        known = self._statements[row.said.key, ""]
        for column, cell, value in zip(columns, cells, values, strict=True):
            at = column.name + row.name
            if value is not None:
                stated = known.get(column.said.key) or self._statement(row, column, "", at)
                yield self._record(cell, row, column, at, _index_if_large(stated, value), value)
            elif (found := self._written(cell, row, column, at)) is not None:
                yield found

    def mould(self, row: Side, columns: Sequence[Side]) -> Mould | None:
        """What plain numbers in a row are; None where their region is not known."""
        places = [row.place or column.place or self._place for column in columns]
        areas = [(place.text, place.code) for place in places if place and place.code]
        if not areas or len(areas) < len(columns):
            return None
        known = self._statements[row.said.key, ""]
        ats = [column.name + row.name for column in columns]
        stated = [
            known.get(column.said.key) or self._statement(row, column, "", at)
            for column, at in zip(columns, ats, strict=True)
        ]
        evidence = [Evidence(column.evidence, row.evidence, row.name) for column in columns]
        return Mould.of(ats, areas, stated, evidence)

    def _record(
        self,
        cell: Cell,
        row: Side,
        column: Side,
        at: str,
        stated: Statement,
        value: float | None,
        status: Status | None = None,
        doubts: tuple[str, ...] = (),
    ) -> Observation:
        manner, when, _ = stated
        label, parents, indicator, parts, freq, kind, measure, unit, own, known, *_ = manner
        doubts = known + doubts if doubts else known
        place = row.place or column.place or self._place
        if place is None or place.code is None:
            place, about_place = self._asking.place(place, at)
            doubts += about_place
        if manner.assumed:
            self.assumed.add(at)
        evidence = Evidence(column.evidence, row.evidence, row.name)
        return tuple.__new__(Observation, (
            self._sheet, at, label, parents, indicator, place.text, place.code, parts,
            freq, when, kind, measure, unit, value, status or own, cell.raw,
            bool(doubts), doubts, evidence,
        ))  # fmt: skip

    def _written(self, cell: Cell, row: Side, column: Side, at: str) -> Observation | None:
        """The record of a cell that says more than a number; a blank may lack nothing."""
        figure = figure_of(cell, self._knows_unit)
        stated, figure = self._understood(figure, row, column, at)
        if figure.value is None:
            if not stated[0].belongs:
                return None
            stated = _without_odd_month(stated)
        status = figure.status if figure.status != "A" else None
        doubts = self._asking.figure(figure, cell, at)
        return self._record(cell, row, column, at, stated, figure.value, status, doubts)

    def _understood(
        self, figure: Figure, row: Side, column: Side, at: str
    ) -> tuple[Statement, Figure]:
        """1.2倍 of growth is 120 %; 100.5 below 同比 of a price index is the index."""
        stated = self._statement(row, column, figure.unit, at)
        if figure.value is None or stated[0].transformation not in _GROWTH:
            return stated, figure
        if figure.unit == _TIMES:
            percent = float(Decimal(str(figure.value)) * 100)
            return self._statement(row, column, "%", at), figure._replace(value=percent, unit="%")
        return _index_if_large(stated, figure.value), figure

    def _statement(self, row: Side, column: Side, unit: str, at: str) -> Statement:
        known, key = self._statements[row.said.key, unit], column.said.key
        found = known.get(key)
        if found is None:
            found = known[key] = self._stating.of(row.said, column.said, unit)
            if not found[0].is_clear:
                self._asking.stated(*found[:2], at)
        return found


def _index_if_large(stated: Statement, value: float) -> Statement:
    index = stated[0].as_index
    return stated if index is None or value <= NO_GROWTH_OF_PRICES else (index, *stated[1:])


def figure_of(cell: Cell, knows_unit: Callable[[str], bool]) -> Figure:
    """The figure of a cell; a number's format may print its unit: `0.00"亿元"`."""
    figure = read_value(cell)
    if '"' not in cell.number_format or figure.unit:
        return figure
    quoted = _QUOTED.search(cell.number_format)
    known = quoted is not None and knows_unit(quoted[1])
    return figure._replace(unit=quoted[1]) if quoted and known else figure


def _without_odd_month(stated: Statement) -> Statement:
    """That nothing stands at an odd month is as it should be."""
    manner, when, pace = stated
    if reasons.ODD_MONTH not in manner.doubts:
        return stated
    doubts = tuple(doubt for doubt in manner.doubts if doubt != reasons.ODD_MONTH)
    return manner._replace(doubts=doubts), when, pace
