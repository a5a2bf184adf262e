"""The release calendar read from the files that offices write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import get_args

from cockpit.catalog import Catalog
from cockpit.catalog.areas import Level
from cockpit.catalog.sheet import Folder, Row
from cockpit.errors import CatalogueFault, NotInCatalogue
from cockpit.period import Freq, Period
from cockpit.release.calendar import BEIJING, Release, ReleaseCalendar, What
from cockpit.terms import freq_of

COLUMNS = "indicators where time_period released source"
HELD = "held"
"""What stands for a day where the office holds figures back until it names one."""


def load_releases(folder: Path, catalog: Catalog) -> ReleaseCalendar:
    """Read every file of the folder; raises CatalogueFault naming each fault with its line."""
    files = Folder(folder, [])
    found: dict[What, Release] = {}
    for path in sorted(folder.glob("*.csv")):
        for row in files.rows(path.name, COLUMNS):
            for what, release in _releases(row, catalog):
                if what in found:
                    row.fault(f"{what.indicator} of {what.where} has a row for this period already")
                found[what] = release
    if files.faults:
        raise CatalogueFault("\n".join(files.faults))
    return ReleaseCalendar(catalog.areas, found)


def _releases(row: Row, catalog: Catalog) -> Iterator[tuple[What, Release]]:
    row.text("indicators")
    row.text("where")
    indicators = row.several("indicators", catalog.indicators, "indicators.csv")
    places = row.several("where")
    for place in places:
        if place not in get_args(Level) and catalog.areas.get(place) is None:
            row.fault(f'where "{place}" is neither a level nor in areas.csv')
    release = Release(_moment(row), row.text("source"))
    freq, end = _period(row)
    for indicator, place in product(indicators, places):
        yield What(indicator, place, freq, end), release


def _moment(row: Row) -> datetime | None:
    """A Beijing day and hour as naive UTC; None for figures that are held back."""
    text = row.text("released")
    if text == HELD:
        return None
    try:
        given = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=BEIJING)
    except ValueError:
        if text:
            row.fault(f'released "{text}" is neither {HELD} nor a time like 2026-10-19 10:00')
        return None
    return given.astimezone(UTC).replace(tzinfo=None)


def _period(row: Row) -> tuple[Freq | None, int | None]:
    text = row.optional("time_period")
    if not text:
        if row.optional("released") != HELD:
            row.fault("time_period is empty: only what is held may be meant in every period")
        return None, None
    try:
        freq = freq_of(text)
    except NotInCatalogue:
        row.fault(f'time_period "{text}" is no period')
        return None, None
    return freq, Period.parse(freq, text).end
