"""Exports of 国家数据, the bureau's database, in the formats of before and after 2025.

Old: 数据库, 指标 and 时间 in lines above the table, the unit inside the indicator's name. New:
no 指标 line, the indicator stands only in the file's name. Both: newest period first.
"""

from __future__ import annotations

from functools import partial

from cockpit.catalog import Catalog
from cockpit.reading import Reading
from cockpit.series import CHINA
from loaders.context import Titles
from loaders.filename import database_in
from loaders.grid import Sheet, Workbook
from loaders.publisher import Publisher
from loaders.tables.read import WorkbookReader
from loaders.times import LONGEST
from loaders.words import PlaceName, Words

ID = "nbs"
_BUREAU = ("国家统计局", "National Bureau of Statistics")
_NATIONAL = frozenset({"年度数据", "季度数据", "月度数据"})
_WHOLE = "全国"
_NATION = "中华人民共和国"
_TITLE_ROWS = 12


def handles(workbook: Workbook, name: str) -> bool:
    """A database is named in title, sheet or file, or the source line names the bureau."""
    if database_in(name):
        return True
    return any(
        database_in(sheet.name) or _titles(sheet).fields.get("database") or _is_source(sheet)
        for sheet in workbook.sheets
    )


def read(workbook: Workbook, name: str, catalog: Catalog) -> Reading:
    """Read an export; a database without a region in its name is that of the whole country."""
    database = _database(workbook, name)
    publisher = Publisher(ID, trusts_file=_is_titled(workbook), adds=partial(_nation, database))
    return WorkbookReader(name, catalog, publisher).read(workbook)


def _nation(database: str, words: Words, titles: Titles) -> Words:
    if words.place is not None:
        return words
    if database.startswith(_WHOLE):
        return Words(place=PlaceName(_WHOLE, CHINA)).under(words)
    if database in _NATIONAL:
        return Words(place=PlaceName("", CHINA)).under(words)
    if any(_NATION in line for line in titles.free):
        return Words(place=PlaceName(_NATION, CHINA)).under(words)
    return words


def _database(workbook: Workbook, name: str) -> str:
    """The database named nearest to the figures; a copied sheet shares that of its neighbours."""
    titled = (_titles(sheet).fields.get("database", "") for sheet in workbook.sheets)
    named = (database_in(text) for text in (*(s.name for s in workbook.sheets), name))
    return next((found.strip() for found in (*titled, *named) if found.strip()), "")


def _is_titled(workbook: Workbook) -> bool:
    return any(_titles(sheet).fields.get("database") for sheet in workbook.sheets)


def _titles(sheet: Sheet) -> Titles:
    rows = sheet.rows[:_TITLE_ROWS]
    return Titles.of(cell.raw[:LONGEST] for row in rows for cell in row[:1] if not cell.is_blank)


def _is_source(sheet: Sheet) -> bool:
    last = sheet.rows[-_TITLE_ROWS:]
    return any(word in cell.raw for row in last for cell in row[:1] for word in _BUREAU)
