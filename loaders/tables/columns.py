"""What the headings of a table say about the figures below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cockpit.observation import Issue
from cockpit.period import Freq
from loaders.checks.rules import raise_issue
from loaders.grid import Sheet, address
from loaders.labels import chinese_part
from loaders.measures import is_measure
from loaders.places import Places
from loaders.tables.header import Header, Line
from loaders.tables.roles import role_of
from loaders.timeline import Moment, read_axis
from loaders.times import cell_time, printed, read_part
from loaders.values import read_value
from loaders.words import NOTHING, Words

_MOSTLY = 0.5
_TOTAL = re.compile(r"(?:合|总|小)计|全部|total", re.IGNORECASE)
_BASE = re.compile(r"[^=]+=\s*100")
_FREQUENCIES: dict[str, Freq] = {
    "月": "M",
    "月度": "M",
    "monthly": "M",
    "季": "Q",
    "季度": "Q",
    "quarterly": "Q",
    "年": "A",
    "年度": "A",
    "annual": "A",
    "yearly": "A",
}

Columns = list[tuple[int, Words]]


def column_words(sheet: Sheet, header: Header, places: Places) -> tuple[Columns, list[Issue]]:
    """Words for each column of figures, and an issue for each heading that is no period."""
    columns = [c for c in header.values if not _holds_words(sheet, header, c)]
    words = dict.fromkeys(columns, NOTHING)
    issues: list[Issue] = []
    for line in header.lines:
        texts = [printed(sheet.spread(line.row, column)) for column in columns]
        said = _line_words(sheet, line, columns, texts, places)
        for column, words_here in zip(columns, said, strict=True):
            if words_here is None:
                at = (sheet.name, address(line.row, column))
                issues.append(raise_issue("P06", at, found=printed(sheet.cell(line.row, column))))
                words.pop(column, None)
            elif column in words:
                words[column] = _below(words[column], words_here)
    return list(words.items()), issues


def _below(above: Words, said: Words) -> Words:
    """A heading under another: the upper one encloses it, a mere total keeps the upper one."""
    outer, inner = above.indicator, said.indicator
    if outer is None or inner is None or inner == outer:
        return above.under(said)
    if _TOTAL.fullmatch("".join(chinese_part(inner).split())):
        return above
    return replace(above.under(said), parents=(*above.parents, outer))


def _holds_words(sheet: Sheet, header: Header, column: int) -> bool:
    """A column of words under a heading that is no period: remarks, names in a second language."""
    if any(cell_time(sheet.spread(line.row, column)) for line in header.lines):
        return False
    body = (sheet.cell(row, column) for row in range(header.first_body_row, len(sheet.rows)))
    rules = [read_value(cell).rule for cell in body if not cell.is_blank]
    return len(rules) > 1 and all(rule == "P12" for rule in rules)


def _line_words(
    sheet: Sheet, line: Line, columns: Sequence[int], texts: Sequence[str], places: Places
) -> Sequence[Words | None]:
    if line.role == "other":
        return [NOTHING] * len(texts)
    if line.role == "unit" or all(_BASE.fullmatch(text) for text in texts):
        return [Words(unit=text or None) for text in texts]
    if line.role == "freq":
        return [Words(freq=_FREQUENCIES.get(text.lower())) for text in texts]
    parts = [read_part(text) for text in texts]
    if all(parts):
        return [Words(part=part) for part in parts]
    moments = read_axis(texts, [cell_time(sheet.spread(line.row, c)) for c in columns])
    if sum(moment is not None for moment in moments) >= max(_MOSTLY * len(texts), 1):
        return [_at(moment) for moment in moments]
    if line.role == "place" or places.are_places(texts):
        return [replace(NOTHING, place=place) for place in places.axis(texts)]
    return [_named(text) for text in texts]


def _at(moment: Moment | None) -> Words | None:
    return None if moment is None else Words(time=moment)


def _named(text: str) -> Words:
    if not text or role_of(text) == "value":
        return NOTHING
    return Words(measure=text) if is_measure(text) else Words(indicator=text)
