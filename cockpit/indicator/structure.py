"""A whole and its parts in one period: shares, pulls, rates of contribution, and the residual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused, NotInCatalogue
from cockpit.i18n import gettext as _
from cockpit.indicator.calculator import Calculator
from cockpit.observation import Transformation
from cockpit.period import Period
from cockpit.series import Breakdown, Point, Selection, SeriesKey
from cockpit.statistics.digits import less, total, trimmed
from cockpit.statistics.structure import contribution_rate

_MEASURES: tuple[Transformation, ...] = (
    *("level", "share", "yoy", "contribution", "contribution_rate"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """A part: its figures by measure, each None where it is missing or refused."""

    indicator: str
    breakdown: Breakdown
    figures: Mapping[Transformation, Point | None]

    def value(self, measure: Transformation) -> float | None:
        """One of its figures."""
        point = self.figures.get(measure)
        return point.value if point else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A whole and its parts, in one period, frequency and way of counting.

    `residual` is what the parts leave of the whole's growth, in percentage points, and
    `residual_rate` the same in per cent of it; None where a part is missing, or where the parts
    are only some of the whole. It is shown and never spread over the parts.
    """

    key: SeriesKey
    period: Period
    unit: str
    level: float | None
    growth: float | None
    parts: Sequence[PartOf]
    complete: bool

    @property
    def residual(self) -> float | None:
        """Growth of the whole less the pulls of its parts."""
        pulls = [part.value("contribution") for part in self.parts]
        known = [trimmed(pull) for pull in pulls if pull is not None]
        if not self.complete or self.growth is None or len(known) < len(pulls):
            return None
        return less(self.growth, total(known))

    @property
    def residual_rate(self) -> float | None:
        """The residual in per cent of the whole's growth."""
        return contribution_rate(self.residual, self.growth)

    @property
    def estimate(self) -> bool:
        """Whether any pull rests on an approximation."""
        points = (part.figures.get("contribution") for part in self.parts)
        return any(point is not None and point.status == "E" for point in points)

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can carry."""
        own = asdict(self.key) | {"breakdown": dict(self.key.breakdown)}
        told = {name: getattr(self, name) for name in ("unit", "level", "growth", "complete")}
        made = {name: getattr(self, name) for name in ("residual", "residual_rate", "estimate")}
        time = {"time_period": self.period.time_period(self.key.freq)}
        return own | time | told | made | {"parts": [_plain(part) for part in self.parts]}


def parts_of(indicator: str, catalog: Catalog) -> tuple[list[str], bool]:
    """The indicators that are parts of another, and whether together they make the whole."""
    found = [part for part in catalog.wholes.values() if part.whole == indicator]
    split = next((part.split for part in found if part.split), "")
    return [part.part for part in found if part.split == split], bool(split)


def structure(
    calculator: Calculator,
    catalog: Catalog,
    whole: Selection,
    period: Period | None = None,
    codes: Sequence[Breakdown] = (),
) -> Structure:
    """The parts of a whole in a period, or in its latest.

    `codes` are the parts by which it is broken up; without them they are the indicators declared
    as its parts. Raises NotInCatalogue where none are declared or nothing is held.
    """
    indicators, complete = parts_of(whole.indicator, catalog)
    asked = [replace(whole, breakdown=part) for part in codes] or [
        replace(whole, indicator=part) for part in indicators
    ]
    series = calculator.series(whole)
    point = series.latest if period is None else series.at(period)
    if not asked or series.key is None or point is None:
        raise NotInCatalogue(_("%(id)s has no parts that figures are held of.", id=whole.indicator))
    settled = [
        replace(one, freq=series.key.freq, accumulation=series.key.accumulation) for one in asked
    ]
    of_whole = replace(whole.settled(series), transformation="yoy", unit=None)
    growth = _figure(calculator, of_whole, point.period)
    return Structure(
        key=series.key,
        period=point.period,
        unit=series.unit,
        level=point.value,
        growth=growth.value if growth else None,
        parts=[_part(calculator, one, point.period, series.unit) for one in settled],
        complete=complete and not codes,
    )


def _part(calculator: Calculator, asked: Selection, period: Period, unit: str) -> PartOf:
    figures: dict[Transformation, Point | None] = {}
    for measure in _MEASURES:
        wanted = replace(asked, transformation=measure, unit=unit if measure == "level" else None)
        figures[measure] = _figure(calculator, wanted, period)
    return PartOf(indicator=asked.indicator, breakdown=asked.breakdown, figures=figures)


def _figure(calculator: Calculator, asked: Selection, period: Period) -> Point | None:
    try:
        return calculator.series(asked).at(period)
    except ArithmeticRefused:
        return None


def _plain(part: PartOf) -> dict[str, Any]:
    named: Iterable[tuple[str, Point | None]] = part.figures.items()
    values = {name: point.value if point else None for name, point in named}
    return {"indicator": part.indicator, "breakdown": dict(part.breakdown)} | values
