"""Finding the tables of a sheet: header rows, rows of figures, and the lines above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.tables.kinds import COVERED, NOT_WRITTEN, Kinds
from loaders.tables.lines import Line, lines_of
from loaders.tables.roles import STARTERS, Role, role_of
from loaders.written import BLANK, FIGURE, MARKER, TEXT, YEAR

_WIDEST_GAP = 6
"""Blank rows that a header may hold: yearbooks set its lines far apart."""
_TWO = 2
_CONTINUED = re.compile(
    r"续|continued|第\s*\d+\s*页|^\s*[(（]?(?:计量)?单位\s*[:：]", re.IGNORECASE
)
_NUMBERS = frozenset((FIGURE, MARKER, YEAR))


def _is_alike(before: str, kind: str) -> bool:
    """Whether a cell could continue the column of the cell above it."""
    return BLANK in (before, kind) or (before in _NUMBERS) == (kind in _NUMBERS)


@dataclass(slots=True)
class Table:
    """Rows of one table; `titles` stand above it, `sections` are words between its figures."""

    titles: list[int] = field(default_factory=list)
    header: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    sections: set[int] = field(default_factory=set)
    first_value: int = 0

    @property
    def top(self) -> int:
        """Its first row."""
        return (self.header or self.body)[0]


@dataclass(slots=True)
class Found:
    """The tables of a sheet and the rows that hold notes and titles."""

    tables: list[Table] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    after: list[int] = field(default_factory=list)
    """Lines of words below the last figures."""


def find_tables(kinds: Kinds) -> Found:
    """Every table of a sheet, top to bottom."""
    lines = lines_of(kinds)
    search = _Search(kinds, lines)
    search.walk()
    after = search.end()
    return Found(search.tables, search.notes, lines, after)


class _Search:
    """Walks down a sheet; rows without figures wait until it is known what follows them."""

    def __init__(self, kinds: Kinds, lines: Sequence[Line]) -> None:
        self._kinds = kinds
        self._lines = lines
        self._waiting: list[int] = []
        self.tables: list[Table] = []
        self.notes: list[int] = []

    def walk(self) -> None:
        """Look at every row in turn."""
        body, head, blank = Line.BODY, Line.HEAD, Line.BLANK
        for row, line in enumerate(self._lines):
            if line is blank:
                continue
            if line is body and not self._waiting and self.tables:
                self.tables[-1].body.append(row)
            elif line is body or (line is head and self._is_body_of_open(row)):
                self._body(row)
            elif line is Line.NOTE:
                self.notes.append(row)
            elif line is not Line.NUMBERS:
                self._waiting.append(row)

    def end(self) -> list[int]:
        """Names that follow the last figures, up to the first note, belong to their table still."""
        if self.tables:
            last = self.tables[-1].body[-1]
            note = min((row for row in self.notes if row > last), default=len(self._lines))
            self._waiting = [row for row in self._waiting if row < note]
            self._continue(self.tables[-1])
        return [row for row in self._waiting if self._lines[row] is Line.LONE]

    def _is_body_of_open(self, row: int) -> bool:
        """Numbers that could be years stand in the open table's columns of figures, named alike."""
        own = self._kinds.rows[row]
        if not self.tables or YEAR not in own or self._waiting:
            return False
        table = self.tables[-1]
        first = self._kinds.sheet.cell(row, self._kinds.written(row)[0]).raw
        if self._repeats(table, [row]) or role_of(first):
            return False
        before = self._kinds.rows[table.body[-1]]
        return all(map(_is_alike, before, own)) and own[: table.first_value].strip() != ""

    def _body(self, row: int) -> None:
        if self.tables and not self._begins_anew(row):
            self._continue(self.tables[-1])
        else:
            self.tables.append(self._begin(row))
        self.tables[-1].body.append(row)
        self._waiting = []

    def _begins_anew(self, below: int) -> bool:
        """Whether the rows since the last figures hold a header of another table."""
        table = self.tables[-1]
        first = table.first_value
        heads = [
            row
            for row in self._waiting
            if (self._is_head(row, first) or self._heads_narrower(row, below, first))
            and not self._heads_halves(row, table.header)
        ]
        if not heads:
            return False
        return not self._repeats(table, heads) or any(map(self._says_more, self._waiting))

    def _says_more(self, row: int) -> bool:
        """A line above a repeated header that is no mere 续表 begins another table."""
        if self._lines[row] not in (Line.LONE, Line.OFFICE):
            return False
        text = "".join(cell.raw for cell in self._kinds.sheet.rows[row])
        return not _CONTINUED.search(text)

    def _is_head(self, row: int, first_value: int) -> bool:
        own = self._kinds.rows[row]
        if self._lines[row] is not Line.HEAD:
            return False
        return not NOT_WRITTEN.issuperset(own[first_value:])

    def _heads_halves(self, row: int, header: Sequence[int]) -> bool:
        """二、投资 and 四、金融 side by side, above names of the two halves of a table."""
        written = self._kinds.written(row)
        if len(written) < _TWO or any(self._announces(row, column) for column in written):
            return False
        places = ((head, column) for head in header for column in self._kinds.written(head))
        return {c for head, c in places if self._announces(head, c) in STARTERS}.issuperset(written)

    def _heads_narrower(self, row: int, below: int, first_value: int) -> bool:
        """A header of fewer columns: its figures stand where the table above them has words."""
        first = self._first_in(below)
        if not 0 < first < first_value or FIGURE not in self._kinds.rows[below][first:first_value]:
            return False
        named = self._kinds.written(row)[:1]
        return any(self._announces(row, c) for c in named) and self._is_head(row, first)

    def _repeats(self, table: Table, heads: Sequence[int]) -> bool:
        """A header printed once more at a page's top."""
        known = {self._texts(row) for row in table.header}
        return all(self._texts(row) in known for row in heads)

    def _texts(self, row: int) -> tuple[str, ...]:
        return tuple("".join(cell.raw.split()) for cell in self._kinds.sheet.rows[row])

    def _continue(self, table: Table) -> None:
        """Rows of words within a table head the rows below them; a repeated line above does not."""
        if not self._waiting:
            return
        known = {self._texts(row) for row in table.header}
        above = {text for row in table.titles for text in self._texts(row)}
        sections = [
            row
            for row in self._waiting
            if self._texts(row) not in known and not above.issuperset(self._texts(row))
        ]
        table.body += sections
        table.sections.update(sections)

    def _begin(self, row: int) -> Table:
        first = self._first_value(row)
        heads: list[int] = []
        for r in self._waiting:
            if self._is_head(r, first) and not self._heads_halves(r, heads):
                heads.append(r)
        if not heads:
            return Table(titles=list(self._waiting), first_value=first)
        header = [*self._connected(heads, max(self._kinds.rows[row].find(TEXT), 0))]
        header += self._below(header[-1], first)
        sections = [r for r in self._waiting if r > header[-1]]
        titles = [r for r in self._waiting if r < header[0]]
        inner = [r for r in self._waiting if header[0] < r < header[-1] and r not in header]
        header = sorted(header + inner)
        return Table(titles, header, list(sections), set(sections), first)

    def _below(self, last: int, first: int) -> list[int]:
        """Lines of one word that stand over a column of figures: 其中 below a heading."""
        lone = [row for row in self._waiting if row > last and self._lines[row] is Line.LONE]
        return [row for row in lone if self._kinds.written(row)[0] >= first > 0]

    def _connected(self, heads: Sequence[int], names: int) -> Iterator[int]:
        """The last header rows that nothing but blank rows and rows of names part.

        `names` is the first column of words in the rows of figures.
        """
        header = [heads[-1]]
        for row in reversed(heads[:-1]):
            between = range(row + 1, header[0])
            if len(between) > _WIDEST_GAP or any(self._parts(r) for r in between):
                break
            if self._is_title_of(row, header, names):
                break
            header.insert(0, row)
        return iter(header)

    def _is_title_of(self, row: int, header: Sequence[int], names: int) -> bool:
        """A title beside a date stands where the rows below already name the first column."""
        if self._kinds.rows[row][names] != TEXT or self._announces(row, names):
            return False
        named = [below for below in header if self._kinds.rows[below][names] == TEXT]
        return any(self._announces(below, names) not in ("unit", "freq") for below in named)

    def _announces(self, row: int, column: int) -> Role | None:
        return role_of(self._kinds.sheet.cell(row, column).raw)

    def _parts(self, row: int) -> bool:
        """A line of text between two rows parts them, unless it is a heading over some columns."""
        return self._lines[row] in (Line.OFFICE, Line.NOTE, Line.BODY) or (
            self._lines[row] is Line.LONE and self._kinds.written(row)[0] == 0
        )

    def _first_value(self, row: int) -> int:
        """The first column of figures: the first right of words, in this row or soon."""
        found = [self._first_in(r) for r in range(row, min(row + 4, len(self._lines)))]
        named = [first for first in found if first > 0]
        return min(named) if named else 0

    def _first_in(self, row: int) -> int:
        own = self._kinds.rows[row]
        words = next((c for c, kind in enumerate(own) if kind in (TEXT, COVERED)), None)
        if self._lines[row] is not Line.BODY:
            return 0
        if words is None:
            return 1 if own[:1] == YEAR else 0
        return next((c for c, kind in enumerate(own) if c > words and kind in _NUMBERS), 0)
