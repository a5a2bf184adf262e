"""csv and tsv in the encodings that offices use."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from loaders.containers.rows import trimmed
from loaders.containers.zipped import check_cells
from loaders.grid import BLANK, Cell, Sheet, Workbook
from loaders.refusal import refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE_LINES = 60
_LONGEST_CELL = 1 << 20


def read_delimited(data: bytes) -> Workbook:
    """Read text as one sheet named ""; every line is a row, an empty line too."""
    text = decode(data)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        return Workbook("csv", (Sheet("", trimmed(_counted(rows))),))
    except csv.Error as error:
        raise refusal("F02") from error


def _counted(rows: Iterable[list[str]]) -> Iterator[list[Cell]]:
    """Rows as cells, refused as soon as they are too many."""
    count = 0
    for row in rows:
        count += len(row)
        check_cells(count)
        yield [_cell(text) for text in row]


def decode(data: bytes) -> str:
    """Text in UTF-8, UTF-16 or GB18030; raises FileRefused for anything else."""
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise refusal("F08")


def _candidates(data: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [encoding]
    head = data[:4096]
    if head[1::2].count(0) * 4 > len(head):
        return ["utf-16-le"]
    if head[::2].count(0) * 4 > len(head):
        return ["utf-16-be"]
    return ["utf-8", "gb18030"]


def _delimiter(text: str) -> str:
    """The one that cuts most lines alike; a comma where nothing else is better.

    New exports of the National Bureau of Statistics write a tab before every comma.
    """
    lines = text.splitlines()[:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda mark: sum(mark in line for line in lines))


def _cell(text: str) -> Cell:
    return Cell(text, text) if text else BLANK
