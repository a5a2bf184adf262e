"""Tables of web pages, also those that a program saved under the name of a workbook."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from cockpit.errors import FileRefused
from loaders.containers import limits
from loaders.containers.delimited import decode
from loaders.containers.pagetable import PageTable
from loaders.grid import Workbook
from loaders.refusal import refusal

_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_FRAMES = re.compile(rb"<frameset|<x:WorksheetSource", re.I)
_DECLARATION = re.compile(r"<[!?][^>]*>")
_ALOUD = frozenset(["script", "style", "title", "head", "noscript"])
_BLOCKS = frozenset(["p", "h1", "h2", "h3", "h4", "div", "caption", "li", "br", "td", "th", "tr"])
_NO_END = frozenset(
    ["br", "img", "hr", "input", "meta", "link", "col", "base", "area", "wbr", "embed", "source"]
)
_HEADINGS = frozenset(["h1", "h2", "h3"])
_CAPTION_LENGTH = 200
_MOST_LINES = 5
_DEEPEST = 256
_PUBLISHED = re.compile(r"[-_—–|]\s*[\u3400-\u9fff]+(?:局|厅|部|委|网|政府|银行|总署)$")
"""The title of a page that an office published, with the office behind it; others may be stale."""


def read_markup(data: bytes) -> Workbook:
    """Read every table that holds no other; spans are expanded, `table1` is the first."""
    return _workbook([data])


def read_mht(data: bytes) -> Workbook:
    """Read the pages that a single-file web page packs together."""
    from email import message_from_bytes

    pages = [
        part.get_payload(decode=True)
        for part in message_from_bytes(data).walk()
        if part.get_content_type() == "text/html"
    ]
    return _workbook([page for page in pages if isinstance(page, bytes)])


def _workbook(pages: list[bytes]) -> Workbook:
    parser = _Page()
    for page in pages:
        parser.feed(_bare(_text(page)))
        parser.close()
        parser.end_tables()
    tables = parser.tables
    if not tables and any(_FRAMES.search(page) for page in pages):
        zh = "Excel 另存的网页框架，数据在同名文件夹的各个页面里"
        en = "a frame of web pages saved by Excel, whose data stand in the folder beside it"
        raise refusal("F04", kind=zh, kind_en=en)
    names = ["" if len(tables) == 1 else f"table{n}" for n in range(1, len(tables) + 1)]
    return Workbook("html", tuple(map(PageTable.sheet, tables, names)))


def _text(data: bytes) -> str:
    try:
        return decode(data)
    except FileRefused:
        return data.decode("gb18030", errors="replace")


def _bare(text: str) -> str:
    """A page without comments, declarations and a tag that never ends.

    The parser looks for the end of each from where it begins, which takes hours where none ends.
    """
    first, *parts = text[: text.rfind(">") + 1].split("<!--")
    shown = (part.partition("-->")[2] for part in parts)
    return _DECLARATION.sub("", first + "".join(shown))


class _Page(HTMLParser):
    """Hears a page's tags one after another; tags that pages leave unclosed are closed here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[PageTable] = []
        self._open: list[PageTable] = []
        self._unseen: list[str] = []
        self._silent = 0
        self._line: list[str] = []
        self._lines: list[str] = []
        self._headings: list[str] = []
        self._title: list[str] = []
        self._in_title = False
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ALOUD:
            self._silent += 1
            self._in_title = tag == "title"
        given = dict(attrs)
        hidden = "hidden" in given or bool(_INVISIBLE.search(given.get("style") or ""))
        if tag in _BLOCKS and not self._open:
            self._end_line()
            self._in_heading = tag in _HEADINGS
        if tag == "table":
            self._begin_table(hidden=hidden)
        elif self._open:
            self._open[-1].begin(tag, given, hidden=hidden)
        elif (hidden or self._unseen) and tag not in _NO_END and len(self._unseen) < _DEEPEST:
            self._unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _ALOUD:
            self._silent = max(self._silent - 1, 0)
            self._in_title = False
        if tag in _BLOCKS and not self._open:
            self._end_line()
        if tag == "table":
            self._end_table()
        elif self._open:
            self._open[-1].end(tag)
        elif tag in self._unseen:
            while self._unseen.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self._title.append(data)
        if self._silent:
            return
        if self._open:
            self._open[-1].hear(data)
        elif not data.isspace():
            self._line.append(data)

    def end_tables(self) -> None:
        """End what a page that was cut off left open."""
        while self._open:
            self._end_table()

    def _begin_table(self, *, hidden: bool) -> None:
        self._end_line()
        if self._open:
            self._open[-1].holds_tables = True
        if len(self._open) >= limits.NESTED_TABLES:
            raise refusal(
                "F03",
                what="表格嵌套层数",
                what_en="the depth of its tables",
                found=len(self._open) + 1,
                expected=limits.NESTED_TABLES,
            )
        lines = [self._open[-1].last_text] if self._open else []
        around = "\n".join(filter(None, [*lines, *reversed(self._lines), self._published()]))
        self._open.append(PageTable(around, hidden or bool(self._unseen)))

    def _published(self) -> str:
        """The title of the page, which stands furthest from its tables."""
        title = " ".join("".join(self._title).split())
        return title if _PUBLISHED.search(title) else ""

    def _end_table(self) -> None:
        if self._open:
            table = self._open.pop()
            table.finish()
            if not table.holds_tables:
                self.tables.append(table)
            self._lines = self._lines[:0] if self._open else [*self._headings]

    def _end_line(self) -> None:
        text = " ".join("".join(self._line).split())
        self._line = []
        if text and len(text) <= _CAPTION_LENGTH:
            self._lines = [*self._lines[-_MOST_LINES:], text]
            if self._in_heading:
                self._headings = [text]
