"""Tables of nobody in particular: one clear header, periods, regions or indicators on its sides.

What such a table does not say is asked. A layout that is not understood whole is refused whole:
half a table, or one column taken for another, would be worse than none. Sheets of bureaus with
layouts of their own will be read by readers of their own, which stand before this one.
"""

from __future__ import annotations

from cockpit.catalog import Catalog
from cockpit.observation import Issue
from cockpit.reading import Reading
from loaders.checks.duplicates import check_duplicates
from loaders.grid import Workbook
from loaders.publisher import Publisher
from loaders.refusal import refusal
from loaders.tables.read import WorkbookReader

_NOT_UNDERSTOOD = frozenset({"P06", "P10", "P12", "P26"})


def handles(workbook: Workbook, name: str) -> bool:  # noqa: ARG001
    """Any workbook; the last reader to be asked."""
    return True


def read(workbook: Workbook, name: str, catalog: Catalog) -> Reading:
    """Read what its headers say; raises FileRefused where they do not account for every figure."""
    reading = WorkbookReader(name, catalog, Publisher("")).read(workbook)
    for issue in (*reading.issues, *check_duplicates(reading, catalog)):
        if issue.issue in _NOT_UNDERSTOOD and issue.cell:
            raise refusal("P25", found=_place(issue))
    return reading


def _place(issue: Issue) -> str:
    return "!".join(part for part in (issue.sheet, issue.cell) if part) or "-"
