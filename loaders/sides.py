"""What the rows and the columns of a table say, each combination joined once."""

from __future__ import annotations

from functools import reduce
from typing import NamedTuple

from cockpit.evidence import Pairs
from loaders.claims import Said
from loaders.facets import NOTHING, Facets
from loaders.grid import letters
from loaders.knowledge import Knowledge
from loaders.places import PlaceName
from loaders.tables.named import Parts

_BITS = 32
"""Two numbers of less than this are one."""

Joined = tuple[Said, PlaceName | None, Pairs]
"""What is said, of which region, and where it is said."""


class Side(NamedTuple):
    """A row or a column: its number or letters, what it says, and its region."""

    name: str
    said: Said
    place: PlaceName | None
    evidence: Pairs


class Sides:
    """Joins what is said; the rows of one workbook come again in the next."""

    def __init__(self, known: Knowledge, around: Pairs) -> None:
        self._number = known.number
        self._joined = known.sides
        self._around = around

    def column(self, column: int, facets: Facets) -> Side:
        """A column; what is said around the table is evidence of its figures too."""
        evidence = self._around + facets.evidence
        return Side(letters(column), self._said(facets), facets.place, evidence)

    def row(self, row: int, parts: Parts) -> Side:
        """A row; equal parts are one object mostly, and those that are kept stay so."""
        ids = tuple(map(id, parts))
        found = self._joined.get(ids)
        if found is None:
            found = self._joined.keep(ids, (parts, self._join(parts)))
        return Side(str(row + 1), *found[1])

    def _join(self, parts: Parts) -> Joined:
        """Parts together, a region apart from what is counted there."""
        region = NOTHING
        others: list[Facets] = []
        for part in parts:
            if part is NOTHING:
                continue
            if part.place is not None:
                region = part
            if not part.is_region:
                others.append(part)
        said = self._said(reduce(Facets.under, others, NOTHING))
        return said, region.place, said.facets.evidence + region.evidence

    def _said(self, facets: Facets) -> Said:
        alone, when = facets.alone, self._number(facets.when)
        what = self._number(alone.what)
        said = Said(alone, what, when, what << _BITS | when)
        if alone is facets:
            return said
        what = self._number((what, facets.names[:-1], facets.beside))
        return Said(facets, what, when, what << _BITS | when, said)
