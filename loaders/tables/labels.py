"""Names of indicators down a column, enclosed by those above them that are set in less."""

from __future__ import annotations

from loaders.facets import NOTHING, Facets
from loaders.tables.experience import experience_of
from loaders.tables.hierarchy import Printed
from loaders.tables.key import Key
from loaders.tables.naming import Naming
from loaders.tables.runs import completed
from loaders.tables.sections import section_facets


class Labels:
    """Reads a column of names; a long table repeats them, so each is understood once a place."""

    def __init__(self, naming: Naming, key: Key) -> None:
        self._naming = naming
        self._key = key
        self._hierarchy = experience_of(naming).hierarchy
        self._standing = self._hierarchy.top

    def all(self) -> list[Facets]:
        """Facets of every row of the column."""
        rows = zip(self._key.rows, self._key.printed(), strict=True)
        sections = set() if self._naming.lists_series else self._key.table.sections
        found = [
            self._below_section(row) if row in sections else self._of(printed)
            for row, printed in rows
        ]
        return found if any(facets.names for facets in found) else completed(found)

    def _of(self, printed: Printed | None) -> Facets:
        if printed is None:
            return NOTHING
        step = self._standing.steps.get(printed)
        if step is None:
            step = self._hierarchy.step(self._standing, printed)
        self._standing, found = step
        return found

    def _below_section(self, row: int) -> Facets:
        """A line without figures heads the rows below it, unless it only gives unit or period."""
        kinds = self._key.kinds
        said = section_facets(kinds, row, self._naming)
        if said.names:
            cell = kinds.sheet.cell(row, kinds.written(row)[0])
            self._standing = self._hierarchy.below_section(
                self._standing, said._replace(place=None), cell.raw, cell.indent
            )
        return NOTHING
