"""The columns of a long sheet's body: which rows name alike, and how their figures are written."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import TypeVar

from loaders.grid import Cell
from loaders.long.body import Body
from loaders.moulds import NO_GROWTH_OF_PRICES
from loaders.packed import Column
from loaders.values import Figure

Read = Callable[[Cell], Figure]
Key = TypeVar("Key", bound=Hashable)

_PLAIN = -1
"""The code of numbers in a column's first format."""


def first_rows(codes: Sequence[int], top: int) -> dict[int, int]:
    """The row in which each code first stands, the codes being those of rows from `top` on."""
    rows = range(top + len(codes) - 1, top - 1, -1)
    return dict(zip(reversed(codes), rows, strict=True))


class Numbers(dict[Key, int]):
    """Whatever is looked up gets a number, in the order met."""

    def __missing__(self, key: Key) -> int:
        number = self[key] = len(self)
        return number


def numbered(keys: Iterable[Hashable]) -> array[int]:
    """A number for each key, the same for equal ones."""
    known: Numbers[Hashable] = Numbers()
    return array("i", map(known.__getitem__, keys))


@dataclass(frozen=True, slots=True)
class Axis:
    """A column of names: the code of each row's name, and the row in which each first stands."""

    column: int
    codes: Sequence[int]
    firsts: Mapping[int, int]


def axis_of(body: Body, number: int) -> Axis:
    """A column of names; years stored as numbers are names."""
    column, own = body.columns[number], slice(body.top, body.bottom)
    codes = column.codes[own]
    if min(codes) < 0:
        codes = numbered(zip(codes, column.numbers[own], strict=True))
    return Axis(number, codes, first_rows(codes, body.top))


@dataclass(frozen=True, slots=True)
class Values:
    """A column of figures: the number of each one's writing, and what it counts.

    `writings` are figures as they are written, whatever they count; NaN stands where none is.
    """

    column: int
    codes: Sequence[int]
    figures: array[float]
    writings: Sequence[Figure]


Writings = Numbers[tuple[Figure, bool]]
"""Figures as they are written, with whether they are more than growth of prices can be."""


def values_of(body: Body, number: int, read: Read) -> Values:
    """A column of figures."""
    column, own = body.columns[number], slice(body.top, body.bottom)
    known: Writings = Numbers()
    codes = column.codes[own]
    figures = column.numbers[own] or array("d", bytes(8 * len(codes)))
    small, large = _plain(column, known, read)
    found = array("i", (large if value > NO_GROWTH_OF_PRICES else small for value in figures))
    pool = {code: _coded(read(column.cells[code]), known) for code in set(codes) if code >= 0}
    for n, code in enumerate(codes):
        if code >= 0:
            found[n], figures[n] = pool[code]
        elif code < _PLAIN or small < 0:
            found[n], figures[n] = _coded(read(column[own.start + n]), known)
    return Values(number, found, figures, [writing for writing, _ in known])


def _plain(column: Column, known: Writings, read: Read) -> tuple[int, int]:
    """The numbers of writings in the first format, of small figures and of large ones."""
    shown = column.formats[0] if column.formats else ""
    if not column.numbers or "%" in shown:
        return -1, -1
    figure = read(Cell(0.0, None, shown))
    return known[figure, False], known[figure, True]


def _coded(figure: Figure, known: Writings) -> tuple[int, float]:
    if figure.value is None:
        return known[figure, False], nan
    is_large = figure.value > NO_GROWTH_OF_PRICES
    return known[figure._replace(value=0.0), is_large], figure.value
