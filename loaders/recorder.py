"""From a cell with its statement and its region to the record of the public contract."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property, reduce
from typing import NamedTuple

from cockpit.evidence import Evidence, Pairs
from cockpit.observation import Observation
from loaders import reasons
from loaders.claims import Said
from loaders.facets import NOTHING, Facets
from loaders.grid import BLANK, Cell, Sheet, letters
from loaders.issues import Issues
from loaders.knowledge import Knowledge
from loaders.places import PlaceName
from loaders.report import Report
from loaders.statement import Statement, Stating
from loaders.tables.named import Parts
from loaders.tables.reader import Grid
from loaders.values import Figure, read_value

_ASKED = {
    reasons.NO_PERIOD: "P06",
    reasons.OPEN_PERIOD: "P07",
    reasons.NO_INDICATOR: "P19",
    reasons.ASSUMED_UNIT: "P21",
    reasons.NO_UNIT: "P08",
}


_OTHER_SIGN = re.compile(r"[-−－–▼▽↓↑]\s*\d")
_QUOTED = re.compile(r'"([^"]+)"')
_GROWTH = frozenset({"yoy", "mom"})
_TIMES = "倍"
NO_GROWTH_OF_PRICES = 50
"""A figure above this, printed as growth of prices, is an index."""


class Side(NamedTuple):
    """A row or a column: its number or letters, what it says, and its region."""

    name: str
    said: Said
    place: PlaceName | None
    evidence: Pairs


class Recorder:
    """Writes the records of one table, and asks about what is not certain."""

    def __init__(self, known: Knowledge, issues: Issues, report: Report, sheet: Sheet) -> None:
        self._stating = Stating(known, report)
        self._places = known.places
        self._knows_unit = known.units.knows
        self._number = known.number
        self._issues = issues
        self._report = report
        self._sheet = sheet
        self._joined: dict[tuple[int, ...], Said] = {}
        self._statements: dict[tuple[int, int, int, int, str], Statement] = {}
        self.assumed: set[str] = set()
        """Cells of which nobody says whether they are cumulative."""

    def records(self, grid: Grid) -> Iterator[Observation]:
        """The record of every cell where a row and a column cross and something belongs."""
        columns = [(c, self._column(c, facets)) for c, facets in grid.columns.items()]
        for row, parts in grid.rows.items():
            side = self._row(row, parts)
            cells = self._sheet.rows[row]
            for column, other in columns:
                cell = cells[column] if column < len(cells) else BLANK
                record = self._record(cell, side, other)
                if record is not None:
                    yield record

    def _column(self, column: int, facets: Facets) -> Side:
        around = self._report.facets.evidence + facets.evidence
        return Side(letters(column), self._said(facets), facets.place, around)

    def _row(self, row: int, parts: Parts) -> Side:
        """A long table repeats its names: each combination is joined once, regions apart."""
        region: Facets | None = None
        others: list[Facets] = []
        for part in parts:
            if part.place is not None:
                region = part
            if part is not NOTHING and not part.is_region:
                others.append(part)
        said = self._together(others)
        evidence = said.facets.evidence
        if region is None:
            return Side(str(row + 1), said, None, evidence)
        return Side(str(row + 1), said, region.place, evidence + region.evidence)

    def _together(self, parts: Sequence[Facets]) -> Said:
        ids = tuple(map(id, parts))
        found = self._joined.get(ids)
        if found is None:
            found = self._joined[ids] = self._said(reduce(Facets.under, parts, NOTHING))
        return found

    def _said(self, facets: Facets) -> Said:
        return Said(facets, self._number(_what(facets)), self._number(_when(facets)))

    def _record(self, cell: Cell, row: Side, column: Side) -> Observation | None:
        at = column.name + row.name
        figure = figure_of(cell, self._knows_unit)
        statement, figure = self._understood(figure, row, column, at)
        if figure.value is None and not statement.belongs:
            return None
        place, doubts = self._place(row.place or column.place or self._report.facets.place, at)
        doubts = _about(statement, figure) + doubts + self._about_figure(figure, cell, at)
        sense = statement.sense
        if statement.assumed:
            self.assumed.add(at)
        return Observation._make(
            (
                self._sheet.name,
                at,
                sense.label,
                sense.parents,
                sense.indicator,
                place.text,
                place.code,
                sense.breakdown,
                statement.freq,
                statement.time_period,
                statement.accumulation,
                statement.transformation,
                statement.unit,
                figure.value,
                figure.status if figure.status != "A" else statement.status or "A",
                cell.raw,
                bool(doubts),
                doubts,
                Evidence(column.evidence, row.evidence, row.name),
            )
        )

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
        if statement.index and figure.value > NO_GROWTH_OF_PRICES:
            return statement.index, figure
        return statement, figure

    def _statement(self, row: Side, column: Side, unit: str, at: str) -> Statement:
        one, other = row.said, column.said
        key = (one.what, one.when, other.what, other.when, unit)
        found = self._statements.get(key)
        if found is None:
            found = self._statements[key] = self._stating.of(one, other, unit)
            self._ask(found, at)
        return found

    def _ask(self, statement: Statement, at: str) -> None:
        """One question for each doubt that a rule describes, where it first shows."""
        sense = statement.sense
        place = (self._sheet.name, at)
        for reason in statement.doubts:
            if rule := _ASKED.get(reason):
                about = {"label": sense.label, "expected": statement.unit, "found": at}
                self._issues.ask(rule, place, (reason, sense.label), **about)
        if statement.unit and not self._knows_unit(statement.unit):
            self._issues.ask("P24", place, statement.unit, found=statement.unit)
        if sense.indicator is None and sense.label:
            self._issues.ask("P02", place, sense.label, found=sense.label)

    def _place(self, place: PlaceName | None, at: str) -> tuple[PlaceName, tuple[str, ...]]:
        """A region with what is doubtful about it; a part without a code is none to ask about."""
        if place is None:
            self._issues.ask("P20", (self._sheet.name, None), self._sheet.name)
            return PlaceName("", None), (reasons.NO_REGION,)
        if place.code is None and not self._places.is_other(place.text):
            self._issues.ask("P04", (self._sheet.name, at), place.text, found=place.text)
            return place, (reasons.UNKNOWN_REGION,)
        return place, ()

    def _about_writing(self, figure: Figure) -> tuple[str, ...]:
        """A triangle is a minus without doubt where no figure of the sheet has another minus."""
        if not figure.doubt or (figure.doubt == "triangle" and not self._has_other_signs):
            return ()
        return (reasons.WRITTEN[figure.doubt],)

    @cached_property
    def _has_other_signs(self) -> bool:
        texts = (cell.raw.strip() for row in self._sheet.rows for cell in row)
        return any(_OTHER_SIGN.match(text) for text in texts)

    def _about_figure(self, figure: Figure, cell: Cell, at: str) -> tuple[str, ...]:
        if figure.rule is None:
            return self._about_writing(figure)
        self._issues.ask(figure.rule, (self._sheet.name, at), at, found=cell.raw or at)
        return (reasons.NO_FIGURE,)


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


def _what(facets: Facets) -> tuple[object, ...]:
    """What facets say, wherever it stands, and of whichever region and period."""
    return (
        facets.names,
        facets.label,
        facets.beside,
        facets.measure,
        facets.unit,
        facets.status,
        facets.doubts,
    )


def _when(facets: Facets) -> tuple[object, ...]:
    return facets.time, facets.part, facets.relative, facets.freq
