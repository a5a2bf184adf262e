"""The bureau's monthly release on house prices in 70 cities, a web page of six tables.

Tables 1 and 2 are folded in two halves, names are padded with blanks, and each price index has
its base in a second line of the header. The average index runs from January to the month.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cockpit.catalog import Catalog
from cockpit.reading import Reading
from loaders.grid import Workbook
from loaders.publisher import Publisher
from loaders.report import Report
from loaders.workbook import WorkbookReader

ID = "nbs"
_TITLE = re.compile(r"70个大中城市(?P<indicator>\S*?价格(?:分类)?指数)")


def handles(workbook: Workbook, name: str) -> bool:  # noqa: ARG001
    """A table stands below a title that names the 70 cities."""
    return any(_TITLE.search("".join(sheet.caption.split())) for sheet in workbook.sheets)


def read(workbook: Workbook, name: str, catalog: Catalog) -> Reading:
    """Read the release; a class of dwellings is part of what its table's title names."""
    return WorkbookReader(name, catalog, Publisher(ID, adds=_named_by_title)).read(workbook)


def _named_by_title(report: Report, lines: Sequence[str]) -> Report:
    for line in lines:
        if found := _TITLE.search("".join(line.split())):
            name = found["indicator"].replace("分类", "")
            return report._replace(facets=report.facets._replace(names=(name,)))
    return report
