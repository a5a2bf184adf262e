"""Reading a workbook sheet by sheet: layout, words, records, questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cockpit.catalog import Catalog
from cockpit.observation import Observation
from cockpit.reading import Reading
from loaders.context import Titles, sheet_words
from loaders.filename import left_over, stem_of
from loaders.grid import Sheet, Workbook, letters
from loaders.issues import Issues
from loaders.meaning import Dictionary
from loaders.places import Places
from loaders.publisher import Publisher
from loaders.record import Recorder
from loaders.tables.blocks import Crossing, Layout, crossings, lay_out
from loaders.tables.notes import is_source_line
from loaders.values import read_value
from loaders.words import Words


class WorkbookReader:
    """Reads one workbook of one publisher."""

    def __init__(self, file: str, catalog: Catalog, publisher: Publisher) -> None:
        self._file = file
        self._publisher = publisher
        self._places = Places(catalog)
        self._dictionary = Dictionary(catalog, publisher.id)
        self._issues = Issues()
        self._recorder = Recorder(self._dictionary, self._issues, trusts_file=publisher.trusts_file)

    def read(self, workbook: Workbook) -> Reading:
        """Every record of every shown sheet, and what there is to ask about them."""
        self._issues.add(workbook.issues)
        sheets = [sheet for sheet in workbook.sheets if sheet.rows]
        records = [record for sheet in self._worth_reading(sheets) for record in self._sheet(sheet)]
        return Reading(self._file, self._publisher.id, tuple(records), self._issues.all())

    def _worth_reading(self, sheets: list[Sheet]) -> Iterator[Sheet]:
        """Sheets that are shown and repeat no earlier one (pages carry a copy for telephones)."""
        seen: set[object] = set()
        for sheet in sheets:
            content = (sheet.caption, tuple(tuple(c.raw for c in row) for row in sheet.rows))
            if sheet.hidden:
                self._hidden(sheet, "工作表", "sheet", sheet.name)
            elif content in seen:
                self._issues.ask("P23", (sheet.name, None), sheet.name, found=sheet.name)
            else:
                seen.add(content)
                yield sheet

    def _sheet(self, sheet: Sheet) -> Iterator[Observation]:
        layout = lay_out(sheet, self._places)
        self._issues.add(layout.issues)
        if not layout.blocks and _holds_figures(sheet):
            self._issues.ask("P26", (sheet.name, None), sheet.name, found=sheet.name)
        self._ask_about_hidden(sheet)
        fixed = self._fixed(sheet, layout)
        full = _full_names(layout)
        for block in layout.blocks:
            for crossing in crossings(sheet, block):
                record = self._recorder.record(self._complete(crossing, fixed, full))
                if record is not None:
                    yield record
        for at, note in layout.notes:
            if not is_source_line(note):
                self._issues.ask("P14", (sheet.name, at), (sheet.name, at), found=note)

    def _fixed(self, sheet: Sheet, layout: Layout) -> Words:
        titles = Titles.of(text for _, text in layout.titles)
        words = sheet_words(
            titles, sheet.name, self._file, self._places, self._dictionary.is_indicator
        )
        if words.indicator is None and (rest := left_over(stem_of(self._file))):
            words = words.under(Words(indicator=rest, named_in="file"))
        notes = tuple(note for _, note in layout.notes)
        return self._publisher.adds(words, replace(titles, free=titles.free + notes))

    def _complete(self, crossing: Crossing, fixed: Words, full: tuple[str, ...]) -> Crossing:
        words = fixed.under(crossing.words).dated()
        own = crossing.words.indicator
        if own and fixed.indicator and self._publisher.nests_title:
            words = replace(words, parents=(fixed.indicator, *words.parents))
        if own and self._dictionary.is_bare(own):
            longer = [name for name in full if name.startswith(own) and name != own]
            words = replace(words, reads_like=longer[0] if len(longer) == 1 else None)
        return replace(crossing, words=words)

    def _ask_about_hidden(self, sheet: Sheet) -> None:
        rows = [r for r in sorted(sheet.hidden_rows) if r < len(sheet.rows)]
        if rows:
            self._hidden(sheet, "行", "rows", ", ".join(str(row + 1) for row in rows))
        columns = [c for c in sorted(sheet.hidden_columns) if c < sheet.width]
        if columns:
            self._hidden(sheet, "列", "columns", ", ".join(map(letters, columns)))

    def _hidden(self, sheet: Sheet, zh: str, en: str, found: str) -> None:
        at = (sheet.name, None)
        self._issues.ask("P18", at, (sheet.name, zh), what=zh, what_en=en, found=found)


def _holds_figures(sheet: Sheet) -> bool:
    """Whether a row holds several figures; one alone may be a code or a year."""
    rows = ([read_value(cell).value is not None for cell in row] for row in sheet.rows)
    return any(sum(row) > 1 for row in rows)


def _full_names(layout: Layout) -> tuple[str, ...]:
    """Every indicator named in a sheet's tables."""
    axes = (axis for block in layout.blocks for axis in (block.rows, block.columns))
    names = (words.indicator for axis in axes for _, words in axis)
    return tuple(dict.fromkeys(name for name in names if name))
