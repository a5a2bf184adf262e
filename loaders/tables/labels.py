"""Names of indicators down a column, enclosed by those above them that are set in less."""

from __future__ import annotations

from typing import NamedTuple

from loaders.facets import NOTHING, Facets, facets_of, is_total
from loaders.grid import Cell
from loaders.heading import Heading
from loaders.tables.key import Key
from loaders.tables.levels import depth_of
from loaders.tables.naming import Naming
from loaders.tables.runs import completed
from loaders.tables.sections import section_facets

Above = tuple[tuple[int, Facets], ...]
"""The rows that enclose, with their depths."""


class State(NamedTuple):
    """Where in the hierarchy the last row stood; `beside` is the last known indicator."""

    above: Above = ()
    last: Facets = NOTHING
    beside: str = ""
    marked_at: int | None = None


def _enclosed(outer: Above, own: Facets | None) -> Facets:
    """The row's own words, if it has figures, below the names and the unit of what encloses it."""
    names = tuple(name for _, facets in outer for name in facets.names)
    unit = next((facets.unit for _, facets in reversed(outer) if facets.unit), None)
    part = next((facets.part for _, facets in reversed(outer) if facets.part), None)
    above = Facets(names=names, label=names[-1] if names else "", unit=unit, part=part)
    return above.under(own) if own else above


class Labels:
    """Reads a column of names; a long table repeats them, so each is understood once a place."""

    def __init__(self, naming: Naming, key: Key) -> None:
        self._naming = naming
        self._key = key
        self._state = State()
        self._numbers: dict[tuple[object, ...], int] = {}
        self._known: dict[tuple[object, ...], tuple[State, Facets]] = {}
        self._own: dict[tuple[str, str], Facets] = {}
        self._enclosed: dict[tuple[int, ...], Facets] = {}

    def all(self) -> list[Facets]:
        """Facets of every row of the column."""
        pairs = zip(self._key.rows, self._key.cells, strict=True)
        found = [self._of(row, cell) for row, cell in pairs]
        return found if any(facets.names for facets in found) else completed(found)

    def _of(self, row: int, cell: Cell) -> Facets:
        if row in self._key.table.sections and not self._naming.lists_series:
            self._state = self._below_section(row)
            return NOTHING
        if cell.is_blank:
            return NOTHING
        at = self._key.at(row)
        step = (self._number(self._state), cell.raw, cell.indent, at)
        if step not in self._known:
            self._known[step] = self._read(self._state, cell, at)
        self._state, found = self._known[step]
        return found

    def _number(self, state: State) -> int:
        """States are one where all that they are made of is one."""
        above = tuple((depth, id(facets)) for depth, facets in state.above)
        key = (above, id(state.last), state.beside, state.marked_at)
        return self._numbers.setdefault(key, len(self._numbers))

    def _read(self, state: State, cell: Cell, at: str) -> tuple[State, Facets]:
        heading = self._naming.read(cell.raw)
        own = self._own.setdefault((cell.raw, at), facets_of(heading, at))
        if is_total(heading.name):
            own = self._own[cell.raw, at] = own._replace(names=())
        elif not heading.name and state.last.names:
            return state, _counted_otherwise(state.last, own, heading)
        entered = self._entered(state, cell, own, has_figures=True)
        found = entered.last._replace(beside=state.beside)
        if self._naming.is_known(heading.name):
            entered = entered._replace(beside=heading.name)
        return entered, found

    def _entered(self, state: State, cell: Cell, own: Facets, *, has_figures: bool) -> State:
        """The state below a row."""
        depth, marked_at = depth_of(cell, state.marked_at, has_figures=has_figures)
        outer = tuple(entry for entry in state.above if entry[0] < depth)
        above = (*outer, (depth, own))
        ids = (*(id(facets) for _, facets in above), has_figures)
        if ids not in self._enclosed:
            self._enclosed[ids] = _enclosed(outer, own) if has_figures else _enclosed(above, None)
        return State(above, self._enclosed[ids], state.beside, marked_at)

    def _below_section(self, row: int) -> State:
        """A line without figures heads the rows below it, unless it only gives unit or period."""
        said = section_facets(self._key.kinds, row, self._naming)
        if not said.names:
            return self._state
        cell = self._key.kinds.sheet.cell(row, self._key.kinds.written(row)[0])
        return self._entered(self._state, cell, said._replace(place=None), has_figures=False)


def _counted_otherwise(last: Facets, own: Facets, heading: Heading) -> Facets:
    """同比增长(%) below an indicator counts that indicator."""
    named = tuple(entry for entry in last.evidence if entry[0] == "indicator")
    kept = Facets(names=last.names, evidence=named)
    if not own.says_when:
        kept = kept._replace(time=last.time, part=last.part, relative=last.relative)
    return kept.under(own)._replace(label=heading.label or last.label)
