"""Which reader reads which file, in one order for all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

from cockpit.catalog import Catalog
from cockpit.reading import Reading
from loaders import plain
from loaders.checks.run import check
from loaders.containers import check_size, open_workbook
from loaders.nbs import database, house_prices
from loaders.refusal import refusal

READERS: tuple[ModuleType, ...] = (house_prices, database, plain)
"""Each offers `handles(workbook, name)` and `read(workbook, name, catalog)`; the first that
handles a workbook reads it."""


def read(path: Path, name: str, catalog: Catalog) -> Reading:
    """Read a file in this process; raises FileRefused where it holds nothing that can be read.

    `name` is what the file was called where it came from.
    """
    check_size(path.stat().st_size)
    workbook = open_workbook(path.read_bytes())
    reader = next(reader for reader in READERS if reader.handles(workbook, name))
    reading: Reading = reader.read(workbook, name, catalog)
    if not reading.observations:
        raise refusal("P01")
    return replace(reading, issues=(*reading.issues, *check(reading, catalog)))
