"""csv and tsv in the encodings that offices use."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from loaders.containers.lines import MANY, packed
from loaders.containers.rows import check_length, trimmed
from loaders.containers.zipped import check_cells, check_columns
from loaders.grid import BLANK, Sheet, Workbook, text_cells
from loaders.packed import Row
from loaders.refusal import refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (",", "\t", ";", "|")
_NAMED = re.compile(r"sep=([,;|\t])\r?\n", re.I)
_SAMPLE = 32_768
_SAMPLE_LINES = 60
_LONGEST_CELL = 1 << 20
_LONG = 1 << 20
_KNOWN_WRITING = re.compile(
    r"[\t\r\n -~\u00b0-\u00d7\u2010-\u266f\u3000-\u303f\u4e00-\u9fff\uff01-\uffe5]"
)
_SOUND_SHARE = 0.9


def read_delimited(data: bytes) -> Workbook:
    """Read text as one sheet named ""; every line is a row, an empty line too.

    A first line `sep=;` is meant for the program and is no row there either.
    """
    encoding, text = _decoded(data)
    named = _NAMED.match(text)
    mark = named[1] if named else delimiter(text)
    csv.field_size_limit(_LONGEST_CELL)
    lines = _lines(data, encoding, text)
    del text
    if named:
        next(lines)
    try:
        return Workbook("csv", (Sheet("", _rows(csv.reader(lines, delimiter=mark))),))
    except csv.Error as error:
        raise refusal("F02") from error


def _lines(data: bytes, encoding: str, text: str) -> io.TextIOBase:
    """The lines of a text, of a long one without a second copy in memory."""
    if len(text) < _LONG:
        return io.StringIO(text, newline="")
    return io.TextIOWrapper(io.BytesIO(data), encoding, newline="")


def _rows(lines: Iterator[list[str]]) -> Sequence[Row]:
    """Lines as rows of cells; many are kept by column."""
    first = list(islice(lines, MANY))
    if len(first) < MANY:
        return _few(first)
    return packed(chain([first], iter(lambda: list(islice(lines, MANY)), [])))


def _few(lines: Sequence[list[str]]) -> tuple[Row, ...]:
    """Lines as rows of cells, refused where they hold too many; the same text is made once."""
    widths = [*map(len, lines)]
    check_columns(max(widths, default=0))
    check_cells(sum(widths))
    texts = set(chain.from_iterable(lines)) - {""}
    check_length(max(texts, key=len, default=""))
    known = dict(zip(texts, text_cells(texts), strict=True)) | {"": BLANK}
    return trimmed([*map(known.__getitem__, line)] for line in lines)


def decode(data: bytes) -> str:
    """Text in UTF-8, UTF-16 or GB18030; raises FileRefused for anything else."""
    return _decoded(data)[1]


def _decoded(data: bytes) -> tuple[str, str]:
    """The encoding of a text, and the text."""
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (not encoding.startswith("utf-16-") or _is_sound(text)):
            return encoding, text
    raise refusal("F08")


def _candidates(data: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [encoding]
    head = data[:4096]
    if 0 in head:
        little = head[1::2].count(0) >= head[::2].count(0)
        return ["utf-16-le" if little else "utf-16-be"]
    return ["utf-8", "gb18030"]


def _is_sound(text: str) -> bool:
    """Whether it is mostly what Chinese offices write, which bytes read at random are not."""
    head = text[:2000]
    return len(_KNOWN_WRITING.findall(head)) >= len(head) * _SOUND_SHARE


def delimiter(text: str) -> str:
    """The mark that cuts most lines into the same number of fields, at least two.

    New exports of the National Bureau of Statistics write a tab before every comma, so a comma
    wins where both cut alike; a decimal comma cuts unevenly.
    """
    sample = text[:_SAMPLE]
    marks = [mark for mark in _DELIMITERS if mark in sample]
    if len(marks) < 2:
        return marks[0] if marks else ","
    return max(marks, key=lambda mark: _evenness(sample, mark))


def _evenness(sample: str, mark: str) -> tuple[int, int]:
    lines = csv.reader(io.StringIO(sample, newline=""), delimiter=mark)
    try:
        fields = Counter(len(line) for line in islice(lines, _SAMPLE_LINES))
    except csv.Error:
        return (0, 0)
    return max(((count, cut) for cut, count in fields.items() if cut > 1), default=(0, 0))
