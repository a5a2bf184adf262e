"""Reading one table: its axes, and what every row and every column says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from loaders.facets import NOTHING, Facets
from loaders.grid import address
from loaders.remembered import Kept
from loaders.tables.axes import Axes, Half, axes_of
from loaders.tables.find import Found, Table, find_tables
from loaders.tables.headed import column_facets
from loaders.tables.header import paths_of
from loaders.tables.key import KeyUse, keys_of
from loaders.tables.kinds import Kinds
from loaders.tables.named import Parts, ordered, row_facets
from loaders.tables.naming import Naming
from loaders.tables.paths import Paths
from loaders.tables.words import may_be_kept, table_words
from loaders.written import FIGURE, YEAR

if TYPE_CHECKING:
    from loaders.moulds import Row

Said = TypeVar("Said")

_MOST_MOULDS = 4
"""Tables of the same words stand below few different titles."""


def _few_moulds() -> Kept[int, dict[int, Row] | None]:
    return Kept(_MOST_MOULDS, by_numbers=True)


@dataclass(frozen=True, slots=True)
class Grid:
    """What rows and columns say of the figures where they cross, by number.

    A row's parts are the corner's, those of the lines above, and one for each of `keys`. `moulds`
    are of the records made of it before, by what stood around the table.
    """

    half: Half
    rows: Mapping[int, Parts]
    columns: Mapping[int, Facets]
    keys: Sequence[tuple[int, KeyUse]]
    moulds: Kept[int, dict[int, Row] | None] = field(default_factory=_few_moulds, compare=False)

    def moulds_below(self, around: int) -> dict[int, Row] | None:
        """The moulds of its rows where this stands around the table; None the first time."""
        if around not in self.moulds:
            return self.moulds.keep(around, None)
        return self.moulds[around] or self.moulds.keep(around, {})


@dataclass(frozen=True, slots=True)
class Block:
    """A table taken apart into grids, with the figures of it that nothing accounts for."""

    grids: Sequence[Grid]
    loose: Sequence[tuple[int, int]]


class TableReader:
    """Reads the tables of one sheet."""

    def __init__(self, kinds: Kinds, naming: Naming) -> None:
        self._kinds = kinds
        self._naming = naming

    def find(self) -> Found:
        """Every table of the sheet."""
        return find_tables(self._kinds)

    def block(self, table: Table, within: str | None) -> Block:
        """One table; `within` is the area that its title names.

        A table of the same words as an earlier one says the same.
        """
        naming = self._naming._replace(within=within)
        words = table_words(self._kinds, table)
        blocks, asked = naming.experience.blocks, (words, within, naming.lists_series)
        found = blocks.get(asked)
        if found is None:
            paths = paths_of(self._kinds, table, naming)
            axes = axes_of(self._kinds, table, paths, naming.read)
            found = self._block(table, paths, axes, naming)
            if words and may_be_kept(words, axes, paths):
                blocks.keep(asked, found)
        return found

    def _block(self, table: Table, paths: Paths, axes: Axes, naming: Naming) -> Block:
        grids = [self._grid(table, half, paths, naming) for half in axes.halves]
        return Block(grids, list(self._loose(table, axes, grids)))

    def _grid(self, table: Table, half: Half, paths: Paths, naming: Naming) -> Grid:
        keys = keys_of(self._kinds, table, half, paths, naming)
        corner = _corner(half, paths, naming)
        rows = row_facets(self._kinds, table, half, keys, naming, corner)
        labelled = any(use == "label" for _, use in keys)
        columns = column_facets(half, paths, naming, labelled=labelled)
        sheet = self._kinds.sheet
        return Grid(
            half,
            _shown(rows, sheet.hidden_rows),
            _shown(columns, sheet.hidden_columns),
            [(key.column, use) for key, use in ordered(keys)],
        )

    def _loose(self, table: Table, axes: Axes, grids: Sequence[Grid]) -> Iterator[tuple[int, int]]:
        """Figures in columns without a heading, and in rows that nothing names."""
        for column in axes.unheaded:
            yield from ((row, column) for row in table.body if self._is_figure(row, column))
        for grid in grids:
            if len(grid.rows) == len(table.body):
                continue
            unread = [row for row in table.body if row not in grid.rows]
            yield from (
                (row, column)
                for row in unread
                for column in grid.columns
                if self._is_figure(row, column)
            )

    def _is_figure(self, row: int, column: int) -> bool:
        return self._kinds.rows[row][column] in (FIGURE, YEAR)


def _shown(said: Mapping[int, Said], hidden: frozenset[int]) -> Mapping[int, Said]:
    """What is said of the rows or columns that a person sees."""
    if not hidden:
        return said
    return {number: one for number, one in said.items() if number not in hidden}


def _corner(half: Half, paths: Paths, naming: Naming) -> Facets:
    """A region that heads the column of names is that of the table."""
    for column, _ in half.keys:
        for piece in paths.pieces(column):
            code = naming.places.code(piece.text, naming.within)
            if code:
                place = naming.places.name(piece.text, naming.within)
                return Facets(place=place, evidence=(("area", address(piece.row, piece.column)),))
    return NOTHING
