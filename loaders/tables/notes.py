"""Lines that are no part of a table: notes below it, sources, signatures."""

from __future__ import annotations

import re

from loaders.grid import Cell, Sheet

_NOTE = re.compile(
    r"[\s\u3000]*(?:注|备注|说明|表注|附注|数据来源|资料来源|来源|制表|填表|审核|填报|联系人"
    r"|note|notes|data sources?|source|[a-z]\)|\*)",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"[\s\u3000]*(?:数据来源|资料来源|来源|data sources?|source)", re.IGNORECASE)


def lone_text(sheet: Sheet, row: int) -> tuple[int, Cell] | None:
    """The only written cell of a row, or None."""
    written = [(c, cell) for c, cell in enumerate(sheet.rows[row]) if not cell.is_blank]
    return written[0] if len(written) == 1 else None


def is_note(sheet: Sheet, row: int) -> bool:
    """Whether a row holds nothing but a note or a source line."""
    lone = lone_text(sheet, row)
    return lone is not None and bool(_NOTE.match(lone[1].raw))


def is_source_line(text: str) -> bool:
    """Whether a note only names the source."""
    return bool(_SOURCE.match(text))
