"""A column of names beside the figures, and what its names prove to be."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Literal

from loaders.grid import Cell, address, letters
from loaders.heading import Heading
from loaders.heading.cells import LONGEST, day_period, printed
from loaders.places import Places
from loaders.remembered import Remembered
from loaders.tables.axes import Half, Use
from loaders.tables.find import Table
from loaders.tables.hierarchy import Printed
from loaders.tables.kinds import COVERED, Kinds
from loaders.tables.naming import Naming, Read
from loaders.tables.paths import Paths
from loaders.tables.roles import Role
from loaders.written import BLANK, TEXT

Uses = Sequence[tuple[int, Use]]
KeyUse = Literal["time", "month", "unit", "freq", "place", "label", "translation"]

_NEARLY_ALL = 0.8
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_chinese: Remembered[str, bool] = Remembered(lambda text: _CHINESE.search(text) is not None)


class Key:
    """Its cells in the rows of the table; a merged cell fills all rows that it covers.

    `texts` are the words of every row, blank in lines between the figures, `written` those that
    are there; `ats` tell where each row's name stands: its column, or the address of another row.
    """

    def __init__(
        self,
        kinds: Kinds,
        table: Table,
        half: Half,
        number: int,
        announced: Role | None,
        lists_series: bool,
    ) -> None:
        self.kinds = kinds
        self.table = table
        self.half = half
        self.column, self.use = half.keys[number]
        self.announced = announced
        self.rows: Sequence[int] = table.body
        if self._is_full():
            rows, column = kinds.sheet.rows, self.column
            self.cells = [rows[row][column] for row in table.body]
            self.ats = [letters(column)] * len(self.cells)
        else:
            self._take(
                self._places(half.keys[:number], half.keys[number + 1 : number + 2]),
                opens=not number,
            )
        self.texts = self._texts(frozenset() if lists_series else table.sections)
        self.written = list(filter(None, self.texts))

    def _is_full(self) -> bool:
        """Every row has a cell of its own here."""
        column, kinds = self.column, self.kinds.rows
        own = "".join([kinds[row][column] for row in self.rows])
        return BLANK not in own and COVERED not in own

    def _take(self, places: Sequence[int], *, opens: bool) -> None:
        """The cells in some rows; none of another column merged over it.

        合计 merged over 序号 and the names is a name: the first column of names `opens`.
        """
        column, name = self.column, letters(self.column)
        cell = self.kinds.sheet.spread if opens else self.kinds.sheet.cell
        self.cells = [cell(place, column) for place in places]
        pairs = zip(self.rows, places, strict=True)
        self.ats = [name if row == place else address(place, column) for row, place in pairs]

    def _places(self, before: Uses, behind: Uses) -> list[int]:
        """The row in which each row's name is written."""
        column, kinds = self.column, self.kinds.rows
        coarser = [other for other, _ in before]
        finer = self._finer(behind)
        found: list[int] = []
        for row in self.rows:
            kind = kinds[row][column]
            if kind == COVERED:
                found.append(self._anchor(row, opens=not before))
            elif kind == BLANK and found and self._is_finer(row, finer, coarser):
                found.append(found[-1])
            else:
                found.append(row)
        return found

    def _anchor(self, row: int, *, opens: bool) -> int:
        top, left = self.kinds.sheet.anchor(row, self.column)
        return top if left == self.column or opens else len(self.kinds.rows)

    def _finer(self, behind: Uses) -> int | None:
        """A name written once holds for the rows below where the next column names every row."""
        if self.use not in ("key", "time") or not behind or behind[0][1] not in ("key", "unit"):
            return None
        column, kinds, sections = behind[0][0], self.kinds.rows, self.table.sections
        own = [kinds[row][column] for row in self.rows if row not in sections]
        return column if own.count(TEXT) == len(own) else None

    def _is_finer(self, row: int, finer: int | None, coarser: Sequence[int]) -> bool:
        """A new name in a column before ends the one here."""
        kinds = self.kinds.rows[row]
        if finer is None or kinds[finer] != TEXT or row in self.table.sections:
            return False
        return not any(kinds[column] in (TEXT, COVERED) for column in coarser)

    def _texts(self, sections: Collection[int]) -> list[str]:
        texts = [
            cell.raw[:LONGEST].strip() if cell.value.__class__ is str else printed(cell).strip()
            for cell in self.cells
        ]
        if not sections:
            return texts
        pairs = zip(self.rows, texts, strict=True)
        return ["" if row in sections else text for row, text in pairs]

    def printed(self) -> list[Printed | None]:
        """The name of every row as it is set, and where it stands; None where there is none."""
        rows = zip(self.cells, self.ats, strict=True)
        return [None if cell.is_blank else (cell.raw, cell.indent, at) for cell, at in rows]

    @property
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
        Key(kinds, table, half, number, paths.announced(column), naming.lists_series)
        for number, (column, _) in enumerate(half.keys)
    ]
    found = [(key, _use_of(key, naming.places, naming.read)) for key in keys if key.written]
    named = [key for key, use in found if use in ("place", "label") and key.is_chinese]
    regions = [key for key, use in found if use == "place"]
    best = max(regions, key=lambda key: (key.is_chinese, _known(key, naming.places)), default=None)
    if any(use == "unit" and key.is_chinese for key, use in found):
        found = [(key, use) for key, use in found if use != "unit" or key.is_chinese]
    return [(key, _kept(key, use, named=bool(named), best=best)) for key, use in found]


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
    names = list(dict.fromkeys(key.written))
    headings = list(map(read, names))
    if _are_periods(headings):
        return "time"
    if _are_units(headings):
        return "unit"
    regions = key.announced == "place" and not _have_names(headings)
    return "place" if places.are_places(names) or regions else "label"


def _are_dates(cells: Sequence[Cell]) -> bool:
    """Days that begin or end months, as dates or as text."""
    written = [cell for cell in cells if not cell.is_blank]
    return bool(written) and all(_is_date(cell) for cell in written)


def _is_date(cell: Cell) -> bool:
    return isinstance(cell.value, date) or day_period(cell.raw) is not None


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
