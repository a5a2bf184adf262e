"""The words of headings, as the tables beside this module list them.

Adding a notation of a period or a bureau's word is one row: a template, what it says, and an
example with what is read from it. `place` restricts a word: `whole` to a text that is nothing else,
`known` to one that is nothing else or leaves a known indicator, `tail` likewise in front of it.
In `periods.csv`, `reading` names how the numbers are read, `none` for days and spans of years,
`to_day` for a day up to which is counted: a period where it is the last of a month. In
`relatives.csv`, `whole_year` is `yes` where the year before is meant as a whole, `open` where it
may be and is asked about, `maybe` where only a target beside it makes it so. In `measures.csv`,
`says` is a transformation or what several words make up together: `rate`, `growth` and `amount`
(which may also be an amount) grow `over` what another word tells, `qualifier` adds nothing, `done`
is progress in % and else a level, `result` a level reached, `added` a change or, of what is new, a
level, `index` an index on the base of `unit`, `ratio` a share, or how much has grown, `order` only
in which order rows stand, `name` nothing: what ends so is a name.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from cockpit.observation import Status
from cockpit.period import Accumulation
from loaders.heading.kinds import Relative, Whole
from loaders.heading.templates import plain, written_out

Place = Literal["", "whole", "known", "tail"]
Need = Literal["", "known", "nothing"]
_FOLDER = Path(__file__).parent
TABLES = ("periods", "relatives", "measures", "statuses")
WILDCARD = "…"


@dataclass(frozen=True, slots=True)
class PeriodForm:
    """A notation of a period: how its numbers are read, and which they are."""

    reading: str
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MeasureWord:
    """A word about counting; `says` is a transformation or what it adds to one.

    Compared by identity, because there is one object a row.
    """

    says: str
    accumulation: Accumulation | None
    unit: str
    over: str
    doubt: str


Saying = PeriodForm | Relative | MeasureWord | Status


@dataclass(frozen=True, slots=True)
class Word:
    """One written-out word of the vocabulary."""

    saying: Saying
    place: Place

    @property
    def is_no_period(self) -> bool:
        """Whether the word is a day or several years, which no figure here is counted over."""
        return isinstance(self.saying, PeriodForm) and self.saying.reading == "none"

    @property
    def is_name(self) -> bool:
        """Whether the word is a name though it ends like a way of counting: 自然增长率."""
        return isinstance(self.saying, MeasureWord) and self.saying.says == "name"

    @property
    def is_whole(self) -> bool:
        """Whether no piece of the word is one by itself: the 7月 of 截至7月25日."""
        if isinstance(self.saying, PeriodForm):
            return self.saying.reading in ("none", "to_day")
        return self.is_name

    def needs(self, *, in_front: bool) -> Need:
        """What must be left over: 新增 before 存款 belongs to the name, 增速 behind it does not."""
        if in_front and isinstance(self.saying, MeasureWord):
            return "nothing"
        return "known" if self.place == "known" or (in_front and self.place == "tail") else ""


@dataclass(frozen=True)
class Vocabulary:
    """Every word by its shape; `spanning` words enclose text of their own (`占…比重`)."""

    words: dict[str, Word]
    spanning: dict[str, dict[str, Word]]
    first_letters: frozenset[str]
    last_letters: frozenset[str]
    longest: int

    def ending(self, shape: str, first: int, last: int) -> Iterator[tuple[int, Word]]:
        """Words that end at `last` and where they begin, the longest first."""
        if shape[last - 1] in self.last_letters:
            words = self.words
            for start in range(max(first, last - self.longest), last):
                if word := words.get(shape[start:last]):
                    yield start, word

    def beginning(self, shape: str, first: int, last: int) -> Iterator[tuple[int, Word]]:
        """Words that begin at `first` and where they end, the longest first."""
        if shape[first] in self.first_letters:
            words = self.words
            for end in range(min(last, first + self.longest), first, -1):
                if word := words.get(shape[first:end]):
                    yield end, word

    def enclosing(self, shape: str, first: int, last: int) -> Iterator[tuple[int, Word]]:
        """Words around a text of their own that end at `last`, and where they begin."""
        for ending, beginnings in self.spanning.items():
            if shape.endswith(ending, first, last):
                for beginning, word in beginnings.items():
                    start = shape.rfind(beginning, first, last - len(ending))
                    if start >= 0 and shape[start : last - len(ending)] not in self.words:
                        yield start, word


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table of the vocabulary."""
    with (_FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def vocabulary() -> Vocabulary:
    """The whole vocabulary, read once."""
    words: dict[str, Word] = {}
    spanning: dict[str, dict[str, Word]] = {}
    for shape, word in _entries():
        if WILDCARD in shape:
            before, _, after = shape.partition(WILDCARD)
            spanning.setdefault(after, {})[before] = word
        else:
            words.setdefault(shape, word)
    first_letters = frozenset(shape[0] for shape in words)
    last_letters = frozenset(shape[-1] for shape in words)
    return Vocabulary(words, spanning, first_letters, last_letters, max(map(len, words)))


def _entries() -> Iterator[tuple[str, Word]]:
    for table, saying in (
        ("periods", lambda row, slots: PeriodForm(row["reading"], slots)),
        ("relatives", lambda row, _: _relative(row)),
        ("measures", lambda row, _: _measure(row)),
        ("statuses", lambda row, _: cast(Status, row["status"])),
    ):
        for row in rows(table):
            template = plain(row["pattern"])
            place = cast(Place, row.get("place") or "")
            said = {}
            for shape, slots in written_out(template):
                if slots not in said:
                    said[slots] = Word(saying(row, slots), place)
                yield shape, said[slots]


def _relative(row: dict[str, str]) -> Relative:
    accumulation = cast("Accumulation | None", row["accumulation"] or None)
    whole = cast(Whole, row["whole_year"])
    return Relative(int(row["back"]), accumulation, row["year_end"] == "yes", whole)


def _measure(row: dict[str, str]) -> MeasureWord:
    accumulation = cast("Accumulation | None", row["accumulation"] or None)
    return MeasureWord(row["says"], accumulation, row["unit"], row["over"], row["doubt"])
