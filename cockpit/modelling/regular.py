"""Figures at equal steps: twelve months a year, eleven where January and February are one, or
four quarters. A missing figure ends the run; nothing is ever filled in or split."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from cockpit.catalog import Indicator
from cockpit.modelling import refusals
from cockpit.period import Period
from cockpit.series import Series, SeriesKey
from cockpit.wording import period_words

Steps = Literal[4, 11, 12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regular:
    """An unbroken run of figures up to the latest; `steps` of them make a year."""

    key: SeriesKey
    unit: str
    steps: Steps
    spans: tuple[Period, ...]
    values: tuple[float, ...]
    missing: Period | None = None
    """The span before the run for which no figure is held, None where the series begins there."""

    def __len__(self) -> int:
        return len(self.values)

    def until(self, count: int) -> Regular:
        """Its first figures only, as they stood some steps ago."""
        return replace(self, spans=self.spans[:count], values=self.values[:count])

    def following(self, count: int) -> tuple[Period, ...]:
        """The spans that come after the latest."""
        spans, last = [], self.spans[-1]
        for _step in range(count):
            last = _after(last, self.steps)
            spans.append(last)
        return tuple(spans)

    @property
    def left_in_year(self) -> int:
        """How many steps the year of the latest figure still has."""
        years = [span.year for span in self.following(self.steps)]
        return years.count(self.spans[-1].year)


def regular(series: Series, to_date: Series, indicator: Indicator, least: int) -> Regular:
    """The run of equal steps that ends with the latest figure; `least` is its length in years.

    `to_date` are the cumulative figures beside: the one up to February is January and February.
    Raises ArithmeticRefused where the series accumulates, is yearly, or the run is too short.
    """
    key = refusals.unless_held(series, indicator)
    refusals.unless_single(key, indicator)
    held = {p.period: p.value for p in series.points if p.value is not None}
    found = [_run(series, key, held, 4 if key.freq == "Q" else 12)]
    if key.freq == "M" and key.accumulation == "period":
        found.append(_run(series, key, _joined(held, to_date, key, indicator), 11))
    best = max(found, key=lambda run: len(run) // run.steps)
    if len(best) < least * best.steps:
        gap = period_words(best.missing, key.freq, key.accumulation) if best.missing else ""
        raise refusals.too_few(indicator, len(best), least * best.steps, gap)
    return best


def _joined(
    held: Mapping[Period, float], to_date: Series, key: SeriesKey, indicator: Indicator
) -> Mapping[Period, float]:
    """January and February as one: as published, as cumulated to February, or a flow's sum."""
    adds_up = key.transformation == "level" and indicator.aggregation in ("sum", "sum_untied")
    joined = dict(held)
    for both in {Period(span.year * 12, 2) for span in held} - held.keys():
        stated = to_date.at(both)
        months = [held.get(Period(both.start + month, 1)) for month in (0, 1)]
        known = [value for value in months if value is not None]
        if stated is not None and stated.value is not None:
            joined[both] = stated.value
        elif adds_up and len(known) == len(months):
            joined[both] = sum(known)
    return joined


def _run(series: Series, key: SeriesKey, figures: Mapping[Period, float], steps: Steps) -> Regular:
    """Walk back from the latest figure for as long as none is missing."""
    spans = [span for span in figures if _is_step(span, steps)]
    run: list[Period] = []
    at = max(spans, key=lambda span: span.end, default=None)
    while at is not None and at in figures:
        run.append(at)
        at = _before(at, steps)
    earlier = bool(run) and any(span.end < run[-1].start for span in spans)
    run.reverse()
    return Regular(
        key=key,
        unit=series.unit,
        steps=steps,
        spans=tuple(run),
        values=tuple(figures[span] for span in run),
        missing=at if earlier else None,
    )


def _is_step(span: Period, steps: Steps) -> bool:
    if steps == 4:
        return span.months == 3 and span.start % 3 == 0
    if steps == 12:
        return span.months == 1
    return (span.months == 1 and span.start % 12 > 1) or (span.months, span.start % 12) == (2, 0)


def _after(span: Period, steps: Steps) -> Period:
    start = span.end + 1
    if steps == 4:
        return Period(start, 3)
    return Period(start, 2 if steps == 11 and start % 12 == 0 else 1)


def _before(span: Period, steps: Steps) -> Period:
    if steps == 4:
        return span.shift(-3)
    if steps == 11 and span.start % 12 == 2:
        return Period(span.start - 2, 2)
    return Period(span.start - 1, 1)
