"""Tables of nobody in particular: one clear header, periods, regions or indicators on its sides.

What such a table does not say is asked. Sheets of bureaus with layouts of their own will be read
by readers of their own, which stand before this one.
"""

from __future__ import annotations

from cockpit.catalog import Catalog
from cockpit.reading import Reading
from loaders.grid import Workbook
from loaders.publisher import Publisher
from loaders.tables.read import WorkbookReader


def handles(workbook: Workbook, name: str) -> bool:  # noqa: ARG001
    """Any workbook; the last reader to be asked."""
    return True


def read(workbook: Workbook, name: str, catalog: Catalog) -> Reading:
    """Read what its headers say."""
    return WorkbookReader(name, catalog, Publisher("")).read(workbook)
