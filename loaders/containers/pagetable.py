"""One table of a web page while its tags are heard."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.containers.rows import dense
from loaders.containers.zipped import check_cells, check_columns, check_merged
from loaders.grid import Cell, Merge, Sheet

_WIDEST_SPAN = 1000


class PageTable:
    """Collects cells; a row or a cell ends where the next begins."""

    def __init__(self, caption: str, hidden: bool) -> None:
        self.holds_tables = False
        self.last_text = ""
        self._caption = caption
        self._hidden = hidden
        self._cells: dict[tuple[int, int], Cell] = {}
        self._merges: list[Merge] = []
        self._hidden_rows: set[int] = set()
        self._reach: dict[int, int] = {}
        self._row = -1
        self._column = 0
        self._span = (1, 1)
        self._text: list[str] | None = None
        self._in_caption = False

    def begin(self, tag: str, given: Mapping[str, str | None], *, hidden: bool) -> None:
        """A tag inside of the table opens."""
        if tag in ("td", "th"):
            self._begin_cell(given)
        elif tag == "tr":
            self._end_cell()
            self._row += 1
            self._column = 0
            if hidden:
                self._hidden_rows.add(self._row)
        elif tag == "caption":
            self._in_caption, self._text = True, []
        elif tag == "br":
            self.hear("\n")

    def end(self, tag: str) -> None:
        """A tag inside of the table closes."""
        if tag in ("td", "th", "tr", "tbody", "thead"):
            self._end_cell()
        elif tag == "caption" and self._in_caption:
            self._caption = "".join(self._text or ()).strip() or self._caption
            self._in_caption, self._text = False, None

    def hear(self, text: str) -> None:
        """Text inside of the table."""
        if self._text is not None:
            self._text.append(text)

    def finish(self) -> None:
        """The table ends."""
        self._end_cell()

    def sheet(self, name: str) -> Sheet:
        """What was heard, as a sheet; rows spanned beyond the last one are cut off."""
        merges = [m._replace(bottom=min(m.bottom, self._row)) for m in self._merges]
        merges = [m for m in merges if (m.top, m.left) != (m.bottom, m.right)]
        check_merged(merges)
        return Sheet(
            name,
            dense(self._cells),
            tuple(merges),
            hidden_rows=frozenset(self._hidden_rows),
            hidden=self._hidden,
            caption=self._caption,
        )

    def _begin_cell(self, given: Mapping[str, str | None]) -> None:
        self._end_cell()
        self._row = max(self._row, 0)
        while self._reach.get(self._column, -1) >= self._row:
            self._column += 1
        self._span = (_span(given.get("rowspan")), _span(given.get("colspan")))
        self._text = []

    def _end_cell(self) -> None:
        if self._text is None or self._in_caption:
            return
        text = "".join(self._text).replace("\xa0", " ").strip(" \t\r\n")
        self._text = None
        down, across = self._span
        top, left = self._row, self._column
        bottom, right = top + down - 1, left + across - 1
        check_columns(right + 1)
        if down > 1:
            self._reach.update(dict.fromkeys(range(left, right + 1), bottom))
        if down > 1 or across > 1:
            self._merges.append(Merge(top, left, bottom, right))
        if text:
            self._cells[top, left] = Cell(text, text)
            self.last_text = " ".join(text.split())
            check_cells(len(self._cells))
        self._column = right + 1


def _span(text: str | None) -> int:
    text = (text or "1").strip()
    return min(max(int(text), 1), _WIDEST_SPAN) if text.isascii() and text.isdecimal() else 1
