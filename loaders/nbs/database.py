"""Exports of 国家数据, the bureau's database, in the formats of before and after 2025.

Old: 数据库, 指标 and 时间 in lines above the table, the unit inside the indicator's name. New:
no 指标 line, the indicator stands only in the file's name. Both: newest period first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from cockpit.catalog import Catalog
from cockpit.country import CHINA
from cockpit.reading import Reading
from loaders.facets import Facets, facets_of
from loaders.filename import database_in, left_over, stem_of
from loaders.grid import Cell, Sheet, Workbook
from loaders.knowledge import knowledge_of
from loaders.places import PlaceName
from loaders.publisher import Publisher
from loaders.remembered import Remembered
from loaders.report import Report
from loaders.workbook import WorkbookReader

ID = "nbs"
_BUREAU = re.compile(r"国家统计局(?!\w*调查)|National Bureau of Statistics")
"""Not its survey teams in provinces and cities, who send sheets like any bureau's."""
_NATIONAL = frozenset({"年度数据", "季度数据", "月度数据"})
_WHOLE = "全国"
_NATION = "中华人民共和国"
_TITLE_ROWS = 12
_LONGEST = 400
# The English exports of 2024 write a colon that was encoded twice.
_DATABASE = re.compile(
    r"\s*(?:数据库|database)\s*(?:[:：]|ï¼\x9a)\s*(?P<said>.*?)\s*$", re.IGNORECASE
)


def handles(workbook: Workbook, name: str) -> bool:
    """A database is named in title, sheet or file, or the source line names the bureau."""
    if database_in(name):
        return True
    return any(
        database_in(sheet.name) or _titled(sheet) or _is_source(sheet) for sheet in workbook.sheets
    )


def read(workbook: Workbook, name: str, catalog: Catalog) -> Reading:
    """Read an export; a database without a region in its name is that of the whole country."""
    known = knowledge_of(catalog, ID)
    named = facets_of(known.heading(left_over(stem_of(name))), "file")
    adds = partial(_completed, _database(workbook, name), named)
    return WorkbookReader(name, catalog, Publisher(ID, True, adds)).read(workbook)


def _completed(database: str, named: Facets, report: Report, lines: Sequence[str]) -> Report:
    """The region that a database is of, and the indicator that only the file's name gives."""
    report = _nation(database, report, lines)
    if report.facets.names or not named.names:
        return report
    return report._replace(facets=named._replace(place=None).under(report.facets))


def _nation(database: str, report: Report, lines: Sequence[str]) -> Report:
    if report.facets.place is not None:
        return report
    if database.startswith(_WHOLE):
        return _placed(report, _WHOLE)
    if database in _NATIONAL:
        return _placed(report, "")
    return _placed(report, _NATION) if any(_NATION in line for line in lines) else report


def _placed(report: Report, text: str) -> Report:
    place = Facets(place=PlaceName(text, CHINA))
    return report._replace(facets=place.under(report.facets))


def _database(workbook: Workbook, name: str) -> str:
    """The database named nearest to the figures; a copied sheet shares that of its neighbours."""
    titled = (_titled(sheet) for sheet in workbook.sheets)
    named = (database_in(text) for text in (*(s.name for s in workbook.sheets), name))
    return next((found.strip() for found in (*titled, *named) if found.strip()), "")


def _titled(sheet: Sheet) -> str:
    """The database that a sheet's first lines name."""
    found = map(_named.__getitem__, _first_cells(sheet.rows[:_TITLE_ROWS]))
    return next((said for said in found if said is not None), "")


def _is_source(sheet: Sheet) -> bool:
    last = "\n".join(_first_cells(sheet.rows[-_TITLE_ROWS:]))
    return _BUREAU.search(last) is not None


def _first_cells(rows: Sequence[Sequence[Cell]]) -> list[str]:
    return [row[0].raw[:_LONGEST] for row in rows if row]


def _name_in(text: str) -> str | None:
    """The database in a line that names one, and nothing where it leaves it open."""
    found = _DATABASE.match(text)
    return found["said"] if found else None


_named = Remembered(_name_in)
