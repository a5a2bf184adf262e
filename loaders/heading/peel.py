"""A heading peeled from both ends: units, periods and ways of counting come off, the name stays."""

from __future__ import annotations

import re
from bisect import bisect_left
from copy import copy
from functools import lru_cache

from cockpit.observation import Status
from loaders.heading.cleaning import clean
from loaders.heading.conclusion import conclude
from loaders.heading.kinds import Heading, Lexicon, Part, Relative, Time
from loaders.heading.periods import period_at, stands_alone
from loaders.heading.scan import scan
from loaders.heading.vocabulary import MeasureWord, PeriodForm, Word, vocabulary

_SEPARATORS = frozenset(",;:_-/·|。的")
_POINTS = ("个百分点", "百分点")
_LAST_PIECE = re.compile(r"[,，;；_\s:：、]\s*(?P<unit>[^,，;；_\s:：、()（）]{1,12})$")
_BASE = re.compile(r"(?P<unit>(?:(?:19|20)\d\d年?|上年同[期月]|上[年月期])\s*[=＝]\s*100)\s*$")
_SEVERAL = re.compile(r"[,，、/和或；;\s]+")
_UNIT_HEADINGS = ("单位", "计量单位", "unit", "units")
_SPANNING = frozenset("占拉对")


@lru_cache(maxsize=65536)
def read_heading(text: str, lexicon: Lexicon) -> Heading:
    """Take a heading apart; what the lexicon knows as an indicator stays whole."""
    label = clean(text)
    if not label:
        return Heading()
    peel = Peel(label, lexicon)
    peel.run()
    return peel.heading()


