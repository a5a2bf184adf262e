"""What the columns left of the figures say about each row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cockpit.catalog import normalise
from loaders.grid import Sheet
from loaders.labels import read_label
from loaders.places import Places
from loaders.tables.header import Header
from loaders.tables.roles import Role
from loaders.timeline import read_axis
from loaders.times import cell_time, printed, read_time
from loaders.values import read_value
from loaders.words import NOTHING, Words

_NEARLY_ALL = 0.8
_FRACTION = re.compile(r"\d{1,2}")

Rows = list[tuple[int, Words]]


def row_words(sheet: Sheet, header: Header, body: Sequence[int], places: Places) -> Rows:
    """Words for each row that holds figures, or where figures belong."""
    columns = _roles(sheet, header, body, places)
    words = dict.fromkeys(body, NOTHING)
    for column, role in columns.items():
        texts = [printed(sheet.spread(row, column)) for row in body]
        for row, said in zip(
            body, _said(sheet, column, role, body, texts, places, columns), strict=True
        ):
            words[row] = _joined(words[row], said)
    return [(row, said) for row, said in words.items() if _belongs(sheet, header, row, said)]


def _roles(sheet: Sheet, header: Header, body: Sequence[int], places: Places) -> Mapping[int, Role]:
    """What each column of names proves to hold, whatever its heading says."""
    found: dict[int, Role] = {}
    for column, announced in header.keys:
        texts = [printed(sheet.spread(row, column)) for row in body]
        found[column] = _proven(sheet, column, announced, body, texts, places)
    named = [column for column, role in found.items() if role == "place"]
    best = max(named, key=lambda c: _known_places(sheet, c, body, places), default=None)
    return {c: role for c, role in found.items() if role != "place" or c == best}


def _proven(
    sheet: Sheet,
    column: int,
    announced: Role | None,
    body: Sequence[int],
    texts: Sequence[str],
    places: Places,
) -> Role:
    written = [row for row, text in zip(body, texts, strict=True) if text]
    if not written:
        return "other"
    if announced in ("unit", "freq", "serial", "other", "year", "month"):
        return announced
    numbers = sum(read_value(sheet.spread(row, column)).value is not None for row in written)
    times = sum(cell_time(sheet.spread(row, column)) is not None for row in written)
    if times >= _NEARLY_ALL * len(written) and (announced or numbers < len(written)):
        return "time"
    if places.are_places([text for text in texts if text]):
        return "place"
    if numbers == len(written):
        return "serial"
    return announced if announced in ("place", "indicator") else "indicator"


def _known_places(sheet: Sheet, column: int, body: Sequence[int], places: Places) -> int:
    return sum(places.code(printed(sheet.spread(row, column))) is not None for row in body)


def _said(
    sheet: Sheet,
    column: int,
    role: Role,
    body: Sequence[int],
    texts: Sequence[str],
    places: Places,
    columns: Mapping[int, Role],
) -> Sequence[Words]:
    if role == "place":
        named = places.axis(texts)
        return [
            Words(place=name) if text else NOTHING for name, text in zip(named, texts, strict=True)
        ]
    if role in ("time", "year"):
        return _times(sheet, column, body, texts, columns)
    if role == "indicator":
        return [Words(indicator=text or None) for text in texts]
    if role == "unit":
        return [Words(unit=text or None) for text in texts]
    return [NOTHING] * len(texts)


def _times(
    sheet: Sheet,
    column: int,
    body: Sequence[int],
    texts: Sequence[str],
    columns: Mapping[int, Role],
) -> Sequence[Words]:
    month = next((c for c, role in columns.items() if role == "month"), None)
    if month is not None:
        months = [printed(sheet.spread(row, month)) for row in body]
        texts = [_with_month(text, part) for text, part in zip(texts, months, strict=True)]
        times = [read_time(text) for text in texts]
    else:
        times = [cell_time(sheet.spread(row, column)) for row in body]
    return [Words(time=moment) if moment else NOTHING for moment in read_axis(texts, times)]


def _with_month(year: str, month: str) -> str:
    return f"{year}-{int(month):02d}" if _FRACTION.fullmatch(month) else f"{year}{month}"


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
