"""What has come off a heading so far; pieces that contradict each other are refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cockpit.observation import Status
from loaders.heading.kinds import Part, Relative, Time
from loaders.heading.periods import period_at, stands_alone
from loaders.heading.scan import Scan
from loaders.heading.vocabulary import MeasureWord, PeriodForm, Saying

_PERCENT = frozenset({"百分比", "百分数", "百分率"})
_BASES = frozenset({"base", "base_end"})
_PERCENT_AND_POINTS = frozenset({"%", "百分点"})


class Place(NamedTuple):
    """Where a word stands, and within what is left of its heading."""

    span: tuple[int, int]
    within: tuple[int, int]


class Findings(NamedTuple):
    """Period, words about counting and unit, in the order in which they came off.

    `base` is the year that another is compared with, `units` where units were printed.
    """

    period: Time | Part | None = None
    relative: Relative | None = None
    words: tuple[MeasureWord, ...] = ()
    base: str = ""
    unit: str = ""
    units: tuple[tuple[int, int], ...] = ()
    status: Status | None = None

    def with_unit(self, text: str, span: tuple[int, int]) -> Findings:
        """These, and a unit; the one that came off first holds, % beside 百分点 with it.

        The base of an index tells more than the % behind it: 指数(上年同期=100)_累计值(%).
        """
        said = "%" if text in _PERCENT else text.replace("％", "%")
        both = {self.unit.removeprefix("个"), said.removeprefix("个")} == _PERCENT_AND_POINTS
        is_base = self.unit == "%" and said.replace(" ", "").endswith("=100")
        unit = "%、百分点" if both else said if is_base else self.unit or said
        return self._replace(unit=unit, units=(*self.units, span))

    def also(self, saying: Saying, scanned: Scan, place: Place) -> Findings | None:
        """These, and what a word says; None where that contradicts them or is no word there."""
        if isinstance(saying, PeriodForm):
            return self._dated(saying, scanned, place)
        if isinstance(saying, Relative):
            return self._related(saying, scanned.numbers(*place.span))
        if isinstance(saying, MeasureWord):
            return self._counted(saying, scanned.numbers(*place.span), place)
        return self._replace(status=saying)

    def _dated(self, form: PeriodForm, scanned: Scan, place: Place) -> Findings | None:
        if not stands_alone(scanned, place.span, place.within):
            return None
        period = _joined(self.period, period_at(scanned, *place.span, form))
        return self._replace(period=period) if period else None

    def _related(self, said: Relative, numbers: Sequence[str]) -> Findings | None:
        """The only number of a relative period is the 1 of 1-本月 or 上一年."""
        relative = _both(self.relative, said) if set(numbers) <= {"1"} else None
        return self._replace(relative=relative) if relative else None

    def _counted(self, said: MeasureWord, numbers: Sequence[str], place: Place) -> Findings | None:
        """A mere qualifier is no word by itself, but beside a period alone: 本月实际."""
        when = (self.period or self.relative) and place.span == place.within
        if said.says == "qualifier" and not (self.words or when):
            return None
        base = numbers[0] if said.over in _BASES else self.base
        return self._replace(words=(*self.words, said), base=base)


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
        known.whole_year or said.whole_year,
    )