class Peel:
    """A heading between what has come off its two ends, and what that said."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.scanned = scan(text)
        self.shape = self.scanned.shape
        self.first = 0
        self.last = len(self.shape)
        self.period: Time | Part | None = None
        self.relative: Relative | None = None
        self.words: tuple[MeasureWord, ...] = ()
        self.base = ""
        self.unit = ""
        self.units: tuple[tuple[int, int], ...] = ()
        self.status: Status | None = None

    def heading(self) -> Heading:
        """What was found, and what is left as the name."""
        said = conclude(self.period, self.relative, self.words, self.unit, self.base)
        return Heading(
            name=self.name,
            time=said.time,
            part=said.part,
            relative=said.relative,
            measure=said.measure,
            unit=said.unit,
            status=self.status,
            label=self._label(),
        )

    @property
    def name(self) -> str:
        """The text between the two ends."""
        if self.first >= self.last:
            return ""
        return self.text[self.scanned.starts[self.first] : self.scanned.ends[self.last - 1]].strip()

    def _label(self) -> str:
        label = self.text
        for first, last in sorted(self.units, reverse=True):
            label = f"{label[:first].rstrip(' ,，、_:：')}{label[last:]}"
        return label.strip()

    def run(self) -> None:
        """Take off whatever the vocabulary knows until nothing more does."""
        while self.first < self.last:
            if self._separator() or self._bracket():
                continue
            if self.lexicon.is_indicator(self.name):
                return
            if not (self._tail_unit() or self._end_word() or self._spanning() or self._start_word()):
                return

    def _separator(self) -> bool:
        if self.shape[self.first] in _SEPARATORS:
            self.first += 1
            return True
        if self.shape[self.last - 1] in _SEPARATORS:
            self.last -= 1
            return True
        return False

    def _bracket(self) -> bool:
        """A bracket at an end that holds a unit, or nothing but words of the vocabulary."""
        if self.shape[self.last - 1] == ")":
            opening = self._opening()
            if opening >= 0 and self._takes(opening + 1, self.last - 1, opening, self.last):
                self.last = opening
                return True
        if self.shape[self.first] == "(":
            closing = self.shape.find(")", self.first, self.last)
            if closing > 0 and self._takes(self.first + 1, closing, self.first, closing + 1):
                self.first = closing + 1
                return True
        return False

    def _opening(self) -> int:
        depth = 0
        for place in range(self.last - 1, self.first - 1, -1):
            depth += {")": 1, "(": -1}.get(self.shape[place], 0)
            if depth == 0:
                return place
        return -1

    def _takes(self, first: int, last: int, outer_first: int, outer_last: int) -> bool:
        if first >= last:
            return True
        inner = copy(self)
        inner.first, inner.last = first, last
        if self._is_unit(inner.name):
            self._note_unit(inner.name, outer_first, outer_last)
            return True
        inner.run()
        if inner.first < inner.last:
            return False
        self._adopt(inner)
        return True

    def _adopt(self, other: Peel) -> None:
        self.period, self.relative, self.status = other.period, other.relative, other.status
        self.words, self.base = other.words, other.base
        self.unit, self.units = other.unit, other.units

    def _is_unit(self, text: str) -> bool:
        if self.lexicon.is_unit(text) or text in _POINTS or _BASE.fullmatch(text):
            return True
        pieces = _SEVERAL.split(text)
        return len(pieces) > 1 and all(self.lexicon.is_unit(p) or p in _POINTS for p in pieces)

    def _note_unit(self, text: str, first: int, last: int) -> None:
        self.unit = self.unit or text
        self.units += ((self.scanned.starts[first], self.scanned.ends[last - 1]),)

    def _tail_unit(self) -> bool:
        """A unit without a bracket: `%`, after a comma, or all that is left."""
        if self.shape[self.last - 1] in "%‰":
            self._cut_unit(self.last - 1)
            return True
        name = self.name
        found = _BASE.search(name) if name.endswith("100") else None
        found = found or _LAST_PIECE.search(name)
        if found and self._is_unit(found["unit"]):
            self._cut_unit(self._place(found.start("unit")))
            if self.name.rstrip(":： ").lower() in _UNIT_HEADINGS:
                self.last = self.first
            return True
        if self.lexicon.is_unit(name):
            self._cut_unit(self.first)
            return True
        return False

    def _place(self, offset: int) -> int:
        """Where in the shape a character of the name stands."""
        return bisect_left(self.scanned.starts, self.scanned.starts[self.first] + offset)

    def _cut_unit(self, first: int) -> None:
        printed = self.text[self.scanned.starts[first] : self.scanned.ends[self.last - 1]]
        self._note_unit(printed, first, self.last)
        self.last = first

    def _end_word(self) -> bool:
        words = vocabulary().words
        for first in range(max(self.first, self.last - vocabulary().longest), self.last):
            word = words.get(self.shape[first : self.last])
            if word and self._take(word, first, self.last):
                return True
        if self.shape.endswith("百分点", self.first, self.last):
            points = "个百分点" if self.shape.endswith("个百分点", 0, self.last) else "百分点"
            self._cut_unit(self.last - len(points))
            return True
        return False

    def _start_word(self) -> bool:
        words = vocabulary().words
        for last in range(min(self.last, self.first + vocabulary().longest), self.first, -1):
            word = words.get(self.shape[self.first : last])
            if word and self._take(word, self.first, last):
                return True
        return False

    def _spanning(self) -> bool:
        """A word that encloses text of its own: `占GDP比重`, `拉动GDP增长`."""
        if _SPANNING.isdisjoint(self.shape[self.first : self.last]):
            return False
        for ending, beginnings in vocabulary().spanning.items():
            if self.shape.endswith(ending, self.first, self.last):
                for beginning, word in beginnings.items():
                    first = self.shape.rfind(beginning, self.first, self.last - len(ending))
                    if first >= 0 and self._take(word, first, self.last):
                        return True
        return False

    def _take(self, word: Word, first: int, last: int) -> bool:
        """Take a word off its end, where its place allows and nothing contradicts it."""
        whole = first == self.first and last == self.last
        if word.place == "whole" and not whole:
            return False
        rest = copy(self)
        if not rest._note(word, first, last):
            return False
        rest.first, rest.last = (last, self.last) if first == self.first else (self.first, first)
        if not whole and self._needs_known(word, first):
            rest.run()
            if rest.first < rest.last and not self.lexicon.is_indicator(rest.name):
                return False
        self._adopt(rest)
        self.first, self.last = rest.first, rest.last
        return True

    def _needs_known(self, word: Word, first: int) -> bool:
        in_front = first == self.first
        counts = isinstance(word.saying, MeasureWord)
        return word.place == "known" or (in_front and (counts or word.place == "tail"))

    def _note(self, word: Word, first: int, last: int) -> bool:
        saying = word.saying
        if isinstance(saying, PeriodForm):
            return self._note_period(saying, first, last)
        if isinstance(saying, Relative):
            return self._note_relative(saying, first, last)
        if isinstance(saying, MeasureWord):
            return self._note_measure(saying, first, last)
        self.status = saying
        return True

    def _note_period(self, form: PeriodForm, first: int, last: int) -> bool:
        if not stands_alone(self.shape, first, last):
            return False
        period = period_at(self.scanned, first, last, form)
        joined = _joined(self.period, period)
        self.period = joined or self.period
        return joined is not None

    def _note_relative(self, said: Relative, first: int, last: int) -> bool:
        if any(value not in ("", "1") for value in self.scanned.values[first:last]):
            return False
        joined = _both(self.relative, said)
        self.relative = joined or self.relative
        return joined is not None

    def _note_measure(self, said: MeasureWord, first: int, last: int) -> bool:
        if said.says == "qualifier" and not self.words:
            return False
        if said.over == "base":
            self.base = next(filter(None, self.scanned.values[first:last]))
        self.words = (*self.words, said)
        return True


def _joined(known: Time | Part | None, said: Time | Part | None) -> Time | Part | None:
    """A year and months that stand apart are one period; two different periods are none."""
    if known is None or said is None or known == said:
        return said
    if isinstance(known, Time) and isinstance(said, Part):
        return said.within(int(known.time_period)) if known.freq == "A" else None
    if isinstance(known, Part) and isinstance(said, Time):
        return known.within(int(said.time_period)) if said.freq == "A" else None
    return None


def _both(known: Relative | None, said: Relative) -> Relative | None:
    if known is None or known == said:
        return said
    if known.back and said.back and known.back != said.back:
        return None
    if known.accumulation and said.accumulation and known.accumulation != said.accumulation:
        return None
    return Relative(
        known.back or said.back,
        known.accumulation or said.accumulation,
        known.year_end or said.year_end,
    )
