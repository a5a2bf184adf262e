"""From a cell with its words to the record of the public contract."""

from __future__ import annotations

from dataclasses import replace

from cockpit.observation import Observation
from cockpit.period import Accumulation
from loaders import reasons
from loaders.grid import Cell
from loaders.issues import Issues
from loaders.meaning import Dictionary, Meaning
from loaders.tables.blocks import Crossing
from loaders.timeline import Moment
from loaders.times import Time
from loaders.values import Figure, read_value
from loaders.words import Words


class Recorder:
    """Writes records of one sheet, and asks about what it is not sure of."""

    def __init__(self, dictionary: Dictionary, issues: Issues, *, trusts_file: bool) -> None:
        """`trusts_file`: the publisher's own exports name the indicator in the file's name."""
        self._dictionary = dictionary
        self._issues = issues
        self._trusts_file = trusts_file

    def record(self, crossing: Crossing) -> Observation | None:
        """The record of a cell, or None where its period is not known or nothing belongs there."""
        words, at = crossing.words, (crossing.sheet, crossing.address)
        meaning = self._dictionary.meaning(words)
        figure = read_value(crossing.cell)
        moment = _moment(words, meaning)
        if moment is None:
            if figure.value is not None:
                self._issues.ask("P06", at, words.time, found=crossing.address)
            return None
        time, odd = _at_frequency(moment.time, words)
        if figure.value is None and (odd or _belongs_elsewhere(time, meaning)):
            return None
        doubts = (
            *self._about_indicator(words, meaning, at),
            *self._about_place(words, at),
            *self._about_unit(meaning, figure, at),
            *self._about_time(moment, at),
            *self._about_figure(figure, crossing.cell, at),
        )
        return _observation(crossing, meaning, figure, time, doubts + odd)

    def _about_indicator(
        self, words: Words, meaning: Meaning, at: tuple[str, str]
    ) -> tuple[str, ...]:
        named = meaning.label and (words.named_in != "file" or self._names_by_file(meaning))
        if meaning.indicator is None and not named:
            self._issues.ask("P19", (at[0], None), at[0])
            return (reasons.NO_INDICATOR,)
        if meaning.indicator is None:
            self._issues.ask("P02", at, meaning.label, found=meaning.label)
        if words.named_in == "file" and not self._trusts_file:
            return (reasons.FILE_INDICATOR,)
        return ()

    def _names_by_file(self, meaning: Meaning) -> bool:
        """A publisher's file is named after its indicator where the name carries a unit."""
        return self._trusts_file and bool(meaning.unit)

    def _about_place(self, words: Words, at: tuple[str, str]) -> tuple[str, ...]:
        if words.place is None:
            self._issues.ask("P20", (at[0], None), at[0])
            return (reasons.NO_REGION,)
        if words.place.code is None:
            self._issues.ask("P04", at, words.place.text, found=words.place.text)
            return (reasons.UNKNOWN_REGION,)
        return ()

    def _about_unit(self, meaning: Meaning, figure: Figure, at: tuple[str, str]) -> tuple[str, ...]:
        if figure.unit:
            return tuple(r for r in meaning.reasons if r == reasons.GUESSED_UNIT)
        if reasons.ASSUMED_UNIT in meaning.reasons:
            about = {"label": meaning.label, "expected": meaning.unit}
            self._issues.ask("P21", at, meaning.label, **about)
        elif reasons.NO_UNIT in meaning.reasons:
            self._issues.ask("P08", at, meaning.label, label=meaning.label)
        elif not self._dictionary.knows_unit(meaning.unit):
            self._issues.ask("P24", at, meaning.unit, found=meaning.unit)
        return meaning.reasons

    def _about_time(self, moment: Moment, at: tuple[str, str]) -> tuple[str, ...]:
        if moment.doubt is None:
            return ()
        rule = "P07" if moment.doubt == "open" else "P22"
        self._issues.ask(rule, at, moment, found=moment.text, expected=moment.time.time_period)
        return (reasons.OPEN_PERIOD,) if moment.doubt == "open" else ()

    def _about_figure(self, figure: Figure, cell: Cell, at: tuple[str, str]) -> tuple[str, ...]:
        if figure.rule is None:
            return ()
        self._issues.ask(figure.rule, at, at, found=cell.raw or at[1])
        return (reasons.NO_FIGURE,)


def _moment(words: Words, meaning: Meaning) -> Moment | None:
    """A year in the indicator's own name outranks that of its row."""
    if meaning.year:
        return Moment(Time("A", meaning.year), meaning.year)
    return words.time


def _at_frequency(time: Time, words: Words) -> tuple[Time, tuple[str, ...]]:
    """A quarterly series in a monthly table stands at the months that end quarters."""
    if words.freq != "Q" or time.freq != "M":
        return time, ()
    year, month = time.time_period.split("-")
    if int(month) % 3:
        return time, (reasons.ODD_MONTH,)
    return replace(time, freq="Q", time_period=f"{year}-Q{int(month) // 3}"), ()


def _accumulation(time: Time, meaning: Meaning) -> Accumulation:
    """A stock stays one: under 1-10月 too, and where its growth is printed as 同比增长."""
    if meaning.is_stock and meaning.accumulation in (None, "period"):
        return "stock"
    found = meaning.accumulation or time.accumulation or "period"
    return "period" if found == "ytd" and time.freq == "A" else found


def _belongs_elsewhere(time: Time, meaning: Meaning) -> bool:
    """A stock has no figure of January to October, so a blank there lacks nothing."""
    return meaning.is_stock and meaning.accumulation is None and time.accumulation == "ytd"


def _observation(
    crossing: Crossing, meaning: Meaning, figure: Figure, time: Time, doubts: tuple[str, ...]
) -> Observation:
    place = crossing.words.place
    return Observation(
        sheet=crossing.sheet,
        cell=crossing.address,
        label=meaning.label,
        parents=meaning.parents,
        indicator=meaning.indicator,
        ref_area=place.text if place else "",
        area=place.code if place else None,
        breakdown=meaning.breakdown,
        freq=time.freq,
        time_period=time.time_period,
        accumulation=_accumulation(time, meaning),
        transformation=meaning.transformation,
        unit=figure.unit or meaning.unit,
        value=figure.value,
        status=figure.status if figure.status != "A" else meaning.status,
        raw=crossing.cell.raw,
        needs_review=bool(doubts),
        reasons=tuple(dict.fromkeys(doubts)),
    )
