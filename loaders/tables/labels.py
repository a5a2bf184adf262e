"""Names of indicators down a column, enclosed by those above them that are set in less."""

from __future__ import annotations

import re
from functools import cached_property

from loaders.facets import NOTHING, Facets
from loaders.tables.hierarchy import Printed
from loaders.tables.key import Key
from loaders.tables.levels import depth_of
from loaders.tables.naming import Naming
from loaders.tables.runs import completed
from loaders.tables.sections import lists_series, section_facets, words_over

_HEADS = re.compile("主要|其中")
"""主要产品产量 heads the products below it, and waits for no figures of its own."""


class Labels:
    """Reads a column of names; a long table repeats them, so each is understood once a place."""

    def __init__(self, naming: Naming, key: Key) -> None:
        self._naming = naming
        self._key = key
        self._hierarchy = naming.experience.hierarchy
        self._standing = self._hierarchy.top

    def all(self) -> list[Facets]:
        """Facets of every row of the column."""
        rows = zip(self._key.rows, self._key.printed(), strict=True)
        sections = set() if self._naming.lists_series else self._key.table.sections
        found = [
            self._below_line(number, row, printed) if row in sections else self._of(printed)
            for number, (row, printed) in enumerate(rows)
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

    @cached_property
    def _followers(self) -> list[Printed | None]:
        """The next name with figures below every row."""
        after: Printed | None = None
        found: list[Printed | None] = []
        rows = zip(reversed(self._key.rows), reversed(self._key.printed()), strict=True)
        for row, printed in rows:
            found.append(after)
            if printed and row not in self._key.table.sections:
                after = printed
        return found[::-1]

    def _below_line(self, number: int, row: int, printed: Printed | None) -> Facets:
        """A line without figures heads the rows below it, unless it only gives unit or period.

        An indicator's row whose figures are not out yet (地区生产总值 in May) heads nothing.
        """
        if printed and self._lacks_figures(number, row, printed):
            self._of(printed)
            return NOTHING
        kinds = self._key.kinds
        half = self._key.half
        said = section_facets(kinds, row, half, self._naming)
        if said.names:
            cell = kinds.sheet.cell(row, words_over(kinds, row, half)[0])
            self._standing = self._hierarchy.below_section(
                self._standing, said._replace(place=None), cell.raw, cell.indent
            )
        return NOTHING

    def _lacks_figures(self, number: int, row: int, printed: Printed) -> bool:
        """An indicator with a unit of its own, or before another one that is set as it is.

        Where rows print units with their names, any name with one is set so.
        """
        if lists_series(self._key.kinds, row, self._naming):
            return True
        own = self._naming.read(printed[0])
        if not self._naming.is_known(own.name) or _HEADS.match(own.name):
            return False
        after = self._followers[number]
        if after is None or _depth(after) != _depth(printed):
            return False
        heading = self._naming.read(after[0])
        return bool(heading.unit) if own.unit else self._naming.is_known(heading.name)


def _depth(printed: Printed) -> int:
    return depth_of(printed[0], printed[1], (), has_figures=True)[0]
