"""Which of several held series answers a request, and in which unit it is handed out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cockpit.catalog import Catalog, Indicator
from cockpit.observation import Status
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Point, Selection, Series, SeriesKey, Step

# Databases print thousands of dollars, people speak of hundreds of millions.
SHOWN = {"usd": "亿美元"}
_FINER = {"M": 2, "Q": 1, "A": 0}


class Figure(NamedTuple):
    """One standing figure with its series, as printed."""

    key: SeriesKey
    observation: int
    period: Period
    value: float | None
    unit: str
    status: Status


class Head(NamedTuple):
    """The last figure of a series, None where only missing markers stand, and how many stand."""

    key: SeriesKey
    figure: Figure | None
    points: int


class Weight(NamedTuple):
    """The last month that figures of a kind reach, and how many there are."""

    latest: int
    points: int


Kind = tuple[Freq, Accumulation, str]
Merit = tuple[int, bool, int, int, int, int]


def choose(figures: Sequence[Figure], selection: Selection, catalog: Catalog) -> list[Figure]:
    """Keep the figures of one frequency, accumulation and dimension: the best that fit."""
    kinds: dict[Kind, list[Figure]] = defaultdict(list)
    for figure in figures:
        if fits(figure.key, selection, catalog):
            kinds[kind_of(figure.key)].append(figure)
    chosen = best({kind: _weight(held) for kind, held in kinds.items()}, selection, catalog)
    return kinds[chosen] if chosen else []


def choose_heads(heads: Sequence[Head], selection: Selection, catalog: Catalog) -> list[Head]:
    """Keep the heads of the series whose figures `choose` would keep."""
    kinds: dict[Kind, list[Head]] = defaultdict(list)
    for head in heads:
        if fits(head.key, selection, catalog):
            kinds[kind_of(head.key)].append(head)
    chosen = best({kind: _weight_of(held) for kind, held in kinds.items()}, selection, catalog)
    return kinds[chosen] if chosen else []


def series_of(
    figures: Iterable[Figure], selection: Selection, catalog: Catalog
) -> dict[str, Series]:
    """Group figures by area, converted exactly to the unit asked for."""
    by_area: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_area[figure.key.area].append(figure)
    return {area: _series(held, selection, catalog) for area, held in by_area.items()}


def fits(key: SeriesKey, selection: Selection, catalog: Catalog) -> bool:
    """Whether a series has the frequency, accumulation and dimension asked for."""
    asked = (selection.freq or key.freq, selection.accumulation or key.accumulation)
    return asked == (key.freq, key.accumulation) and (
        selection.unit is None or _dimension(selection.unit, catalog) == key.unit
    )


def best(kinds: Mapping[Kind, Weight], selection: Selection, catalog: Catalog) -> Kind | None:
    """The kind that answers, if any.

    The catalogue's own dimension goes before any other, so that an index never answers for a
    level. Then the kind that reaches the latest year wins, then the frequency the catalogue names
    before a yearly summary, then the latest figure, the finer frequency, and the accumulation that
    the catalogue lists first.
    """
    indicator = catalog.indicators.get(selection.indicator)
    own = _dimension(indicator.display_unit, catalog) if indicator else ""
    if selection.transformation == "level" and any(kind[2] == own for kind in kinds):
        kinds = {kind: weight for kind, weight in kinds.items() if kind[2] == own}
    return max(kinds, key=lambda kind: _merit(kind, kinds[kind], indicator), default=None)


def kind_of(key: SeriesKey) -> Kind:
    """What figures must have in common to answer together."""
    return key.freq, key.accumulation, key.unit


def _weight(figures: Sequence[Figure]) -> Weight:
    ends = (figure.period.end for figure in figures if figure.value is not None)
    return Weight(max(ends, default=-1), len(figures))


def _weight_of(heads: Sequence[Head]) -> Weight:
    ends = (head.figure.period.end for head in heads if head.figure)
    return Weight(max(ends, default=-1), sum(head.points for head in heads))


def _merit(kind: Kind, weight: Weight, indicator: Indicator | None) -> Merit:
    freq, accumulation, _unit = kind
    preferred = list(indicator.accumulations) if indicator else []
    rank = -preferred.index(accumulation) if accumulation in preferred else -len(preferred)
    usual = indicator is not None and freq in indicator.freq
    year = weight.latest // 12
    return year, usual, weight.latest, _FINER[freq], rank, weight.points


def _series(figures: Sequence[Figure], selection: Selection, catalog: Catalog) -> Series:
    key = figures[0].key
    unit = selection.unit or display_unit(key, figures[-1].unit, catalog)
    points = tuple(
        Point(f.period, _convert(f.value, f.unit, unit, catalog), f.status, f.observation)
        for f in figures
    )
    return Series(key, unit, points, _steps(figures, unit))


def _steps(figures: Sequence[Figure], unit: str) -> tuple[Step, ...]:
    printed = dict.fromkeys(f.unit for f in figures if f.unit != unit)
    return tuple(Step("unit", f"{text} → {unit}") for text in printed)


def display_unit(key: SeriesKey, printed: str, catalog: Catalog) -> str:
    """The unit to hand figures out in where none is asked for."""
    indicator = catalog.indicators.get(key.indicator)
    shown = SHOWN.get(key.unit) or (indicator.display_unit if indicator else printed)
    return shown if _dimension(shown, catalog) == key.unit else printed


def _dimension(unit: str, catalog: Catalog) -> str:
    known = catalog.units.parse(unit)
    return known.dimension if known else unit


def _convert(value: float | None, printed: str, unit: str, catalog: Catalog) -> float | None:
    if value is None or printed == unit:
        return value
    return catalog.units.convert(value, printed, unit)
