"""The grid: what any file becomes before anybody asks what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from itertools import repeat
from typing import NamedTuple, Self, cast

from cockpit.observation import Issue
from loaders import written

WHOLE = 1e15
"""A whole number below this is written without a point."""

Value = str | float | int | bool | datetime | date | time | None


def stored_text(value: Value) -> str:
    """A stored value's own text: numbers shortest and exact, dates as ISO writes them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < WHOLE:
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)


class _Fields(NamedTuple):
    value: Value
    raw: str
    number_format: str
    error: str | None
    uncalculated: bool
    indent: int
    kind: str


class Cell(_Fields):
    """One cell; `raw` is its own text, a stored number's shortest exact one.

    `error` is a formula error such as `#REF!`; `uncalculated` marks a formula that no program
    has ever calculated, which looks empty and is not. `indent` is the cell's own indentation.
    `kind` is what `loaders.written` calls what is written here.
    """

    # A tuple, because a sheet may hold a million and nothing else is made as quickly; what is
    # asked of every cell several times stands in it.
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
        text = stored_text(value) if raw is None else raw
        says_something = error is not None or uncalculated
        kind = _kind_of(value, text, says_something=says_something)
        fields = (value, text, number_format, error, uncalculated, indent, kind)
        return tuple.__new__(cls, fields)

    @property
    def is_blank(self) -> bool:
        """Nothing is written here."""
        return self.kind == written.BLANK

    @property
    def is_number(self) -> bool:
        """The file stores a number; one written as text is none."""
        return self.value.__class__ in (float, int)


def _kind_of(value: Value, text: str, *, says_something: bool) -> str:
    kind = value.__class__
    if kind is str:
        return written.kind_of_text(text)
    if kind is float or kind is int:
        return written.kind_of_number(cast("float", value))
    if value is None and not says_something and not text.strip():
        return written.BLANK
    return written.kind_of_other(value)


def number_cells(
    values: Sequence[float],
    texts: Iterable[str],
    formats: Iterable[str],
    indents: Iterable[int] = repeat(0),
) -> Iterator[Cell]:
    """Cells of stored numbers, their own texts, formats and indents, many at once."""
    none, no, kinds = repeat(None), repeat(False), written.kinds_of_numbers(values)
    fields = zip(values, texts, formats, none, no, indents, kinds, strict=False)
    return map(tuple.__new__, repeat(Cell), fields)


def text_cells(texts: Iterable[str]) -> Iterator[Cell]:
    """Cells of texts without a format, many at once."""
    several = [*texts]
    none, no, kinds = repeat(None), repeat(False), map(written.kind_of_text, several)
    fields = zip(several, several, repeat(""), none, no, repeat(0), kinds)
    return map(tuple.__new__, repeat(Cell), fields)


BLANK = Cell()


class Merge(NamedTuple):
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


def value_cell(value: Value, number_format: str = "") -> Cell:
    """A cell of a stored value; a text of blanks only counts as written but empty."""
    if value is None:
        return BLANK
    return Cell(value, None, number_format)
