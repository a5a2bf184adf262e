"""What a person takes away: figures as flat rows with unit, period, basis, status and source."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from cockpit.catalog import Catalog
from cockpit.figures import Row, rows
from cockpit.indicator import Calculator
from cockpit.series import ReadingDoor, Selection
from layouts import terms
from layouts.services import Cell

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NAMES = ("indicator_name", "area_name")
HEADER = (*_NAMES, *(field.name for field in fields(Row)))


def flat_rows(
    calculator: Calculator,
    door: ReadingDoor,
    catalog: Catalog,
    selections: Sequence[Selection],
    since: str | None,
    until: str | None,
) -> Iterator[list[Cell]]:
    """The figures of several selections in the order of `HEADER`."""
    for selection in selections:
        for row in rows(calculator, door, selection, since, until):
            names = (
                terms.indicator_name(catalog, row.indicator),
                terms.area_name(catalog, row.area),
            )
            yield [*names, *row.to_dict().values()]


def write_csv(header: Sequence[str], body: Iterable[Sequence[Cell]]) -> bytes:
    """CSV that spreadsheet programs open in the right characters and run nothing from."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([inert(cell) for cell in row] for row in body)
    return text.getvalue().encode("utf-8-sig")


def inert(cell: Cell) -> Cell:
    """Text that a spreadsheet program would take for a formula, with an apostrophe before it."""
    starts = isinstance(cell, str) and cell.startswith(_FORMULA_STARTS)
    return f"'{cell}" if starts else cell
