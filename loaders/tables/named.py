"""What the names beside the figures say of each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from loaders import reasons
from loaders.facets import NOTHING, Facets
from loaders.heading import chinese_part
from loaders.markers import MARKERS
from loaders.tables.axes import Half
from loaders.tables.beside import at_level
from loaders.tables.experience import regions, units
from loaders.tables.find import Table
from loaders.tables.key import Key, KeyUse
from loaders.tables.kinds import NOT_WRITTEN, Kinds
from loaders.tables.labels import Labels
from loaders.tables.moments import times_of
from loaders.tables.naming import Naming
from loaders.tables.regions import of_its_region
from loaders.tables.sections import said_above

DITTO = frozenset({"同上", "〃", "″", "〞", '"', "“", "”", "''"})
_FIGURE = re.compile(r"[-+]?\d+(?:\.\d+)?")
"""What stands in a column of units and is none."""


Parts = tuple[Facets, ...]
"""What the lines above and each column of names say of a row; equal ones are one object."""


def row_facets(
    kinds: Kinds,
    table: Table,
    half: Half,
    keys: Sequence[tuple[Key, KeyUse]],
    naming: Naming,
    corner: Facets,
) -> dict[int, Parts]:
    """Facets of each row that holds figures, or where figures belong; `corner` holds for all."""
    labelled = any(use == "label" for _, use in keys)
    above = said_above(kinds, table, half, naming, labelled=labelled)
    said = [_said(key, use, keys, naming) for key, use in ordered(keys)]
    said = _own_units(ordered(keys), said)
    rows = zip(table.body, zip(repeat(corner), above, *said, strict=False), strict=True)
    return {row: parts for row, parts in rows if _belongs(kinds, table, row, half, parts, naming)}


def _belongs(
    kinds: Kinds, table: Table, row: int, half: Half, parts: Parts, naming: Naming
) -> bool:
    if half.keys and _say_nothing(parts[2:]):
        return False
    if row not in table.sections:
        return _has_cells(kinds.rows[row], half)
    return naming.lists_series and _is_series(kinds, row, half, parts[1:])


def _say_nothing(parts: Parts) -> bool:
    """Whether all are the one object that says nothing."""
    for part in parts:  # noqa: SIM110
        if part is not NOTHING:
            return False
    return True


def ordered(keys: Sequence[tuple[Key, KeyUse]]) -> list[tuple[Key, KeyUse]]:
    """The columns of names that say something of rows, as their parts follow each other."""
    return [(key, use) for key, use in keys if use not in ("month", "translation")]


def _has_cells(own: str, half: Half) -> bool:
    """A row with a figure or a marker, or a blank one that has a name."""
    for column in half.values:
        if own[column] not in NOT_WRITTEN:
            return True
    return any(own[column] not in NOT_WRITTEN for column, use in half.keys if use != "unit")


def _is_series(kinds: Kinds, row: int, half: Half, parts: Parts) -> bool:
    """A row of nothing but a name that is a series' own: with a unit, a region or a period."""
    if not any(part.unit or part.time or (part.place and part.place.code) for part in parts):
        return False
    return kinds.written(row) == [column for column, use in half.keys if use == "key"][:1]


def _said(
    key: Key, use: KeyUse, keys: Sequence[tuple[Key, KeyUse]], naming: Naming
) -> Sequence[Facets]:
    if use == "time":
        months = next((other for other, of in keys if of == "month"), None)
        return times_of(key, months, naming.read)
    if use == "unit":
        return _units(key)
    if use == "place":
        return _places(key, naming)
    if use == "label":
        return [
            of_its_region(at_level(facets, naming), naming) for facets in Labels(naming, key).all()
        ]
    return [NOTHING] * len(key.rows)


def _own_units(
    keys: Sequence[tuple[Key, KeyUse]], said: Sequence[Sequence[Facets]]
) -> list[Sequence[Facets]]:
    """A unit in a row's name counts where its unit cell is blank, not the unit of the row above."""
    names = [facets for (_, use), facets in zip(keys, said, strict=True) if use == "label"]
    return [
        [
            NOTHING if not text and any(one[row].unit for one in names) else unit
            for row, (text, unit) in enumerate(zip(key.texts, facets, strict=True))
        ]
        if use == "unit" and len(key.written) < len(key.texts)
        else facets
        for (key, use), facets in zip(keys, said, strict=True)
    ]


def _units(key: Key) -> list[Facets]:
    """Units row by row; 同上, or nothing, repeats the one above; a dash is none."""
    found: list[Facets] = []
    for row, text, at in zip(key.rows, key.texts, key.ats, strict=True):
        if row in key.table.sections or text in MARKERS:
            found.append(NOTHING)
        elif not text or text in DITTO:
            found.append(found[-1] if found else NOTHING)
        elif _FIGURE.fullmatch(text):
            found.append(NOTHING._replace(doubts=(reasons.ODD_UNIT,)))
        else:
            found.append(units[chinese_part(text), at])
    return found


def _places(key: Key, naming: Naming) -> list[Facets]:
    """Regions row by row."""
    names = [naming.read(text).label or text for text in key.texts]
    named = naming.places.axis(names, naming.within)
    rows = zip(key.texts, named, key.ats, strict=True)
    return [regions[name, at] if text else NOTHING for text, name, at in rows]
