"""One table: columns with their header paths, rows with their labels, figures at the crossings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bureau.canvas import Canvas
from bureau.cells import figure
from bureau.figures import Facets, World


@dataclass
class Row:
    """One row: what stands in its stub columns, and what it says of its figures."""

    label: str
    facets: Facets = field(default_factory=dict)
    indent: int = 0
    unit: str = ""
    code: str = ""
    heading: bool = False


@dataclass
class Column:
    """One column of figures: its headings from the top, and what they say."""

    path: tuple[str, ...]
    facets: Facets = field(default_factory=dict)
    unit: str = ""


@dataclass
class Style:
    """How a table is drawn."""

    merged: bool = True
    unit_row: bool = False
    letters: bool = False
    indent: str = "　　"
    repeat: str | None = None


@dataclass
class Table:
    """A table to be laid; `stub` names the columns left of the figures by what they show."""

    columns: list[Column]
    rows: list[Row]
    facets: Facets
    stub: tuple[tuple[str, str], ...] = (("label", "指标"),)
    style: Style = field(default_factory=Style)


DATES = 'yyyy"年"m"月"'
SHOWS: dict[str, Callable[[Row, int], object]] = {
    "label": lambda row, _: row.label,
    "unit": lambda row, _: row.unit or None,
    "code": lambda row, _: row.code or None,
    "serial": lambda row, n: n if not row.heading else None,
}


def lay(canvas: Canvas, table: Table, world: World, top: int, left: int = 1) -> int:
    """Lay a table; answers the first row below it."""
    row = lay_head(canvas, table, top, left)
    middle = len(table.rows) // 2 + 1 if len(table.rows) > 9 else 0
    for n, line in enumerate(table.rows, 1):
        if n == middle and table.style.repeat is not None:
            row = _break(canvas, table, row, left)
        _lay_row(canvas, table, world, line, n, row, left)
        row += 1
    return row


def _break(canvas: Canvas, table: Table, row: int, left: int) -> int:
    """A page break: the headings again, perhaps under 续表."""
    if table.style.repeat:
        canvas.put(row, left, table.style.repeat)
        row += 1
    return lay_head(canvas, table, row, left)


def lay_head(canvas: Canvas, table: Table, top: int, left: int) -> int:
    """Lay the headings; answers the first row below them."""
    depth = max(len(column.path) for column in table.columns)
    wide = left + len(table.stub)
    for c, (_, name) in enumerate(table.stub, left):
        canvas.put(top, c, name, bold=True)
        if table.style.merged:
            canvas.merge(top, c, top + depth - 1, c)
    _lay_paths(canvas, table, top, wide, depth)
    row = top + depth
    row = _lay_units(canvas, table, row, wide) if table.style.unit_row else row
    return _lay_letters(canvas, table, row, left) if table.style.letters else row


def _lay_paths(canvas: Canvas, table: Table, top: int, left: int, depth: int) -> None:
    before: tuple[str, ...] = ()
    for c, column in enumerate(table.columns, left):
        same = True
        for level, text in enumerate(column.path):
            last = level == len(column.path) - 1
            same = same and before[level : level + 1] == (text,) and not last
            if not same:
                canvas.put(top + level, c, text, bold=True)
                end = c if last else _reach(table, c - left, level) + left
                bottom = top + (depth - 1 if last else level)
                _span(canvas, table, (top + level, c, bottom, end))
        before = column.path


def _span(canvas: Canvas, table: Table, box: tuple[int, int, int, int]) -> None:
    if table.style.merged:
        canvas.merge(*box)


def _reach(table: Table, start: int, level: int) -> int:
    """The last column under the same heading."""
    path = table.columns[start].path[: level + 1]
    end = start
    while end + 1 < len(table.columns) and table.columns[end + 1].path[: level + 1] == path:
        end += 1
    return end


def _lay_units(canvas: Canvas, table: Table, row: int, left: int) -> int:
    for c, column in enumerate(table.columns, left):
        canvas.put(row, c, column.unit or None)
    return row + 1


def _lay_letters(canvas: Canvas, table: Table, row: int, left: int) -> int:
    """The line that numbers the columns: 甲 乙 1 2 3."""
    for c, mark in zip(range(left, left + len(table.stub)), "甲乙丙丁", strict=False):
        canvas.put(row, c, mark)
    for n in range(len(table.columns)):
        canvas.put(row, left + len(table.stub) + n, n + 1)
    return row + 1


def _lay_row(
    canvas: Canvas, table: Table, world: World, line: Row, n: int, row: int, left: int
) -> None:
    for c, (shows, _) in enumerate(table.stub, left):
        text = SHOWS[shows](line, n)
        if shows == "label":
            by_cell = table.style.indent == "cell"
            if isinstance(text, datetime):
                canvas.put(row, c, text, format=DATES)
                continue
            if isinstance(text, float):
                canvas.put(row, c, text)
                continue
            text = (table.style.indent * line.indent if not by_cell else "") + str(text)
            canvas.put(row, c, text, indent=line.indent if by_cell else 0)
        elif text is not None:
            canvas.put(row, c, text)
    if line.heading:
        return
    for c, column in enumerate(table.columns, left + len(table.stub)):
        cell = figure(world, table.facets | column.facets | line.facets)
        canvas.cells[row, c] = cell


def style(rng: Random) -> Style:
    """A manner of drawing, at random."""
    return Style(
        merged=rng.random() < 0.7,
        letters=rng.random() < 0.12,
        repeat=rng.choice(("", "续表", "续表1", "（续表）")) if rng.random() < 0.12 else None,
        indent=rng.choice(("　　", "　", "  ", "    ", "cell", "")),
    )
