"""The grid: what any file becomes before anybody asks what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from itertools import repeat
from typing import NamedTuple, Self

from cockpit.observation import Issue

Value = str | float | int | bool | datetime | date | time | None


class _Fields(NamedTuple):
    value: Value
    text: str | None
    number_format: str
    error: str | None
    uncalculated: bool
    indent: int


class Cell(_Fields):
    """One cell; `raw` is its own text, a stored number's shortest exact one.

    `error` is a formula error such as `#REF!`; `uncalculated` marks a formula that no program
    has ever calculated, which looks empty and is not. `indent` is the cell's own indentation.
    """

    # A tuple, because a sheet may hold a million and nothing else is made as quickly.
    __slots__ = ()

    def __new__(
        cls,
        value: Value = None,
        raw: str | None = None,
        number_format: str = "",
        error: str | None = None,
        uncalculated: bool = False,
        indent: int = 0,
    ) -> Self:
        """A cell of its fields; `raw` is made from the value where it is not given."""
        return tuple.__new__(cls, (value, raw, number_format, error, uncalculated, indent))

    @property
    def raw(self) -> str:
        """The cell's own text."""
        return stored_text(self.value) if self.text is None else self.text

    @property
    def is_blank(self) -> bool:
        """Nothing is written here."""
        value = self.value
        if value is None or value.__class__ is str:
            written = self.raw and not self.raw.isspace()
            return not written and self.error is None and not self.uncalculated
        return False

    @property
    def is_number(self) -> bool:
        """The file stores a number here (a number written as text is not one)."""
        kind = self.value.__class__
        return kind is float or kind is int


def number_cells(values: Iterable[float], formats: Iterable[str]) -> list[Cell]:
    """Cells of stored numbers and their formats, many at once."""
    none = repeat(None)
    fields = zip(values, none, formats, none, repeat(False), repeat(0))
    return list(map(tuple.__new__, repeat(Cell), fields))


BLANK = Cell()


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, rows and columns counted from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def area(self) -> int:
        """How many positions it covers."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def cells(self) -> Iterator[tuple[int, int]]:
        """Every position it covers."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


@dataclass(frozen=True)
class Sheet:
    """A sheet's cells, counted from 0; rows may be of unequal length.

    `caption` is the text that stands directly above an HTML table; `comments` are the notes that
    people pinned to cells, as row, column and text.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    caption: str = ""
    comments: tuple[tuple[int, int, str], ...] = ()

    @cached_property
    def width(self) -> int:
        """The length of the longest row."""
        known = getattr(self.rows, "width", None)
        return max(map(len, self.rows), default=0) if known is None else known

    @cached_property
    def _anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {place: (m.top, m.left) for m in self.merges for place in m.cells()}

    def cell(self, row: int, column: int) -> Cell:
        """The cell that stands there; blank outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return BLANK

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The place itself, or the first of the merged range that covers it."""
        return self._anchors.get((row, column), (row, column))

    def spread(self, row: int, column: int) -> Cell:
        """The cell there, or that of the merged range which covers the place."""
        return self.cell(*self._anchors.get((row, column), (row, column)))

    def is_shown(self, row: int, column: int) -> bool:
        """Whether a person sees this place."""
        return row not in self.hidden_rows and column not in self.hidden_columns


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file as sheets of cells; `container` says what kind of file it proved to be.

    A packed file has no sheets of its own: `members` are the workbooks in it, by their names.
    """

    container: str
    sheets: tuple[Sheet, ...]
    issues: tuple[Issue, ...] = ()
    members: tuple[tuple[str, Workbook], ...] = ()


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
    return Cell(value, None, number_format)
