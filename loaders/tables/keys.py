"""What the columns left of the figures say about each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cockpit.catalog import normalise
from loaders.grid import Cell, Sheet
from loaders.labels import read_label
from loaders.places import Places
from loaders.tables.header import Header
from loaders.tables.nesting import enclosing
from loaders.tables.roles import Role
from loaders.timeline import read_axis
from loaders.times import Time, cell_time, printed, read_time
from loaders.values import read_value
from loaders.words import NOTHING, Words

_NEARLY_ALL = 0.8
_PART_OF_YEAR = re.compile(r"\d{1,2}")
_PROVEN: frozenset[Role] = frozenset({"unit", "freq", "serial", "other", "year", "month"})

Rows = list[tuple[int, Words]]


@dataclass(frozen=True)
class Key:
    """A column of names beside the figures: its cells in the rows of the table."""

    number: int
    announced: Role | None
    cells: Sequence[Cell]
    texts: Sequence[str]

    @classmethod
    def of(cls, sheet: Sheet, column: int, announced: Role | None, body: Sequence[int]) -> Key:
        """The column's cells; a merged cell fills all rows it covers."""
        cells = [sheet.spread(row, column) for row in body]
        return cls(column, announced, cells, [printed(cell) for cell in cells])

    @property
    def times(self) -> list[Time | None]:
        """The period each cell names."""
        return [cell_time(cell) for cell in self.cells]

    def role(self, places: Places) -> Role:
        """What the column proves to hold, whatever its heading announces."""
        written = [text for text in self.texts if text]
        if not written:
            return "other"
        if self.announced in _PROVEN:
            return self.announced or "other"
        numbers = sum(read_value(cell).value is not None for cell in self.cells)
        dated = sum(time is not None for time in self.times) >= _NEARLY_ALL * len(written)
        if dated and (self.announced or numbers < len(written)):
            return "time"
        if places.are_places(written):
            return "place"
        if numbers == len(written):
            return "serial"
        return self.announced if self.announced in ("place", "indicator") else "indicator"


def row_words(sheet: Sheet, header: Header, body: Sequence[int], places: Places) -> Rows:
    """Words for each row that holds figures, or where figures belong."""
    keys = [Key.of(sheet, column, announced, body) for column, announced in header.keys]
    words = [NOTHING] * len(body)
    for key, role in _chosen(keys, places):
        said = _said(key, role, keys, places)
        words = [_joined(before, more) for before, more in zip(words, said, strict=True)]
    rows = zip(body, words, strict=True)
    return [(row, said) for row, said in rows if _belongs(sheet, header, row, said)]


def _chosen(keys: Sequence[Key], places: Places) -> list[tuple[Key, Role]]:
    """Columns with their roles; of several columns of regions, the one best known."""
    found = [(key, key.role(places)) for key in keys]
    named = [key for key, role in found if role == "place"]
    best = max(named, key=lambda key: sum(map(bool, map(places.code, key.texts))), default=None)
    return [(key, role) for key, role in found if role != "place" or key is best]


def _said(key: Key, role: Role, keys: Sequence[Key], places: Places) -> Sequence[Words]:
    if role == "place":
        named = zip(places.axis(key.texts), key.texts, strict=True)
        return [Words(place=name) if text else NOTHING for name, text in named]
    if role in ("time", "year"):
        month = next((other for other in keys if other.announced == "month"), None)
        return _moments(key.texts, key.times) if month is None else _year_months(key, month)
    if role == "indicator":
        named = zip(key.texts, enclosing(key.cells), strict=True)
        return [Words(indicator=text or None, parents=above) for text, above in named]
    if role == "unit":
        return [Words(unit=text or None) for text in key.texts]
    return [NOTHING] * len(key.texts)


def _year_months(year: Key, month: Key) -> Sequence[Words]:
    """Years in one column, months in another."""
    pairs = zip(year.texts, month.texts, strict=True)
    texts = [f"{y}-{int(m):02d}" if _PART_OF_YEAR.fullmatch(m) else f"{y}{m}" for y, m in pairs]
    return _moments(texts, [read_time(text) for text in texts])


def _moments(texts: Sequence[str], times: Sequence[Time | None]) -> Sequence[Words]:
    return [Words(time=moment) if moment else NOTHING for moment in read_axis(texts, times)]


def _joined(before: Words, said: Words) -> Words:
    """Two columns of indicator names: the right one names it, the left one encloses it."""
    outer, inner = before.indicator, said.indicator
    if outer and inner and normalise(outer) != normalise(inner):
        return replace(before.under(said), parents=(*before.parents, outer))
    return before.under(said)


def _belongs(sheet: Sheet, header: Header, row: int, words: Words) -> bool:
    """Rows with a figure, and blank rows whose name is a series' own: place, unit, period."""
    if words == NOTHING:
        return False
    if any(not sheet.cell(row, column).is_blank for column in header.values):
        return True
    if words.indicator is None:
        return words.time is not None or bool(words.place and words.place.code)
    return bool(words.unit or read_label(words.indicator, lambda _: False).unit)
