"""What has come off a heading so far; pieces that contradict each other are refused."""

from __future__ import annotations

from dataclasses import dataclass

from cockpit.observation import Status
from loaders.heading.kinds import Part, Relative, Time
from loaders.heading.periods import period_at, stands_alone
from loaders.heading.scan import Scan
from loaders.heading.vocabulary import MeasureWord, PeriodForm, Saying


@dataclass(frozen=True, slots=True)
class Findings:
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
        """These, and a unit; the one that came off first holds."""
        units = (*self.units, span)
        unit = self.unit or text.replace("％", "%")
        return Findings(self.period, self.relative, self.words, self.base, unit, units, self.status)

    def also(
        self, saying: Saying, scanned: Scan, span: tuple[int, int], within: tuple[int, int]
    ) -> Findings | None:
        """These, and what a word says; None where that contradicts them or is no word there."""
        period, relative, words, base, status = (
            self.period,
            self.relative,
            self.words,
            self.base,
            self.status,
        )
        numbers = [value for value in scanned.values[span[0] : span[1]] if value]
        if isinstance(saying, PeriodForm):
            if not stands_alone(scanned.shape, *span, *within):
                return None
            period = _joined(period, period_at(scanned, *span, saying))
            if period is None:
                return None
        elif isinstance(saying, Relative):
            relative = _both(relative, saying) if set(numbers) <= {"1"} else None
            if relative is None:
                return None
        elif isinstance(saying, MeasureWord):
            if saying.says == "qualifier" and not words:
                return None
            words = (*words, saying)
            base = numbers[0] if saying.over == "base" else base
        else:
            status = saying
        return Findings(period, relative, words, base, self.unit, self.units, status)


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
