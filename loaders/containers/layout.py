"""How the cells of a sheet look and where they stand: bulletins are laid out alike every month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, compress, count, islice
from operator import itemgetter, ne
from typing import NamedTuple, cast

from loaders.containers.archive import Unusual
from loaders.containers.looks import Look, Written
from loaders.containers.numbers import numbers_of, texts_of
from loaders.grid import BLANK, Cell, number_cells

_MOST_KEPT = 64
_LARGEST = 2000
"""Sheets of more cells are not kept."""

_LETTERS = [bytes([number]) for number in range(ord("A"), ord("Z") + 1)]
NAMES = tuple(
    a + b + c for a in (b"", *_LETTERS) for b in (b"", *_LETTERS) for c in _LETTERS if b or not a
)[:16_384]
"""The letters of every column there is."""
COLUMNS = {name: number for number, name in enumerate(NAMES)}
"""The numbers of columns by their letters, counted from 0."""


class Layout:
    """The looks of cells in their order: numbers are made all at once, others one by one."""

    def __init__(self, looks: Sequence[Look]) -> None:
        plain = [look.is_plain for look in looks]
        others = [not is_plain for is_plain in plain]
        self._plain, self._others = plain, others
        self._formats = [look.number_format for look in compress(looks, plain)]
        self._looks = [*compress(looks, others)]
        numbers, words = count(), count(sum(plain))
        places = [next(numbers if is_plain else words) for is_plain in plain]
        # Of one place alone `itemgetter` makes no tuple.
        self._in_order = itemgetter(*places, *places[:1])

    def cells(
        self, texts: Sequence[bytes | None], known: Mapping[Written, Cell]
    ) -> tuple[Cell, ...]:
        """The cells in order."""
        numbers = numbers_of([*cast("Iterable[bytes]", compress(texts, self._plain))])
        plain = number_cells(numbers, texts_of(numbers), self._formats)
        others = zip(compress(texts, self._others), self._looks, strict=True)
        return self._in_order([*plain, *map(known.__getitem__, others)])[:-1]


class Span(NamedTuple):
    """The cells of a row among all those of a sheet, with their letters where it has gaps."""

    row: int
    begin: int
    end: int
    letters: Sequence[bytes]

    def of(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """The row, blank cells left off at its end; raises Unusual."""
        own = cells[self.begin : self.end]
        if self.letters:
            own = _apart(self.letters, own)
        while own and own[-1].is_blank:
            own = own[:-1]
        return own


def _spans(letters: Sequence[bytes], digits: Sequence[bytes]) -> Sequence[Span]:
    """The rows of cells with such addresses."""
    begin = 0
    found: list[Span] = []
    changes = compress(count(1), map(ne, digits, islice(digits, 1, None)))
    for end in chain(changes, [len(digits)]):
        own = letters[begin:end]
        gaps = own if own != NAMES[: end - begin] else ()
        found.append(Span(int(digits[begin]) - 1, begin, end, gaps))
        begin = end
    return found


def _apart(letters: Sequence[bytes], cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """A row with its gaps filled."""
    line: list[Cell] = []
    for name, cell in zip(letters, cells, strict=True):
        column = COLUMNS[name]
        if column < len(line):
            raise Unusual
        line += [BLANK] * (column - len(line))
        line.append(cell)
    return tuple(line)


_kept_layouts = lru_cache(maxsize=_MOST_KEPT)(Layout)
_kept_spans = lru_cache(maxsize=_MOST_KEPT)(_spans)


def layout_of(looks: tuple[Look, ...]) -> Layout:
    """The layout of cells that look so."""
    return (_kept_layouts if len(looks) <= _LARGEST else Layout)(looks)


def spans_of(letters: tuple[bytes, ...], digits: tuple[bytes, ...]) -> Sequence[Span]:
    """The rows of cells with such addresses."""
    return (_kept_spans if len(digits) <= _LARGEST else _spans)(letters, digits)
