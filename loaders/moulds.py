"""What a row's records share with those of another month: all but number, text and period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count, repeat
from operator import not_
from typing import NamedTuple, Self

from cockpit.evidence import Evidence
from cockpit.observation import NAMES, Observation
from loaders.claims import Pace, Said
from loaders.grid import Cell
from loaders.knowledge import Number
from loaders.statement import Manner, Statement, Stating, Times

_SHEET, _TIME, _VALUE, _RAW = map(NAMES.index, ("sheet", "time_period", "value", "raw"))
NO_GROWTH_OF_PRICES = 50
"""A figure above this, printed as growth of prices, is an index."""


class Mould(NamedTuple):
    """Records of a row's plain numbers, as columns of their fields.

    `paces` bear on their periods. `asked` are statements that are not clear, each with its place
    in the row and its cell; `assumed` are cells of which nobody says whether they are cumulative;
    `prices` number the figures that are an index where they are large.
    """

    fields: Sequence[Sequence[object]]
    paces: tuple[Pace, ...]
    asked: Sequence[tuple[int, Manner, str]]
    assumed: Sequence[str]
    prices: Sequence[int]

    @classmethod
    def of(
        cls,
        ats: Sequence[str],
        areas: Sequence[tuple[str, str]],
        stated: Sequence[Statement],
        evidence: Sequence[Evidence],
    ) -> Self:
        """The mould of figures in some cells, of which regions, and what is stated of each."""
        manners, _, paces = zip(*stated, strict=True)
        (
            label, parents, indicator, parts, freq, kind, measure, unit, status, doubts,
            _, assumed, clear, index,
        ) = zip(*manners, strict=True)  # fmt: skip
        places, codes = zip(*areas, strict=True)
        fields = (
            (), ats, label, parents, indicator, places, codes, parts,
            freq, (), kind, measure, unit, (), status, (),
            [*map(bool, doubts)], doubts, evidence,
        )  # fmt: skip
        unclear = [*compress(zip(count(), manners, ats, strict=False), map(not_, clear))]
        prices = [*compress(count(), index)]
        return cls(fields, paces, unclear, [*compress(ats, assumed)], prices)

    def fits(self, values: Sequence[float]) -> bool:
        """Whether no figure is an index where growth is told."""
        return all(values[number] <= NO_GROWTH_OF_PRICES for number in self.prices)

    def cast(
        self,
        sheet: str,
        times: Sequence[str],
        values: Sequence[float],
        cells: Sequence[Cell],
    ) -> Iterator[Observation]:
        """The records of other numbers that fit, in a sheet of this name and at these periods."""
        fields: list[Sequence[object] | repeat[str]] = [*self.fields]
        fields[_SHEET], fields[_TIME], fields[_VALUE] = repeat(sheet), times, values
        fields[_RAW] = [cell.raw for cell in cells]
        return map(tuple.__new__, repeat(Observation), zip(*fields, strict=False))


class Row(NamedTuple):
    """The moulds of one row, by what is told of its periods but themselves.

    `when` is a number for when the row says it was, and for the paces of its figures.
    """

    said: Said
    paces: Sequence[Pace]
    when: int
    moulds: dict[tuple[int, ...], Mould]


class Moulding:
    """Finds and keeps the moulds of the rows of one table below the same lines."""

    def __init__(
        self, stating: Stating, number: Number, columns: Sequence[Said], rows: dict[int, Row]
    ) -> None:
        self._stating = stating
        self._number = number
        self._columns = columns
        self._rows = rows
        self._told: dict[int, Times] = {}

    def of(self, number: int) -> tuple[Mould | None, Sequence[str]]:
        """The mould of a row by its number, and the periods of its figures this time."""
        row = self._rows.get(number)
        if row is None:
            return None, ()
        told, times = self._times(row)
        return row.moulds.get(told), times

    def keep(self, number: int, said: Said, mould: Mould) -> None:
        """Keep the mould of a row that says this."""
        row = self._rows.get(number)
        if row is None:
            when = self._number((said.when, mould.paces))
            row = self._rows[number] = Row(said, mould.paces, when, {})
        row.moulds[self._times(row)[0]] = mould

    def _times(self, row: Row) -> Times:
        found = self._told.get(row.when)
        if found is None:
            found = self._told[row.when] = self._stating.times(row.said, self._columns, row.paces)
        return found
