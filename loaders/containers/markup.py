"""Tables of web pages, also those that a program saved under the name of a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cockpit.errors import FileRefused
from loaders.containers.delimited import decode
from loaders.containers.rows import dense
from loaders.containers.zipped import check_cells
from loaders.grid import Cell, Merge, Sheet, Workbook

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_WIDEST_SPAN = 1000
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "div", "td")
_BLOCKS_LOOKED_AT = 30
_CAPTION_LENGTH = 200


def read_markup(data: bytes) -> Workbook:
    """Read every table that holds no other; spans are expanded, `table1` is the first."""
    soup = _soup(data)
    tables = [table for table in soup.find_all("table") if table.find("table") is None]
    names = ["" if len(tables) == 1 else f"table{n}" for n in range(1, len(tables) + 1)]
    return Workbook("html", tuple(map(_sheet, names, tables)))


def _soup(data: bytes) -> BeautifulSoup:
    from bs4 import BeautifulSoup

    try:
        text = decode(data)
    except FileRefused:
        text = data.decode("gb18030", errors="replace")
    return BeautifulSoup(text, "html5lib")


def _sheet(name: str, table: Tag) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    merges: list[Merge] = []
    taken: set[tuple[int, int]] = set()
    rows = table.find_all("tr")
    for row, line in enumerate(rows):
        for merge, text in _spans(row, line, taken):
            cells[merge.top, merge.left] = Cell(text, text) if text else Cell()
            if (merge.top, merge.left) != (merge.bottom, merge.right):
                merges.append(merge)
    return Sheet(
        name,
        dense(cells),
        tuple(merges),
        hidden_rows=frozenset(r for r, line in enumerate(rows) if _is_hidden(line)),
        hidden=any(_is_hidden(tag) for tag in (table, *table.parents)),
        caption=_caption(table),
    )


def _spans(row: int, line: Tag, taken: set[tuple[int, int]]) -> Iterator[tuple[Merge, str]]:
    column = 0
    for cell in line.find_all(("td", "th")):
        while (row, column) in taken:
            column += 1
        bottom = row + _span(cell, "rowspan") - 1
        right = column + _span(cell, "colspan") - 1
        merge = Merge(row, column, bottom, right)
        taken.update(merge.cells())
        check_cells(len(taken))
        yield merge, cell.get_text().replace("\xa0", " ").strip(" \t\r\n")


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "1").strip()
    return min(max(int(text), 1), _WIDEST_SPAN) if text.isascii() and text.isdecimal() else 1


def _is_hidden(tag: Tag) -> bool:
    return tag.has_attr("hidden") or bool(_INVISIBLE.search(str(tag.get("style") or "")))


def _caption(table: Tag) -> str:
    """The text of the nearest block before a table, or the table's own caption."""
    own = table.find("caption")
    if own is not None:
        return own.get_text().strip()
    around = set(map(id, table.parents))
    for block in table.find_all_previous(_BLOCKS, limit=_BLOCKS_LOOKED_AT):
        text = " ".join(block.get_text().split())
        if text and id(block) not in around:
            return text[:_CAPTION_LENGTH]
    return ""
