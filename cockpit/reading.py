"""What a loader understood of one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cockpit.observation import Issue, Observation


@dataclass(frozen=True, slots=True)
class Reading:
    """The records and issues of one file; `source` names the reader that recognised it.

    Records of a very long file, and issues, are made one by one, each time they are asked for.
    """

    file: str
    source: str
    observations: Sequence[Observation]
    issues: Sequence[Issue]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWindow:
    """A part of a sheet as it is printed, and what each of its cells was good for.

    `top` and `left` count from 0, `height` and `width` are those of the whole sheet. `merges` are
    row, column, rows and columns within the window. `evidence` names for each figure the places
    that say what it is, `said` what is printed there, `unread` why other cells were left out;
    `left_out` counts them in the whole sheet, by reason.
    """

    sheets: tuple[str, ...]
    sheet: str
    top: int
    left: int
    height: int
    width: int
    texts: tuple[tuple[str, ...], ...]
    merges: tuple[tuple[int, int, int, int], ...]
    evidence: Mapping[str, Mapping[str, str]]
    said: Mapping[str, str]
    unread: Mapping[str, str]
    left_out: Mapping[str, int]
