"""Reading a workbook sheet by sheet: tables, what is said about them, records, questions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from cockpit.catalog import Catalog
from cockpit.observation import Observation
from cockpit.reading import Reading
from loaders.differences import told_apart
from loaders.filename import stem_of
from loaders.grid import Cell, Sheet, Workbook, address, letters
from loaders.heading.cells import LONGEST
from loaders.issues import Issues
from loaders.knowledge import knowledge_of
from loaders.long.body import body_of
from loaders.long.plan import plan_of
from loaders.long.reading import records_of
from loaders.publisher import Publisher
from loaders.recorder import Recorder
from loaders.report import Report, Reports
from loaders.sums import settled
from loaders.tables.find import Found, Table
from loaders.tables.kinds import Kinds
from loaders.tables.naming import Naming
from loaders.tables.reader import Block, TableReader
from loaders.tables.wordings import is_form_matter, is_source_line
from loaders.titles import Line, Titles

_PROSE = re.compile("[，。；,;]")

_Group = tuple[list[Observation], Collection[str]]
"""The records of a table, and the cells of which nobody says whether they are cumulative."""


class WorkbookReader:
    """Reads one workbook of one publisher."""

    def __init__(self, file: str, catalog: Catalog, publisher: Publisher) -> None:
        self._file = file
        self._publisher = publisher
        self._known = knowledge_of(catalog, publisher.id)
        self._issues = Issues()
        self._cover: list[Line] = []
        self._background: list[Line] = []
        self._before = _Before()
        self._background = []
        self._titles = Titles(self._known)
        self._reports = Reports(self._known, self._titles)
        speak, lists = self._titles.section, publisher.lists_series
        self._naming = Naming.of(self._known, speak, lists_series=lists)

    def read(self, workbook: Workbook) -> Reading:
        """Every record of every shown sheet, and what there is to ask about them."""
        self._issues.add(workbook.issues)
        self._cover = []
        self._before = _Before()
        sheets = [sheet for sheet in workbook.sheets if sheet.rows]
        found = [self._sheet(sheet) for sheet in self._worth_reading(sheets)]
        records = found[0] if len(found) == 1 else tuple(chain.from_iterable(found))
        return Reading(self._file, self._publisher.id, records, self._issues.all())

    def _worth_reading(self, sheets: list[Sheet]) -> Iterator[Sheet]:
        """Sheets that are shown and repeat no earlier one (pages carry a copy for telephones)."""
        seen: set[object] = set()
        for sheet in sheets:
            content = _content(sheet) if len(sheets) > 1 else None
            if sheet.hidden:
                self._hidden(sheet, "工作表", "sheet", sheet.name)
            elif content in seen:
                self._issues.ask("P23", (sheet.name, None), sheet.name, found=sheet.name)
            else:
                seen.add(content)
                yield sheet

    def _sheet(self, sheet: Sheet) -> Sequence[Observation]:
        self._ask_about_hidden(sheet)
        body = body_of(sheet)
        plan = plan_of(body, self._scouted, self._known) if body else None
        if plan is not None:
            return records_of(plan, *self._read(plan.kinds())[0])
        rows = tuple(sheet.rows)
        groups = self._read(Kinds.of(sheet if rows is sheet.rows else replace(sheet, rows=rows)))
        return tuple(chain.from_iterable(told_apart(settled(*group)) for group in groups))

    def _read(self, kinds: Kinds) -> list[_Group]:
        """The records of every table, and what there is to ask."""
        found = TableReader(kinds, self._naming).find()
        if not found.tables:
            self._cover += self._lines(kinds, range(len(kinds.rows)))
        groups: list[_Group] = []
        first: list[Line] = []
        for table, titles, first in self._titled(kinds, found):
            groups += self._table(kinds, table, [titles, first], found)
        self._before = _Before.of(kinds, found, first)
        self._background = self._background or first
        self._ask_about_notes(kinds, found)
        self._ask_about_comments(kinds.sheet)
        return groups

    def _titled(self, kinds: Kinds, found: Found) -> Iterator[tuple[Table, list[Line], list[Line]]]:
        """Tables with the lines above each, and those above the sheet's first."""
        first = self._before.lines_for(kinds, found)
        for table in found.tables:
            titles = self._lines(kinds, table.titles)
            first = first or titles
            yield table, titles, first

    def _scouted(self, kinds: Kinds) -> tuple[Report, Block] | None:
        """What the headings of a sheet's only table say, and nothing asked yet."""
        found = TableReader(kinds, self._naming).find()
        if len(found.tables) != 1:
            return None
        ((table, *above),) = self._titled(kinds, found)
        return self._blocked(kinds, table, above, found)

    def _blocked(
        self, kinds: Kinds, table: Table, above: list[list[Line]], found: Found
    ) -> tuple[Report, Block]:
        report = self._report(kinds, above, found)
        place = report.facets.place
        block = TableReader(kinds, self._naming).block(table, place.code if place else None)
        return report, block

    def _table(
        self, kinds: Kinds, table: Table, above: list[list[Line]], found: Found
    ) -> Iterator[_Group]:
        report, block = self._blocked(kinds, table, above, found)
        for grid in block.grids:
            if len(block.grids) > 1:
                own = self._lines(kinds, table.titles, range(grid.half.left, grid.half.right + 1))
                report = self._report(kinds, [own, *above], found)
            about = report.over(grid.columns.values())
            recorder = Recorder(self._known, self._issues, about, kinds.sheet, grid)
            yield recorder.records(), recorder.assumed
        if block.loose:
            self._ask_about_loose(kinds.sheet, block.loose)

    def _report(self, kinds: Kinds, above: list[list[Line]], found: Found) -> Report:
        sheet = kinds.sheet
        caption = [(line, "caption") for line in sheet.caption.splitlines() if _is_title(line)]
        below = [] if any(above) or caption else self._lines(kinds, found.after)
        around = [(sheet.name, "sheet")], self._cover, [(stem_of(self._file), "file")]
        sources = [*above, caption, below, *around]
        notes = self._lines(kinds, [*found.notes, *found.after])
        report = self._reports.report(sources, self._background, notes)
        lines = (*chain(*above), *caption, *self._lines(kinds, found.notes))
        return self._publisher.adds(report, [text for text, _ in lines])

    def _lines(self, kinds: Kinds, rows: Sequence[int], columns: range | None = None) -> list[Line]:
        places = [
            (row, column)
            for row in rows
            for column in kinds.written(row)
            if columns is None or column in columns
        ]
        lines = [(_printed(kinds.sheet.cell(*at)), address(*at)) for at in places]
        return [(text, at) for text, at in lines if not is_form_matter(text)]

    def _ask_about_loose(self, sheet: Sheet, loose: Sequence[tuple[int, int]]) -> None:
        first = min(loose)
        last = (max(row for row, _ in loose), max(column for _, column in loose))
        found = f"{address(*first)}:{address(*last)}"
        self._issues.ask("P26", (sheet.name, address(*first)), (sheet.name, found), found=found)

    def _ask_about_notes(self, kinds: Kinds, found: Found) -> None:
        for at, text in ((at, text) for text, at in self._lines(kinds, found.notes)):
            if not is_source_line(text):
                place = (kinds.sheet.name, at)
                self._issues.ask("P14", place, place, found=text.strip())

    def _ask_about_comments(self, sheet: Sheet) -> None:
        for row, column, text in sheet.comments:
            place = (sheet.name, address(row, column))
            self._issues.ask("P14", place, place, found=text.strip()[:LONGEST])

    def _ask_about_hidden(self, sheet: Sheet) -> None:
        rows = [row for row in sorted(sheet.hidden_rows) if row < len(sheet.rows)]
        if rows:
            self._hidden(sheet, "行", "rows", ", ".join(str(row + 1) for row in rows))
        columns = [c for c in sorted(sheet.hidden_columns) if c < sheet.width]
        if columns:
            self._hidden(sheet, "列", "columns", ", ".join(map(letters, columns)))

    def _hidden(self, sheet: Sheet, zh: str, en: str, found: str) -> None:
        at = (sheet.name, None)
        self._issues.ask("P18", at, (sheet.name, zh), what=zh, what_en=en, found=found)


