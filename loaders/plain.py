"""Sheets of any bureau: every table whose headings and names account for its figures."""

from __future__ import annotations

from cockpit.catalog import Catalog
from cockpit.reading import Reading
from loaders.grid import Workbook
from loaders.publisher import Publisher
from loaders.workbook import WorkbookReader


def handles(workbook: Workbook, name: str) -> bool:  # noqa: ARG001
    """Any workbook; the last reader to be asked."""
    return True


def read(workbook: Workbook, name: str, catalog: Catalog) -> Reading:
    """Read what its headers say; what they leave open is asked."""
    return WorkbookReader(name, catalog, Publisher("")).read(workbook)
