"""Many lines of text fields: kept by column, numbers as numbers beside the way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import orjson

from loaders.containers.rows import text_cell
from loaders.containers.zipped import check_cells, check_columns, check_grid
from loaders.grid import BLANK, Cell
from loaders.packed import Column, Packed

MANY = 8192
"""So many lines are taken at once."""
_FEW = 2048
"""A column of no more distinct texts than this holds names, be they numbers or not."""
# Nothing but what JSON and people read alike: no leading zero, no more digits than a float holds.
_NUMBER = r"(?:-?(?:0|[1-9]\d{0,8})\.\d{1,6}|-?[1-9]\d{0,8}|0)"
_NUMBERS = re.compile(f"{_NUMBER}(?:,{_NUMBER})*+")


def packed(blocks: Iterable[Sequence[list[str]]]) -> Packed:
    """Blocks of lines as rows; refused as soon as there are too many."""
    rows = Packed()
    count = 0
    for lines in blocks:
        widths = [*map(len, lines)]
        check_columns(max(widths))
        count += sum(widths)
        check_cells(count)
        fields = list(zip_longest(*lines, fillvalue=""))
        for column, texts in zip(rows.widened(len(fields)), fields, strict=False):
            _add(column, texts)
        rows.added(len(lines))
        check_grid(len(rows), rows.width)
    return rows.closed()


def _add(column: Column, texts: Sequence[str]) -> None:
    numbers = _numbers(texts) if len(column.cells) > _FEW else []
    if numbers:
        column.add_written(numbers, texts)
    else:
        column.add_texts(texts, "", _cell)


def _numbers(texts: Sequence[str]) -> list[float]:
    """The numbers that texts are, all of them, in plain writing; else none."""
    joined = ",".join(texts)
    numbers: list[float] = orjson.loads(f"[{joined}]") if _NUMBERS.fullmatch(joined) else []
    return numbers if len(numbers) == len(texts) else []


def _cell(text: str) -> Cell:
    return text_cell(text) if text else BLANK
