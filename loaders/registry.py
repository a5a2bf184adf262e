"""Which reader reads which file, in one order for all."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from cockpit.catalog import Catalog
from cockpit.errors import FileRefused
from cockpit.memory import NOTHING, Memory
from cockpit.observation import Issue
from cockpit.reading import Reading
from loaders import plain
from loaders.checks.doubts import with_doubts
from loaders.checks.run import check
from loaders.containers import check_size, open_workbook
from loaders.grid import Workbook
from loaders.memory import remember, settle
from loaders.nbs import database, house_prices
from loaders.refusal import refusal
from loaders.undisturbed import undisturbed

READERS: tuple[ModuleType, ...] = (house_prices, database, plain)
"""Each offers `handles(workbook, name)` and `read(workbook, name, catalog)`; the first that
handles a workbook reads it."""


def read(path: Path, name: str, catalog: Catalog, memory: Memory = NOTHING) -> Reading:
    """Read a file in this process; raises FileRefused where it holds nothing that can be read.

    `name` is what the file was called where it came from, `memory` what staff confirmed about
    files like it.
    """
    check_size(path.stat().st_size)
    with undisturbed():
        return read_workbook(open_workbook(path.read_bytes()), name, catalog, memory)


def read_workbook(workbook: Workbook, name: str, catalog: Catalog, memory: Memory) -> Reading:
    """Read a workbook that is open; raises as `read` does."""
    if workbook.members:
        return remember(_read_members(workbook, name, catalog), workbook, memory, catalog)
    found = remember(_understood(workbook, name, catalog), workbook, memory, catalog)
    return settle(_checked(found, catalog), workbook, memory, catalog)


def _understood(workbook: Workbook, name: str, catalog: Catalog) -> Reading:
    reader = next(reader for reader in READERS if reader.handles(workbook, name))
    reading: Reading = reader.read(workbook, name, catalog)
    if not reading.observations:
        raise refusal("P01")
    return reading


def _checked(reading: Reading, catalog: Catalog) -> Reading:
    found = check(reading, catalog)
    records = with_doubts(reading.observations, found)
    return replace(reading, observations=records, issues=found.after(reading.issues))


def _read_members(workbook: Workbook, name: str, catalog: Catalog) -> Reading:
    """The files of a packed one, each read by itself; a sheet is named after its file."""
    issues = [*workbook.issues]
    readings: list[tuple[str, Reading]] = []
    for member, inner in workbook.members:
        try:
            found = _understood(inner, posixpath.basename(member), catalog)
            readings.append((member, _checked(found, catalog)))
        except FileRefused as refused:
            issues += _of_member(member, refused.issues)
    if not readings:
        raise refusal("P01")
    return Reading(
        file=name,
        source=readings[0][1].source,
        observations=tuple(
            record._replace(sheet=_within(member, record.sheet))
            for member, one in readings
            for record in one.observations
        ),
        issues=(*issues, *(f for member, one in readings for f in _of_member(member, one.issues))),
    )


def _of_member(member: str, issues: Iterable[Issue]) -> Iterator[Issue]:
    for issue in issues:
        yield replace(issue, sheet=_within(member, issue.sheet))


def _within(member: str, sheet: str) -> str:
    return f"{member}/{sheet}" if sheet else member
