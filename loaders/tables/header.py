"""From the rows of a header to the headings above each column, merged or left blank."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import dropwhile

from loaders.heading.cells import printed
from loaders.tables.bases import on_each_base
from loaders.tables.find import Table
from loaders.tables.kinds import COVERED, Kinds
from loaders.tables.lines import are_column_numbers, heads_months
from loaders.tables.naming import Naming
from loaders.tables.paths import Paths, Piece
from loaders.tables.roles import Role, role_of
from loaders.tables.words import header_words
from loaders.written import BLANK

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORDS = re.compile(r"[A-Za-z][A-Za-z\s.,'&-]{2,}")
_TWO_LANGUAGES = re.compile(r"[\u3400-\u9fff][^\n]*\n\s*[A-Z][a-z]{2,}")
_BRACKET = re.compile(r"\s*[(（][^()（）]+[)）]$")
_LATIN_WORD = re.compile(r"[A-Za-z]{2}")
_WIDEST = 400
"""Cells of a header that may come again as it is."""


def paths_of(kinds: Kinds, table: Table, naming: Naming) -> Paths:
    """The headings above each column; a header that came before is read no more."""
    if kinds.width * len(table.header) > _WIDEST:
        return _Header(kinds, table, naming.is_known).paths()
    headers = naming.experience.headers
    words = header_words(kinds, table)
    found = headers.get(words)
    if found is None:
        found = _Header(kinds, table, naming.is_known).paths()
        if not words.are_long:
            headers.keep(words, found)
    return found


class _Header:
    """The rows of one header."""

    def __init__(self, kinds: Kinds, table: Table, is_known: Callable[[str], bool]) -> None:
        """`is_known` tells whether Latin words are an indicator's name (`GDP`), no translation."""
        self._kinds = kinds
        self._table = table
        self._is_known = is_known

    def paths(self) -> Paths:
        """The headings of every column."""
        pieces = [self._pieces(column) for column in range(self._kinds.width)]
        cells = {
            piece: self._kinds.sheet.cell(piece.row, piece.column)
            for path in pieces
            for piece in path
        }
        return Paths(pieces, cells, self._frequencies())

    def _pieces(self, column: int) -> tuple[Piece, ...]:
        """The headings of a column with their places; each merged one once."""
        found: list[Piece] = []
        for line in self._lines:
            piece = line[column]
            if piece and piece not in found:
                found.append(piece)
        if any(_CHINESE.search(piece.text) for piece in found):
            found = [piece for piece in found if not self._translates(piece, found)]
        return on_each_base(found)

    def _translates(self, piece: Piece, path: Sequence[Piece]) -> bool:
        """Latin words in a bilingual header; a unit, or a name known below none, is none.

        `Cotton (ton)` below 棉花（吨） says no more than that, also of the unit.
        """
        text = piece.text
        if not self._is_bilingual or _CHINESE.search(text):
            return False
        above = [o.text for o in path if o.row < piece.row and _CHINESE.search(o.text)]
        if self._is_known(text) and not any(map(self._is_known, above)):
            return False
        if any(map(_BRACKET.search, above)):
            text = _BRACKET.sub("", text)
        return bool(_LATIN_WORDS.fullmatch(text.strip()))

    @cached_property
    def _is_bilingual(self) -> bool:
        """Some line of the header is a translation of the others, or some heading holds its own."""
        if len(self._lines) < len(self._spread):
            return True
        return any(self._is_in_two_languages(row) for row, _ in self._spread)

    def _is_in_two_languages(self, row: int) -> bool:
        """小麦 with Wheat in the line below it, in one cell."""
        return any(map(_TWO_LANGUAGES.search, (cell.raw for cell in self._kinds.sheet.rows[row])))

    @cached_property
    def _lines(self) -> list[list[Piece | None]]:
        lines = [line for _, line in self._spread]
        return [line for row, line in self._spread if not self._is_translation(row, line, lines)]

    @cached_property
    def _spread(self) -> list[tuple[int, list[Piece | None]]]:
        """Header rows with the heading of every column, also where one reaches over several."""
        apart = {self._frequency_row, *self._describing_rows}
        rows = [r for r in self._table.header if r not in apart and not self._is_numbering(r)]
        own = [[self._own(row, column) for column in range(self._kinds.width)] for row in rows]
        return [(row, self._spilled(number, own)) for number, row in enumerate(rows)]

    def _frequencies(self) -> list[str]:
        row, width = self._frequency_row, self._kinds.width
        if row is None:
            return [""] * width
        return [self._kinds.sheet.cell(row, column).raw.strip() for column in range(width)]

    @cached_property
    def _frequency_row(self) -> int | None:
        """The header row that the column of names calls 频度."""
        return next((row for row, role in self._first_roles if role == "freq"), None)

    @property
    def _describing_rows(self) -> list[int]:
        """Rows below the names of series that the column of names calls 来源 or 更新时间."""
        rows = dropwhile(lambda pair: pair[1] != "indicator", self._first_roles)
        return [row for row, role in rows if role in ("other", "detail")]

    @cached_property
    def _first_roles(self) -> list[tuple[int, Role | None]]:
        """Header rows with what their first cell announces."""
        return [(row, role_of(self._kinds.sheet.cell(row, 0).raw)) for row in self._table.header]

    def _is_numbering(self, row: int) -> bool:
        cells = self._kinds.sheet.rows[row]
        return are_column_numbers([cell.raw.strip() for cell in cells if not cell.is_blank])

    def _own(self, row: int, column: int) -> Piece | None:
        kind = self._kinds.rows[row][column]
        if kind == BLANK:
            return None
        top, left = self._kinds.sheet.anchor(row, column) if kind == COVERED else (row, column)
        text = printed(self._kinds.sheet.cell(top, left))
        if row in self._month_rows and text.isdecimal():
            text += "月"
        return Piece(text, top, left) if text else None

    @cached_property
    def _month_rows(self) -> frozenset[int]:
        return frozenset(row for row in self._table.header if heads_months(self._kinds, row))

    def _spilled(self, number: int, own: Sequence[Sequence[Piece | None]]) -> list[Piece | None]:
        """A heading over several columns that nobody merged reaches to the next one."""
        line: list[Piece | None] = []
        reaching: Piece | None = None
        for column, piece in enumerate(own[number]):
            if piece is not None:
                reaching = piece if self._reaches(number, column, piece, own) else None
            elif reaching and not self._is_under(number, column, reaching, own):
                reaching = None
            line.append(piece or reaching)
        return line

    def _reaches(
        self, number: int, column: int, piece: Piece, own: Sequence[Sequence[Piece | None]]
    ) -> bool:
        """It stands over figures, is merged over no columns, and does not name its column alone."""
        if column < self._table.first_value or piece in self._widely_merged:
            return False
        below = [line[column] for line in own[number + 1 :]]
        return not below or piece in below or any(below)

    def _is_under(
        self, number: int, column: int, piece: Piece, own: Sequence[Sequence[Piece | None]]
    ) -> bool:
        above = any(line[column] is not None and line[column] is not piece for line in own[:number])
        same = not above or own[number - 1][column] is own[number - 1][piece.column]
        return same and any(line[column] is not None for line in own[number + 1 :])

    @cached_property
    def _widely_merged(self) -> frozenset[Piece]:
        """Headings that reach over several columns as far as they are meant to."""
        wide = (merge for merge in self._kinds.sheet.merges if merge.right > merge.left)
        tops = [(merge.top, merge.left) for merge in wide if merge.top in self._table.header]
        pieces = (self._own(*top) for top in tops)
        return frozenset(piece for piece in pieces if piece)

    def _is_translation(
        self, row: int, line: Sequence[Piece | None], lines: Sequence[Sequence[Piece | None]]
    ) -> bool:
        """A line of Latin words alone, where other lines are Chinese."""
        texts = [piece.text for piece in line if piece and piece.row == row]
        if not texts or not all(_LATIN_WORD.search(text) for text in texts):
            return False
        if any(_CHINESE.search(text) for text in texts) or all(map(self._is_known, texts)):
            return False
        return any(_CHINESE.search(piece.text) for other in lines for piece in other if piece)
