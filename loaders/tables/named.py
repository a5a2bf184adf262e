"""What the names beside the figures say of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.facets import NOTHING, Facets, facets_of, is_total
from loaders.grid import Cell, address
from loaders.heading import Heading
from loaders.tables.axes import Half
from loaders.tables.find import Table
from loaders.tables.key import Key, KeyUse
from loaders.tables.kinds import BLANK, COVERED, Kinds
from loaders.tables.levels import Depths
from loaders.tables.moments import times_of
from loaders.tables.naming import Naming

_DITTO = frozenset({"同上", "〃", '"'})


def row_facets(
    kinds: Kinds, table: Table, half: Half, keys: Sequence[tuple[Key, KeyUse]], naming: Naming
) -> dict[int, Facets]:
    """Facets of each row that holds figures, or where figures belong."""
    rows = dict.fromkeys(table.body, NOTHING)
    labelled = any(use == "label" for _, use in keys)
    ground = list(_sections(kinds, table, naming, labelled=labelled))
    for place, row in enumerate(table.body):
        rows[row] = ground[place]
    for key, use in _ordered(keys):
        said = _said(key, use, keys, naming)
        rows = {row: rows[row].under(more) for row, more in zip(table.body, said, strict=True)}
    return {
        row: facets
        for row, facets in rows.items()
        if (
            naming.lists_series and _is_series(kinds, row, half, facets)
            if row in table.sections
            else _has_cells(kinds, row, half)
        )
    }


def _ordered(keys: Sequence[tuple[Key, KeyUse]]) -> list[tuple[Key, KeyUse]]:
    return [(key, use) for key, use in keys if use not in ("month", "translation")]


def _has_cells(kinds: Kinds, row: int, half: Half) -> bool:
    """A row with a figure or a marker, or a blank one that has a name."""
    own = kinds.rows[row]
    if any(own[column] not in (BLANK, COVERED) for column in half.values):
        return True
    return any(own[column] not in (BLANK, COVERED) for column, use in half.keys if use != "unit")


def _is_series(kinds: Kinds, row: int, half: Half, facets: Facets) -> bool:
    """A row of nothing but a name that is a series' own: with a unit, a region or a period."""
    if not (facets.unit or facets.time or (facets.place and facets.place.code)):
        return False
    return kinds.written(row) == [column for column, use in half.keys if use == "key"][:1]


def _sections(kinds: Kinds, table: Table, naming: Naming, *, labelled: bool) -> Iterator[Facets]:
    """What lines between the figures say of all rows below; names only where rows have none."""
    ground = NOTHING
    for row in table.body:
        if row in table.sections:
            said = section_facets(kinds, row, naming)
            if labelled or not all(map(naming.is_known, said.names)):
                said = replace(said.without_names(), measure=None)
            ground = (ground.without_names() if said.names else ground).under(said)
        yield ground


def section_facets(kinds: Kinds, row: int, naming: Naming) -> Facets:
    """What a line of words says."""
    facets = NOTHING
    for column in kinds.written(row):
        text = kinds.sheet.cell(row, column).raw
        facets = facets.under(naming.speak(text, address(row, column)))
    return facets


def _said(
    key: Key, use: KeyUse, keys: Sequence[tuple[Key, KeyUse]], naming: Naming
) -> Sequence[Facets]:
    if use == "time":
        months = next((other for other, of in keys if of == "month"), None)
        return times_of(key, months, naming.read)
    if use == "unit":
        return _units(key, naming)
    if use == "place":
        return _places(key, naming)
    if use == "label":
        return Labels(naming, key).all()
    return [NOTHING] * len(key.rows)


def _units(key: Key, naming: Naming) -> list[Facets]:
    """Units row by row; 同上 repeats the one above."""
    found: list[Facets] = []
    for row, text in zip(key.rows, key.texts, strict=True):
        if text in _DITTO:
            found.append(found[-1] if found else NOTHING)
        else:
            unit = naming.read(text).unit or text
            found.append(Facets(unit=unit, evidence=(("unit", key.at(row)),)) if text else NOTHING)
    return found


def _places(key: Key, naming: Naming) -> list[Facets]:
    """Regions row by row."""
    names = [naming.read(text).label or text for text in key.texts]
    named = naming.places.axis(names, naming.within)
    rows = zip(key.rows, key.texts, named, strict=True)
    return [
        Facets(place=name, evidence=(("area", key.at(row)),)) if text else NOTHING
        for row, text, name in rows
    ]


class Labels:
    """Names of indicators row by row, enclosed by those above them that are set in less."""

    def __init__(self, naming: Naming, key: Key) -> None:
        self._naming = naming
        self._key = key
        self._depths = Depths()
        self._above: list[tuple[int, Facets]] = []
        self._last = NOTHING
        self._beside = ""

    def all(self) -> list[Facets]:
        """Facets of every row of the column."""
        pairs = zip(self._key.rows, self._key.cells, strict=True)
        return [self._of(row, cell) for row, cell in pairs]

    def _of(self, row: int, cell: Cell) -> Facets:
        if row in self._key.table.sections and not self._naming.lists_series:
            self._section(row)
            return NOTHING
        if cell.is_blank:
            return NOTHING
        heading = self._naming.read(cell.raw)
        own = facets_of(heading, self._key.at(row))
        if is_total(heading.name):
            own = replace(own, names=())
        elif not heading.name and self._last.names:
            return self._counted_otherwise(own, heading)
        self._enter(cell, own, has_figures=True)
        self._last = self._enclosing(own)
        found = replace(self._last, beside=self._beside)
        if self._naming.is_known(heading.name):
            self._beside = heading.name
        return found

    def _counted_otherwise(self, own: Facets, heading: Heading) -> Facets:
        """同比增长(%) below an indicator counts that indicator."""
        named = [entry for entry in self._last.evidence if entry[0] == "indicator"]
        kept = Facets(names=self._last.names, evidence=tuple(named))
        return replace(kept.under(own), label=heading.label or self._last.label)

    def _section(self, row: int) -> None:
        """A line without figures heads the rows below it, unless it only gives unit or period."""
        said = section_facets(self._key.kinds, row, self._naming)
        if said.names:
            cell = self._key.kinds.sheet.cell(row, self._key.kinds.written(row)[0])
            self._enter(cell, replace(said, place=None), has_figures=False)
            self._last = self._enclosing(NOTHING)

    def _enter(self, cell: Cell, own: Facets, *, has_figures: bool) -> None:
        depth = self._depths.of(cell, has_figures=has_figures)
        while self._above and self._above[-1][0] >= depth:
            self._above.pop()
        self._above.append((depth, own))

    def _enclosing(self, own: Facets) -> Facets:
        """The row's own words below the names, and the unit, of what encloses it."""
        outer = self._above if own is NOTHING else self._above[:-1]
        names = tuple(name for _, facets in outer for name in facets.names)
        unit = next((facets.unit for _, facets in reversed(outer) if facets.unit), None)
        return Facets(names=names, label=names[-1] if names else "", unit=unit).under(own)
