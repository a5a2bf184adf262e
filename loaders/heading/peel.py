"""A heading peeled from both ends: units, periods and ways of counting come off, the name stays."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter

from loaders.heading.cleaning import clean
from loaders.heading.conclusion import conclude
from loaders.heading.findings import Findings, Place
from loaders.heading.kinds import Heading, Lexicon
from loaders.heading.scan import Scan, opening_of, scan
from loaders.heading.units import POINTS, SAYS_UNIT, is_unit, unit_start
from loaders.heading.vocabulary import MeasureWord, Need, Word, vocabulary

_SEPARATORS = frozenset(",;:_-/·|。的")
_MONEY = re.compile(r"M[012]")
_SIGNS = ("+-", "+/-")
_SPANNING = frozenset("占拉对")
_CONTINUES = frozenset("年月季")


def read_heading(text: str, lexicon: Lexicon) -> Heading:
    """Take a heading apart; what the lexicon knows as an indicator stays whole."""
    label = clean(text)
    if not label:
        return Heading()
    peel = Peel(label, scan(label), lexicon)
    peel.run()
    return peel.heading()


class Peel:
    """A heading between what has come off its two ends, and what that said."""

    __slots__ = ("findings", "first", "last", "lexicon", "scanned", "shape", "text", "waiting")

    def __init__(self, text: str, scanned: Scan, lexicon: Lexicon) -> None:
        self.text = text
        self.scanned = scanned
        self.shape = scanned.shape
        self.lexicon = lexicon
        self.first, self.last = 0, len(scanned.shape)
        self.findings = Findings()
        self.waiting = False

    def heading(self) -> Heading:
        """What was found, and what is left as the name."""
        found = self.findings
        said = conclude(found.period, found.relative, found.words, found.unit, found.base)
        return Heading(
            name=self.name,
            time=said.time,
            part=said.part,
            relative=said.relative,
            measure=said.measure,
            unit=said.unit,
            status=found.status,
            label=self._label(),
        )

    @property
    def name(self) -> str:
        """The text between the two ends."""
        if self.first >= self.last:
            return ""
        return self.text[self.scanned.starts[self.first] : self.scanned.ends[self.last - 1]]

    def run(self) -> None:
        """Take off whatever the vocabulary knows until nothing more does."""
        while self.first < self.last:
            if self._separator() or self._bracket():
                continue
            name = self.name
            if self.lexicon.is_indicator(name):
                return
            if not (self._tail_unit(name) or self._word()):
                return

    def _word(self) -> bool:
        """Words that need something left over wait until no other comes off."""
        self.waiting = False
        if self._end_word(wait=True) or self._start_word(wait=True):
            return True
        return self.waiting and (self._end_word(wait=False) or self._start_word(wait=False))

    def _label(self) -> str:
        label = self.text
        for first, last in sorted(self.findings.units, reverse=True):
            label = f"{label[:first].rstrip(' ,，、_:：')}{label[last:]}"
        return SAYS_UNIT.sub("", label).strip() if self.findings.units else label

    def _separator(self) -> bool:
        if self.shape[self.first] in _SEPARATORS:
            self.first += 1
            return True
        if self.shape[self.last - 1] in _SEPARATORS and not self._ends_in_signs():
            self.last -= 1
            return True
        return False

    def _ends_in_signs(self) -> bool:
        """+- and +/- are growth, which has no sign of its own in the heading."""
        return self.shape.endswith(_SIGNS, self.first, self.last)

    def _bracket(self) -> bool:
        """A bracket at an end that holds a unit, or nothing but words of the vocabulary."""
        if self.shape[self.last - 1] == ")":
            opening = opening_of(self.shape, self.first, self.last)
            if opening >= 0 and self._takes(opening, self.last):
                self.last = opening
                return True
            if opening >= 0 and self._qualifies(opening):
                return True
            if opening == self.first:
                self.first, self.last = self.first + 1, self.last - 1
                return True
        if self.shape[self.first] == "(":
            closing = self.shape.find(")", self.first, self.last)
            if closing >= 0 and self._takes(self.first, closing + 1):
                self.first = closing + 1
                return True
        return False

    def _takes(self, first: int, last: int) -> bool:
        """Whether a bracket is understood whole; what it says is then noted."""
        scanned = self.scanned
        inside = self.text[scanned.ends[first] : scanned.starts[last - 1]].strip()
        if _MONEY.fullmatch(inside) and self.lexicon.is_indicator(self.name):
            return False
        if inside and is_unit(inside, self.lexicon):
            self._note_unit(inside, first, last)
            return True
        inner = self._fork(first + 1, last - 1, self.findings)
        inner.run()
        if inner.first < inner.last:
            return False
        self.findings = inner.findings
        return True

    def _qualifies(self, opening: int) -> bool:
        """（按可比价格计算） behind a way of counting, without which it tells nothing."""
        word = vocabulary().words.get(self.shape[opening + 1 : self.last - 1])
        said = word.saying if word else None
        if not isinstance(said, MeasureWord) or said.says != "qualifier" or self.findings.words:
            return False
        fork = self._fork(self.first, opening, self.findings)
        fork.run()
        if not fork.findings.words:
            return False
        self.first, self.last, self.findings = fork.first, fork.last, fork.findings
        return True

    def _fork(self, first: int, last: int, findings: Findings) -> Peel:
        fork = Peel(self.text, self.scanned, self.lexicon)
        fork.first, fork.last, fork.findings = first, last, findings
        return fork

    def _note_unit(self, text: str, first: int, last: int) -> None:
        span = (self.scanned.starts[first], self.scanned.ends[last - 1])
        self.findings = self.findings.with_unit(text, span)

    def _tail_unit(self, name: str) -> bool:
        start = unit_start(name, self.lexicon)
        if start is None:
            return False
        self._cut_unit(self._place(start))
        if found := SAYS_UNIT.search(self.name):
            self.last = self._place(found.start())
        return True

    def _place(self, offset: int) -> int:
        """Where in the shape a character of the name stands."""
        return bisect_left(self.scanned.starts, self.scanned.starts[self.first] + offset)

    def _cut_unit(self, first: int) -> None:
        printed = self.text[self.scanned.starts[first] : self.scanned.ends[self.last - 1]]
        self._note_unit(printed, first, self.last)
        self.last = first

    def _end_word(self, *, wait: bool) -> bool:
        words, shape = vocabulary(), self.shape
        found: Iterable[tuple[int, Word]] = words.ending(shape, self.first, self.last)
        if not _SPANNING.isdisjoint(shape[self.first : self.last]):
            found = sorted(
                [*found, *words.enclosing(shape, self.first, self.last)], key=itemgetter(0)
            )
        for first, word in found:
            if not (word.is_no_period or word.is_name) and self._take(
                word, first, self.last, wait=wait
            ):
                return True
            if word.is_whole:
                return False
        points = next((p for p in POINTS if shape.endswith(p, self.first, self.last)), None)
        if points is None:
            return False
        self._cut_unit(self.last - len(points))
        return True

    def _start_word(self, *, wait: bool) -> bool:
        for last, word in vocabulary().beginning(self.shape, self.first, self.last):
            if not (word.is_no_period or word.is_name) and self._take(
                word, self.first, last, wait=wait
            ):
                return True
            if word.is_whole:
                return False
        return False

    def _take(self, word: Word, first: int, last: int, *, wait: bool) -> bool:
        """Take a word off its end, where its place allows and nothing contradicts it."""
        in_front, whole = first == self.first, first == self.first and last == self.last
        if (word.place == "whole" and not whole) or self._cuts_word(first):
            return False
        place = Place((first, last), (self.first, self.last))
        findings = self.findings.also(word.saying, self.scanned, place)
        if findings is None:
            return False
        rest = (last, self.last) if in_front else (self.first, first)
        need = word.needs(in_front=in_front)
        if whole or not need:
            (self.first, self.last), self.findings = rest, findings
            return True
        self.waiting = self.waiting or wait
        return not wait and self._take_if_left(rest, findings, need)

    def _cuts_word(self, first: int) -> bool:
        """月末 in 10月末 is no word of its own, nor growth in ind_va_growth."""
        if first == self.first:
            return False
        letter = self.shape[first]
        if letter in _CONTINUES:
            return bool(self.scanned.values[first - 1])
        touching = self.scanned.ends[first - 1] == self.scanned.starts[first]
        return touching and letter.isascii() and letter.islower() and self._is_latin(first - 1)

    def _is_latin(self, place: int) -> bool:
        letter = self.shape[place]
        return letter == "_" or (letter.isascii() and letter.isalnum())

    def _take_if_left(self, rest: tuple[int, int], findings: Findings, need: Need) -> bool:
        """Take a word that is one only where nothing, or a known name, is left."""
        fork = self._fork(*rest, findings)
        fork.run()
        left = fork.first < fork.last
        if left and (need == "nothing" or not self.lexicon.is_indicator(fork.name)):
            return False
        self.first, self.last, self.findings = fork.first, fork.last, fork.findings
        return True
