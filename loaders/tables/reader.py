"""Reading one table: axes, facets of rows and columns, and the crossings where figures stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.facets import Facets
from loaders.grid import Cell, address
from loaders.tables.axes import Axes, Half, axes_of
from loaders.tables.find import Found, Table, find_tables
from loaders.tables.headed import column_facets
from loaders.tables.key import keys_of
from loaders.tables.kinds import FIGURE, YEAR, Kinds
from loaders.tables.named import Naming, row_facets
from loaders.tables.paths import Paths


@dataclass(frozen=True, slots=True)
class Crossing:
    """A cell of a table, where it stands, and what its row and its column say."""

    cell: Cell
    at: str
    row: Facets
    column: Facets


@dataclass(frozen=True, slots=True)
class Block:
    """A table taken apart, with the figures of it that nothing accounts for."""

    table: Table
    crossings: Sequence[Crossing]
    loose: tuple[tuple[int, int], ...]


class TableReader:
    """Reads the tables of one sheet."""

    def __init__(self, kinds: Kinds, naming: Naming) -> None:
        self._kinds = kinds
        self._naming = naming

    def find(self) -> Found:
        """Every table of the sheet."""
        return find_tables(self._kinds)

    def block(self, table: Table, within: str | None) -> Block:
        """One table's crossings; `within` is the area that its title names."""
        is_known = self._naming.is_known
        paths = Paths(self._kinds, table, is_known)
        axes = axes_of(self._kinds, table, paths, self._naming.read)
        crossings = [
            crossing for half in axes.halves for crossing in self._half(table, half, paths, within)
        ]
        read = {crossing.at for crossing in crossings}
        return Block(table, crossings, tuple(self._loose(table, axes, read)))

    def _half(
        self, table: Table, half: Half, paths: Paths, within: str | None
    ) -> Iterator[Crossing]:
        naming = replace(self._naming, within=within)
        keys = keys_of(
            self._kinds,
            table,
            half,
            paths,
            naming.places,
            naming.read,
            lists_series=naming.lists_series,
        )
        columns = column_facets(half, paths, naming)
        rows = row_facets(self._kinds, table, half, keys, naming)
        sheet = self._kinds.sheet
        for row, of_row in rows.items():
            for column, of_column in columns.items():
                if sheet.is_shown(row, column):
                    yield Crossing(sheet.cell(row, column), address(row, column), of_row, of_column)

    def _loose(self, table: Table, axes: Axes, read: set[str]) -> Iterator[tuple[int, int]]:
        """Figures in columns without a heading, and in rows that nothing names."""
        values = {column for half in axes.halves for column in half.values} | set(axes.unheaded)
        for row in table.body:
            kinds = self._kinds.rows[row]
            for column in values:
                if kinds[column] in (FIGURE, YEAR) and address(row, column) not in read:
                    yield row, column
