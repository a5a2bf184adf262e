"""Levels out of levels: single periods, sums to date, quarters and years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from cockpit.catalog import Catalog, Indicator
from cockpit.indicator import refusals
from cockpit.indicator.formula import Formula, Lookup, formula_name
from cockpit.observation import Transformation
from cockpit.period import MONTHS, Accumulation, Freq, Period
from cockpit.series import Selection
from cockpit.statistics import Method
from cockpit.statistics.frequency import combined, is_end
from cockpit.statistics.spans import difference, spans_between

_COARSE: tuple[Freq, ...] = ("Q", "A")
FINER: dict[Freq | None, tuple[Freq, ...]] = {"Q": ("M",), "A": ("M", "Q")}
"""The frequencies out of which a coarser one may follow."""
Kind: TypeAlias = tuple[Freq, Accumulation]
_STEPS: dict[Method, str] = {
    "sum": "figures of single periods are added",
    "mean": "figures of single periods are averaged",
    "end": "the figure at the end of each period",
}


def single_periods(indicator: Indicator, wanted: Selection, _catalog: Catalog) -> Iterator[Formula]:
    """Cumulative figures taken apart."""
    if wanted.accumulation != "period" or wanted.freq == "A":
        return
    refusals.unless_differences_mean_something(indicator)
    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s (year to date) − %(it)s (year to date, until the figure before)",
        reference=indicator.reference,
        compute=lambda look: _difference(look, indicator),
        note="difference of two cumulative figures",
        stage="frequency",
        spans=spans_between,
        direct=wanted.freq is None,
    )


def to_date(indicator: Indicator, wanted: Selection, _catalog: Catalog) -> Iterator[Formula]:
    """Single periods added up from the first of the year."""
    if (wanted.transformation, wanted.accumulation) != ("level", "ytd"):
        return
    if not indicator.additive or indicator.over_time != "sum":
        return

    def sum_to_date(look: Lookup) -> float | None:
        given = look.filling(look.period, indicator.id, accumulation="period")
        return combined([v for _m, v in given], [m for m, _v in given], "sum") if given else None

    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s (single periods), added from the first of the year",
        reference=indicator.reference,
        compute=sum_to_date,
        accumulation="ytd",
        note="sum of single periods",
        stage="frequency",
        spans=_from_january,
        direct=True,
    )


def coarser(indicator: Indicator, wanted: Selection, _catalog: Catalog) -> Iterator[Formula]:
    """Quarters and years: the same figure where spans agree, else by the indicator's method.

    Rates of growth and ratios pass on only where they cover the same span; they are never averaged
    but where nothing else defines them.
    """
    for finer in FINER.get(wanted.freq, ()):
        yield from _same_spans(indicator, wanted, finer)
    how = indicator.over_time
    if wanted.transformation != "level" or wanted.accumulation == "stock" or how in (None, "end"):
        return
    for finer in FINER.get(wanted.freq, ()):
        yield _combining(indicator, wanted, finer, how)


def coarser_kinds(
    indicator: Indicator, measure: Transformation, held: Iterable[Kind]
) -> list[Kind]:
    """The frequencies and ways of counting that follow from those held, finest first."""
    how, known = indicator.over_time, list(held)
    found: dict[Kind, None] = {}
    for freq, accumulation in known:
        for coarse in _COARSE:
            if MONTHS[coarse] > MONTHS[freq]:
                to_date = accumulation == "ytd"
                same: Accumulation = "period" if to_date and coarse == "A" else accumulation
                if accumulation != "period":
                    found[coarse, same] = None
                if measure == "level" and how in ("sum", "mean") and accumulation != "stock":
                    found[coarse, "period"] = None
    return [kind for kind in found if kind not in known]


def _difference(look: Lookup, indicator: Indicator) -> float | None:
    span = look.period
    january = span.start - span.start % 12
    now = look(indicator.id, accumulation="ytd", period=Period(january, span.end - january + 1))
    if span.start == january or now is None:
        return now
    before = look(indicator.id, accumulation="ytd", period=Period(january, span.start - january))
    found = difference(now, before, signed="S" in indicator.growth_rule)
    if found is None and before is not None:
        look.remark(refusals.earlier_months_revised())
    return found


def _same_spans(indicator: Indicator, wanted: Selection, finer: Freq) -> Iterator[Formula]:
    freq = wanted.freq
    if freq is None:
        return
    for accumulation in _ways_of_counting(indicator, wanted):
        if accumulation == "period" and freq != "A":
            continue
        below: Accumulation = "ytd" if accumulation == "period" else accumulation
        yield Formula(
            indicator=indicator.id,
            inputs=(formula_name(indicator.id, wanted.transformation),),
            text="the same figure to date, or at the end of the period",
            reference=indicator.reference,
            compute=partial(
                _the_same, indicator=indicator.id, wanted=wanted, finer=finer, of=below
            ),
            transformation=wanted.transformation,
            accumulation=accumulation,
            yields=freq,
            spans=partial(_ends, freq=freq, accumulation=accumulation),
            restates=True,
            stage="frequency",
        )


def _ways_of_counting(indicator: Indicator, wanted: Selection) -> Sequence[Accumulation]:
    """The accumulations in which a coarser figure can be one of the finer figures."""
    if wanted.accumulation:
        return [wanted.accumulation]
    named = [*indicator.accumulations]
    of_years: dict[Accumulation, Accumulation] = {"ytd": "period"}
    return list(dict.fromkeys(of_years.get(n, n) if wanted.freq == "A" else n for n in named))


def _the_same(
    look: Lookup, *, indicator: str, wanted: Selection, finer: Freq, of: Accumulation
) -> float | None:
    return look(
        indicator,
        freq=finer,
        transformation=wanted.transformation,
        accumulation=of,
        unit=wanted.unit,
        period=look.period,
    )


def _combining(indicator: Indicator, wanted: Selection, finer: Freq, how: Method) -> Formula:
    def combine(look: Lookup) -> float | None:
        given = look.filling(look.period, indicator.id, freq=finer, accumulation="period")
        return combined([v for _m, v in given], [m for m, _v in given], how) if given else None

    return Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text=_STEPS[how],
        reference=indicator.reference,
        compute=combine,
        accumulation="period",
        yields=wanted.freq,
        spans=partial(_wholes, freq=wanted.freq or "A"),
        estimate=how == "mean",
        stage="frequency",
    )


def _ends(spans: Sequence[Period], *, freq: Freq, accumulation: Accumulation) -> Iterator[Period]:
    for span in spans:
        whole = span.months == MONTHS[freq] or accumulation != "period"
        if is_end(span.end, freq) and whole:
            yield span


def _wholes(spans: Sequence[Period], *, freq: Freq) -> Iterable[Period]:
    return sorted({Period.parse(freq, span.time_period(freq)) for span in spans})


def _from_january(spans: Sequence[Period]) -> Iterable[Period]:
    starts = ((span.end, span.end - span.end % 12) for span in spans)
    return sorted({Period(january, end - january + 1) for end, january in starts})
