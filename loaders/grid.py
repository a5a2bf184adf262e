"""The grid: what any file becomes before anybody asks what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from cockpit.observation import Issue

Value = str | float | int | bool | datetime | date | time | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `raw` is its own text, a stored number's shortest exact one.

    `error` is a formula error such as `#REF!`; `uncalculated` marks a formula that no program
    has ever calculated, which looks empty and is not. `indent` is the cell's own indentation.
    """

    value: Value = None
    raw: str = ""
    number_format: str = ""
    error: str | None = None
    uncalculated: bool = False
    indent: int = 0

    @property
    def is_blank(self) -> bool:
        """Nothing is written here."""
        written = self.raw and not self.raw.isspace()
        return not written and self.error is None and not self.uncalculated

    @property
    def is_number(self) -> bool:
        """The file stores a number here (a number written as text is not one)."""
        return isinstance(self.value, int | float) and not isinstance(self.value, bool)


BLANK = Cell()


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, rows and columns counted from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def cells(self) -> Iterator[tuple[int, int]]:
        """Every position it covers."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


@dataclass(frozen=True)
class Sheet:
    """A sheet's cells, counted from 0; rows may be of unequal length.

    `caption` is the text that stands directly above an HTML table.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    caption: str = ""

    @cached_property
    def width(self) -> int:
        """The length of the longest row."""
        return max(map(len, self.rows), default=0)

    @cached_property
    def _anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {place: (m.top, m.left) for m in self.merges for place in m.cells()}

    def cell(self, row: int, column: int) -> Cell:
        """The cell that stands there; blank outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return BLANK

    def spread(self, row: int, column: int) -> Cell:
        """The cell there, or that of the merged range which covers the place."""
        return self.cell(*self._anchors.get((row, column), (row, column)))

    def is_shown(self, row: int, column: int) -> bool:
        """Whether a person sees this place."""
        return row not in self.hidden_rows and column not in self.hidden_columns


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file as sheets of cells; `container` says what kind of file it proved to be."""

    container: str
    sheets: tuple[Sheet, ...]
    issues: tuple[Issue, ...] = ()


def letters(column: int) -> str:
    """Name a column counted from 0: A, B, … Z, AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def address(row: int, column: int) -> str:
    """The A1 address of a place counted from 0."""
    return f"{letters(column)}{row + 1}"


def stored_text(value: Value) -> str:
    """A stored value's own text: numbers shortest and exact, dates as ISO writes them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)


def value_cell(value: Value, number_format: str = "") -> Cell:
    """A cell of a stored value; a text of blanks only counts as written but empty."""
    if value is None:
        return BLANK
    return Cell(value, stored_text(value), number_format)
