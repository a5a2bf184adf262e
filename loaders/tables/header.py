"""Finding header rows: by their words, or by a run of periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from loaders.grid import Sheet
from loaders.tables.roles import STARTERS, Role, role_of
from loaders.times import cell_time, printed
from loaders.values import read_value

_FEWEST_PERIODS = 3
_STACKED: frozenset[Role] = frozenset({"place", "freq", "unit", "indicator", "time"})


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a header and what it announces."""

    row: int
    role: Role | None


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its lines, the columns that name rows, and the columns of figures."""

    lines: tuple[Line, ...]
    keys: tuple[tuple[int, Role | None], ...]
    values: tuple[int, ...]

    @property
    def first_body_row(self) -> int:
        """The row below the header."""
        return self.lines[-1].row + 1

    @property
    def left(self) -> int:
        """The leftmost column."""
        return min(column for column, _ in self.keys)

    @property
    def right(self) -> int:
        """The rightmost column that has a heading."""
        return max((*self.values, *(column for column, _ in self.keys)))


def headers_at(sheet: Sheet, row: int) -> list[Header]:
    """The headers that begin in a row; several where tables stand side by side."""
    segments = list(_segments(sheet, row))
    found = [header for header in (_by_words(sheet, row, s) for s in segments) if header]
    if not found:
        found = [header for header in (_by_periods(sheet, row, s) for s in segments) if header]
    return found


def _segments(sheet: Sheet, row: int) -> Iterator[range]:
    """Runs of columns with a heading; a merged heading fills all that it covers."""
    start: int | None = None
    for column in range(sheet.width + 1):
        written = not sheet.spread(row, column).is_blank and sheet.is_shown(row, column)
        if written and start is None:
            start = column
        if not written and start is not None and sheet.is_shown(row, column):
            yield from _halves(sheet, row, range(start, column))
            start = None


def _halves(sheet: Sheet, row: int, segment: range) -> Iterator[range]:
    """A table folded in two repeats its first heading: 城市 | … | 城市 | …."""
    first = printed(sheet.spread(row, segment.start))
    repeats = role_of(first) in STARTERS
    starts = [c for c in segment if repeats and printed(sheet.cell(row, c)) == first]
    for start, end in pairwise([*(starts or [segment.start]), segment.stop]):
        yield range(start, end)


def _by_words(sheet: Sheet, row: int, segment: range) -> Header | None:
    roles = [(column, role_of(printed(sheet.spread(row, column)))) for column in segment]
    if len(roles) < 2 or not any(role in STARTERS for _, role in roles[:3]):
        return None
    keys = [(column, role) for column, role in roles if role not in (None, "value")]
    values = [column for column, role in roles if role in (None, "value")]
    if not values or not _has_figures_below(sheet, row, values):
        return None
    lines = _lines(sheet, row, segment.start, values)
    return Header(lines, tuple(keys), tuple(values))


def _by_periods(sheet: Sheet, row: int, segment: range) -> Header | None:
    """A row of at least three periods in order, with the columns left of it as names of rows."""
    if not segment.start or len(segment) < _FEWEST_PERIODS:
        return None
    times = takewhile(bool, (cell_time(sheet.spread(row, column)) for column in segment))
    known = [time.time_period for time in times if time]
    if len(known) < len(segment) or not _in_order(known):
        return None
    keys = tuple((column, None) for column in range(segment.start))
    return Header((Line(row, "time"),), keys, tuple(segment))


def _in_order(periods: Sequence[str]) -> bool:
    steps = [later > earlier for earlier, later in pairwise(periods)]
    return all(steps) or not any(steps)


def _has_figures_below(sheet: Sheet, row: int, columns: Sequence[int]) -> bool:
    below = range(row + 1, len(sheet.rows))
    return any(read_value(sheet.cell(r, c)).value is not None for r in below for c in columns)


def _lines(sheet: Sheet, row: int, first: int, values: Sequence[int]) -> tuple[Line, ...]:
    """The header's own row and those below it that still hold words where figures would stand.

    Only where several rows announce something (指标, 地区, 频度, 单位 below each other) do the
    announcements speak of the columns; alone, the first one speaks of the rows.
    """
    announced = role_of(printed(sheet.spread(row, first)))
    lines = [Line(row, announced)]
    for below in range(row + 1, len(sheet.rows)):
        role = role_of(printed(sheet.cell(below, first)))
        words = any(read_value(sheet.cell(below, c)).rule == "P12" for c in values)
        if not words or not (role in _STACKED or sheet.cell(below, first).is_blank):
            break
        lines.append(Line(below, "other" if role == announced else role))
    if not any(line.role in _STACKED for line in lines[1:]):
        lines[0] = Line(row, None)
    return tuple(lines)
