"""A window of a sheet as a table: letters above, numbers beside, merged and spilling cells wide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.reading import SheetWindow
from layouts.attributes import attributes
from layouts.upload.sheet.states import State

_NUMBER = re.compile(r"[-−+△▲(]?[\d.,]+[%)]?")
_LINE_EMS = 11.0
_COLUMN_EMS = 6.0
"""About what a column is wide: longer words spill over blank neighbours, as in every program."""


def table(window: SheetWindow, states: Mapping[str, State]) -> Component:
    """The grid as it is printed; a cell in which something stands carries its address."""
    letters = [column_letters(window.left + n) for n in range(_columns(window))]
    corner = html.Td(className="corner")
    names = html.Tr([corner, *(html.Th(name, scope="col") for name in letters)])
    laid = _Laid(window)
    body = [_row(window, laid, row, letters, states) for row in range(len(window.texts))]
    return html.Table(
        [html.Thead(names), html.Tbody(body)], className="printed", **attributes(role="grid")
    )


def column_letters(column: int) -> str:
    """Name a column counted from 0: A, B, … Z, AA."""
    first, last = divmod(column, 26)
    return (column_letters(first - 1) if first else "") + chr(ord("A") + last)


def _columns(window: SheetWindow) -> int:
    return max(map(len, window.texts), default=0)


def _row(
    window: SheetWindow,
    laid: _Laid,
    row: int,
    letters: list[str],
    states: Mapping[str, State],
) -> Component:
    number = window.top + row + 1
    cells: list[Component] = [html.Th(str(number), scope="row")]
    for column, rows, columns in laid.cells(row):
        at = f"{letters[column]}{number}"
        cells.append(_cell(window.texts[row][column], at, rows, columns, states.get(at)))
    return html.Tr(cells)


def _cell(text: str, at: str, rows: int, columns: int, state: State | None) -> Component:
    given: dict[str, Any] = {}
    if rows > 1:
        given["rowSpan"] = str(rows)
    if columns > 1:
        given["colSpan"] = str(columns)
    if not text and state is None:
        return html.Td(**given)
    is_number = bool(_NUMBER.fullmatch(text.replace(" ", "")))
    kinds = (state or "words", "digits" if is_number else "", _length(text, rows * columns))
    marked = attributes(data_cell=at, role="gridcell")
    return html.Td(text, className=" ".join(filter(None, kinds)), tabIndex="-1", **given, **marked)


def _length(text: str, places: int) -> str:
    """Short words stand in one line; long ones may wrap, but not letter by letter."""
    if places > 1:
        return "wide"
    return "long" if _ems(text) > _LINE_EMS else "short"


def _ems(text: str) -> float:
    return sum(1.0 if ord(letter) > 0x2E7F else 0.55 for letter in text)


class _Laid:
    """Which cells stand in a row, how far each reaches down and to the right."""

    def __init__(self, window: SheetWindow) -> None:
        self._window = window
        self._merged = {(row, column): (r, c) for row, column, r, c in window.merges}
        self._covered = {
            (row + r, column + c)
            for row, column, rows, columns in window.merges
            for r in range(rows)
            for c in range(columns)
        } - self._merged.keys()

    def cells(self, row: int) -> Iterator[tuple[int, int, int]]:
        """Column, rows and columns of each cell that is drawn."""
        texts, spilt = self._window.texts[row], 0
        for column, text in enumerate(texts):
            if (row, column) in self._covered or column < spilt:
                continue
            rows, columns = self._merged.get((row, column), (1, 1))
            if rows * columns == 1:
                columns = self._reach(row, column, text)
                spilt = column + columns
            yield column, rows, columns

    def _reach(self, row: int, column: int, text: str) -> int:
        """Over how many columns words reach: as far as they need and blank neighbours allow."""
        texts, reach = self._window.texts[row], 1
        if _NUMBER.fullmatch(text):
            return reach
        need = _ems(text) / _COLUMN_EMS
        while reach < need and self._is_free(row, column + reach, texts):
            reach += 1
        return reach

    def _is_free(self, row: int, column: int, texts: tuple[str, ...]) -> bool:
        place = (row, column)
        is_merged = place in self._covered or place in self._merged
        return column < len(texts) and not texts[column] and not is_merged
