"""ods: OpenDocument spreadsheets, with what the quick libraries pass over.

They hand out 0.085 for a cell that shows 8.5 %, and nothing of hidden rows and comments.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from xml.parsers.expat import ParserCreate

from loaders.containers.archive import Archive, Unusual
from loaders.containers.odstable import OdsTable
from loaders.containers.rows import text_cell
from loaders.containers.zipped import check_cells
from loaders.grid import BLANK, Cell, Sheet, Workbook
from loaders.refusal import refusal

_PARAGRAPHS = frozenset(["text:p", "text:h"])
_CELLS = frozenset(["table:table-cell", "table:covered-table-cell"])
_SPACES = {"text:tab": "\t", "text:line-break": "\n"}


def read_ods(archive: Archive) -> Workbook:
    """Read every table of a spreadsheet; raises Unusual where it is written in another way."""
    if b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise refusal("F01")
    page = _Content()
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = page.begin
    parser.EndElementHandler = page.end
    parser.CharacterDataHandler = page.hear
    parser.Parse(archive.part("content.xml"), True)
    if not page.sheets:
        raise Unusual
    check_cells(sum(len(row) for sheet in page.sheets for row in sheet.rows))
    return Workbook("ods", tuple(page.sheets))


class _Content:
    """Hears the elements of content.xml one after another."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._style = ""
        self._unshown: set[str] = set()
        self._table: OdsTable | None = None
        self._cell: Mapping[str, str] = {}
        self._text: list[str] | None = None
        self._annotation: list[str] | None = None
        self._paragraphs = 0

    def begin(self, name: str, given: dict[str, str]) -> None:
        """An element opens."""
        if name == "style:style":
            self._style = given.get("style:name", "")
        elif name == "style:table-properties" and given.get("table:display") == "false":
            self._unshown.add(self._style)
        elif name == "table:table" and self._table is None:
            hidden = given.get("table:style-name") in self._unshown
            self._table = OdsTable(given.get("table:name", ""), hidden=hidden)
        elif self._table is not None:
            self._begin_inside(self._table, name, given)

    def end(self, name: str) -> None:
        """An element closes."""
        table = self._table
        if table is None:
            return
        if name == "table:table":
            self.sheets.append(table.sheet())
            self._table = None
        elif name in _PARAGRAPHS:
            self._paragraphs -= 1
        elif name in _CELLS:
            table.cell(_cell(self._cell, "".join(self._text or ()).strip("\n")), self._cell)
            self._text = None
        elif name == "table:table-row":
            table.end_row()
        elif name == "office:annotation" and self._annotation is not None:
            table.comment("".join(self._annotation).strip())
            self._annotation = None

    def hear(self, text: str) -> None:
        """Text between the elements."""
        heard = self._text if self._annotation is None else self._annotation
        if heard is not None and self._paragraphs:
            heard.append(text)

    def _begin_inside(self, table: OdsTable, name: str, given: dict[str, str]) -> None:
        if name in _CELLS:
            self._cell, self._text = given, []
        elif name == "table:table-row":
            table.begin_row(given)
        elif name == "table:table-column":
            table.columns(given)
        elif name == "office:annotation":
            self._annotation = []
        elif name in _PARAGRAPHS:
            self._paragraphs += 1
            self.hear("\n")
        elif name == "text:s":
            self.hear(" " * int(given.get("text:c", "1")))
        elif name in _SPACES:
            self.hear(_SPACES[name])


def _cell(given: Mapping[str, str], text: str) -> Cell:
    kind = given.get("office:value-type", "")
    if given.get("calcext:value-type") == "error":
        return Cell(None, text, error=text)
    if kind in ("float", "currency"):
        return Cell(float(given["office:value"]), None, "General")
    if kind == "percentage":
        return Cell(float(given["office:value"]), None, "0.00%")
    if kind == "date":
        return Cell(datetime.fromisoformat(given["office:date-value"]), None, "yyyy-mm-dd")
    if kind == "boolean":
        return Cell(given.get("office:boolean-value") == "true")
    if text:
        return text_cell(text)
    return Cell(uncalculated=True) if "table:formula" in given and not kind else BLANK
