"""What a loader understood of one file."""

from __future__ import annotations

from dataclasses import dataclass

from cockpit.observation import Issue, Observation


@dataclass(frozen=True, slots=True)
class Reading:
    """The records and issues of one file; `source` names the reader that recognised it."""

    file: str
    source: str
    observations: tuple[Observation, ...]
    issues: tuple[Issue, ...]
    family: str = ""
    """The kind of file it is, month after month; empty where nothing says so."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Printed cells around a place: rows by number, columns by letter, `texts` row by row.

    `heading` are the words printed above the place, without the period.
    """

    sheet: str
    cell: str
    heading: str
    rows: tuple[int, ...]
    columns: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
