"""A column of names beside the figures, and what its names prove to be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from loaders.grid import Cell, address, letters
from loaders.heading import Heading
from loaders.heading.cells import LONGEST, printed
from loaders.places import Places
from loaders.remembered import Remembered
from loaders.tables.axes import Half, Use
from loaders.tables.find import Table
from loaders.tables.hierarchy import Printed
from loaders.tables.kinds import BLANK, COVERED, TEXT, Kinds
from loaders.tables.naming import Naming, Read
from loaders.tables.paths import Paths
from loaders.tables.roles import Role

KeyUse = Literal["time", "month", "unit", "freq", "place", "label", "translation"]

_NEARLY_ALL = 0.8
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_chinese: Remembered[str, bool] = Remembered(lambda text: _CHINESE.search(text) is not None)


@dataclass(frozen=True)
class Key:
    """Its cells in the rows of the table; a merged cell fills all rows that it covers."""

    kinds: Kinds
    table: Table
    column: int
    use: Use
    announced: Role | None
    lists_series: bool
    finer: int | None = None
    """The next column of names; a name that is written once holds for its rows there."""
    coarser: tuple[int, ...] = ()
    """The columns of names before this one: a new name there ends the one here."""

    @classmethod
    def of(
        cls, kinds: Kinds, table: Table, column: int, use: Use, paths: Paths, *, lists_series: bool
    ) -> Key:
        """The column with the role that its heading announces."""
        return cls(kinds, table, column, use, paths.announced(column), lists_series)

    @property
    def rows(self) -> Sequence[int]:
        """The rows of the table, those without figures included."""
        return self.table.body

    @cached_property
    def cells(self) -> list[Cell]:
        """A cell for every row; none of another column merged over it."""
        column, rows = self.column, self.kinds.sheet.rows
        if self._places is None:
            return [rows[row][column] for row in self.rows]
        cell = self.kinds.sheet.cell
        return [cell(place, column) for place in self._places]

    @cached_property
    def _places(self) -> Sequence[int] | None:
        """The row in which each row's name is written; None where each has its own."""
        column, kinds = self.column, self.kinds.rows
        own = "".join([kinds[row][column] for row in self.rows])
        if BLANK not in own and COVERED not in own:
            return None
        found: list[int] = []
        for row in self.rows:
            kind = kinds[row][column]
            if kind == COVERED:
                found.append(self._anchor(row))
            elif kind == BLANK and found and self._is_finer(row):
                found.append(found[-1])
            else:
                found.append(row)
        return found

    def _anchor(self, row: int) -> int:
        top, left = self.kinds.sheet.anchor(row, self.column)
        return top if left == self.column else len(self.kinds.rows)

    def _is_finer(self, row: int) -> bool:
        kinds = self.kinds.rows[row]
        if self.finer is None or kinds[self.finer] != TEXT or row in self.table.sections:
            return False
        return not any(kinds[column] in (TEXT, COVERED) for column in self.coarser)

    @cached_property
    def texts(self) -> list[str]:
        """The words of every row, blank in lines between the figures."""
        texts = [
            cell.raw[:LONGEST].strip() if cell.value.__class__ is str else printed(cell).strip()
            for cell in self.cells
        ]
        sections = () if self.lists_series else self.table.sections
        if not sections:
            return texts
        pairs = zip(self.rows, texts, strict=True)
        return ["" if row in sections else text for row, text in pairs]

    @cached_property
    def printed(self) -> list[Printed | None]:
        """The name of every row as it is set, and where it stands; None where there is none."""
        rows = zip(self.cells, self.ats, strict=True)
        return [None if cell.is_blank else (cell.raw, cell.indent, at) for cell, at in rows]

    @cached_property
    def ats(self) -> list[str]:
        """Where each row's name stands: its column, or its address if it is another row's too."""
        name = letters(self.column)
        if self._places is None:
            return [name] * len(self.rows)
        pairs = zip(self.rows, self._places, strict=True)
        return [name if row == place else address(place, self.column) for row, place in pairs]

    @cached_property
    def written(self) -> list[str]:
        """The words that are there."""
        return list(filter(None, self.texts))

    @cached_property
    def distinct(self) -> list[str]:
        """The words that are there, each once."""
        return list(dict.fromkeys(self.written))

    @cached_property
    def is_chinese(self) -> bool:
        """Whether most names are Chinese."""
        return 2 * sum(map(_chinese.__getitem__, self.written)) > len(self.written)