def _printed(cell: Cell) -> str:
    """A line's text; a date stands for its month, unless it is a day of release."""
    if not isinstance(cell.value, date):
        return cell.raw[:LONGEST]
    return f"{cell.value.year}年{cell.value.month}月" if cell.value.day == 1 else ""


@dataclass(frozen=True, slots=True)
class _Before:
    """The sheet before: a sheet without titles under the same header continues its table."""

    header: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()

    @classmethod
    def of(cls, kinds: Kinds, found: Found, lines: Sequence[Line]) -> _Before:
        """What the next sheet may take over."""
        return cls(_header(kinds, found), tuple(lines))

    def lines_for(self, kinds: Kinds, found: Found) -> list[Line]:
        """The titles that hold for a sheet that has none of its own."""
        same = bool(self.header) and _header(kinds, found) == self.header
        return list(self.lines) if same and not found.tables[0].titles else []


def _header(kinds: Kinds, found: Found) -> tuple[str, ...]:
    rows = found.tables[0].header if found.tables else []
    return tuple(kinds.sheet.cell(row, c).raw.strip() for row in rows for c in kinds.written(row))


def _is_title(line: str) -> bool:
    """A line of a page that names a table; prose has commas and full stops."""
    return not _PROSE.search(line)


def _content(sheet: Sheet) -> object:
    """What makes a sheet the copy of another: its figures, and the line directly above them."""
    nearest = sheet.caption.partition("\n")[0]
    return (nearest, tuple(tuple(cell.raw for cell in row) for row in sheet.rows))
