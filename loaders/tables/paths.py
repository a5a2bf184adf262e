"""The headings above each column, outermost first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from loaders.facets import Facets
from loaders.grid import Cell
from loaders.remembered import Kept
from loaders.tables.roles import Role, role_of

_MOST_KEPT = 8


class Piece(NamedTuple):
    """One heading: its words and where they stand."""

    text: str
    row: int
    column: int


class Paths:
    """Paths of headings by column; `frequencies` are words that say how often it is published.

    `said` keeps what the columns say, of the regions that titles named.
    """

    def __init__(
        self,
        pieces: Sequence[tuple[Piece, ...]],
        cells: Mapping[Piece, Cell],
        frequencies: Sequence[str],
    ) -> None:
        self._pieces = pieces
        self._cells = cells
        self._frequencies = frequencies
        self._texts = [tuple([piece.text for piece in path]) for path in pieces]
        self._roles = [_announced(path) for path in self._texts]
        self.said: Kept[tuple[object, ...], Mapping[int, Facets]] = Kept(_MOST_KEPT)

    def of(self, column: int) -> tuple[str, ...]:
        """The headings of a column as printed."""
        return self._texts[column]

    def pieces(self, column: int) -> tuple[Piece, ...]:
        """The headings of a column with their places; each merged one once."""
        return self._pieces[column]

    def cell(self, piece: Piece) -> Cell:
        """The cell of a heading."""
        return self._cells[piece]

    def frequency(self, column: int) -> str:
        """The word in a header row of its own that says how often a column is published."""
        return self._frequencies[column]

    def announced(self, column: int) -> Role | None:
        """What the headings of a column say that it holds."""
        return self._roles[column]


def _announced(path: Sequence[str]) -> Role | None:
    roles = (role_of(text) for text in path)
    return next((role for role in roles if role and role != "value"), None)