def are_chinese(texts: Mapping[str, int]) -> bool:
    """Whether most of some texts, each so many times, are Chinese."""
    found = sum(count for text, count in texts.items() if _chinese[text])
    return 2 * found > sum(texts.values())


def keys_of(
    kinds: Kinds, table: Table, half: Half, paths: Paths, naming: Naming
) -> list[tuple[Key, KeyUse]]:
    """The columns of names with what they hold; of several spellings the Chinese one counts."""
    keys = [
        Key.of(kinds, table, column, use, paths, lists_series=naming.lists_series)
        for column, use in half.keys
    ]
    columns = tuple(key.column for key in keys)
    keys = [_among(key, columns[:n], keys[n + 1 : n + 2]) for n, key in enumerate(keys)]
    found = [(key, _use_of(key, naming.places, naming.read)) for key in keys if key.written]
    named = [key for key, use in found if use in ("place", "label") and key.is_chinese]
    regions = [key for key, use in found if use == "place"]
    best = max(regions, key=lambda key: (key.is_chinese, _known(key, naming.places)), default=None)
    return [(key, _kept(key, use, named=bool(named), best=best)) for key, use in found]


def _among(key: Key, coarser: tuple[int, ...], later: Sequence[Key]) -> Key:
    """A name written once holds for the rows below where the next column names every row."""
    if key.use not in ("key", "time") or not later or later[0].use not in ("key", "unit"):
        return key
    column, kinds, sections = later[0].column, key.kinds.rows, key.table.sections
    own = [kinds[row][column] for row in key.rows if row not in sections]
    full = own.count(TEXT) == len(own)
    return replace(key, finer=later[0].column, coarser=coarser) if full else key


def _kept(key: Key, use: KeyUse, *, named: bool, best: Key | None) -> KeyUse:
    if use == "place" and key is not best:
        return "translation"
    if use == "label" and named and not key.is_chinese:
        return "translation"
    return use


def _known(key: Key, places: Places) -> int:
    return sum(places.code(text) is not None for text in key.written)


def _use_of(key: Key, places: Places, read: Read) -> KeyUse:
    if key.use in ("unit", "freq", "month"):
        return key.use  # type: ignore[return-value]
    if key.use == "time" or key.announced in ("time", "year"):
        return "time"
    if _are_dates(key.cells):
        return "time"
    headings = list(map(read, key.distinct))
    if _are_periods(headings):
        return "time"
    if _are_units(headings):
        return "unit"
    names = key.announced == "place" and not _have_names(headings)
    return "place" if places.are_places(key.distinct) or names else "label"


def _are_dates(cells: Sequence[Cell]) -> bool:
    others = (cell for cell in cells if not isinstance(cell.value, date))
    return all(cell.is_blank for cell in others) and not all(cell.is_blank for cell in cells)


def _are_periods(headings: Sequence[Heading]) -> bool:
    bare = [
        h for h in headings if not h.name and not h.measure and (h.time or h.part or h.relative)
    ]
    return len(bare) >= _NEARLY_ALL * len(headings)


def _are_units(headings: Sequence[Heading]) -> bool:
    return all(h.unit and not h.name and not h.measure for h in headings)


def _have_names(headings: Sequence[Heading]) -> bool:
    """Names that carry a unit or a way of counting are no regions."""
    return any(h.unit or h.measure for h in headings)
