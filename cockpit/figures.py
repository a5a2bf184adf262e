"""Figures as flat rows with everything that must travel with a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC
from typing import Any, get_args

from cockpit import terms
from cockpit.catalog import Catalog, Indicator
from cockpit.errors import NotInCatalogue
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator, Trace
from cockpit.indicator.structure import Structure, structure
from cockpit.period import Period
from cockpit.series import (
    Breakdown,
    Point,
    ReadingDoor,
    Selection,
    Series,
    SeriesKey,
    Source,
    Stage,
)
from cockpit.terms import freq_of
from cockpit.vintage import Triangle
from cockpit.wording import step_words

SEPARATOR = ";"
BELOW = "below"
_GROWTH_ONLY = {"g", "G", "m"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure with unit, period, basis, status and provenance; `None` where it is derived.

    `low` and `high` bound a figure known no better, `note` says what must stand beside it, and
    `steps` what was done to what is published.
    """

    indicator: str
    area: str
    freq: str
    time_period: str
    accumulation: str
    transformation: str
    breakdown: str
    unit: str
    value: float | None
    status: str
    kind: str
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    batch: int | None = None
    person: str | None = None
    published_at: str | None = None
    correction: str | None = None
    low: float | None = None
    high: float | None = None
    note: str | None = None
    steps: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The row as plain values."""
        return asdict(self)


def selection(
    catalog: Catalog,
    indicator: str,
    area: str,
    *,
    accumulation: str | None = None,
    transformation: str | None = None,
    freq: str | None = None,
    breakdown: str = "",
    unit: str | None = None,
    members: str = "",
) -> Selection:
    """A request in a person's words, checked; raises NotInCatalogue naming what is unknown."""
    return Selection(
        indicator=known(catalog, indicator).id,
        area=place(catalog, area),
        freq=terms.freq(freq) if freq else None,
        unit=_unit(catalog, unit),
        accumulation=terms.accumulation(accumulation) if accumulation else None,
        transformation=terms.transformation(
            transformation or _measure(catalog.indicators[indicator])
        ),
        breakdown=_pairs(catalog, breakdown),
        members=areas_named(catalog, place(catalog, area), members),
    )


def known(catalog: Catalog, indicator: str) -> Indicator:
    """An indicator by its code; raises NotInCatalogue where the catalogue has none."""
    found = catalog.indicators.get(indicator)
    if found is None:
        raise NotInCatalogue(_("The catalogue has no indicator %(id)s.", id=indicator))
    return found


def place(catalog: Catalog, area: str) -> str:
    """The code of an area; raises NotInCatalogue where the catalogue has none."""
    found = catalog.areas.get(area)
    if found is None:
        raise NotInCatalogue(_("The catalogue has no area %(code)s.", code=area))
    return found.code


def rows(
    calculator: Calculator,
    door: ReadingDoor,
    chosen: Selection,
    first: str | None = None,
    last: str | None = None,
) -> Iterator[Row]:
    """The series asked for, from the period `first` to the period `last`, oldest first."""
    since = Period.parse(freq_of(first), first).start if first else None
    until = Period.parse(freq_of(last), last).end if last else None
    if since is not None and until is not None and since > until:
        raise NotInCatalogue(
            _("The range ends before it begins: %(first)s to %(last)s.", first=first, last=last)
        )
    series = calculator.series(chosen)
    points = [p for p in series.points if _within(p.period.end, since, until)]
    cells = door.sources([p.observation for p in points if p.observation is not None])
    for point in points:
        if series.key is not None:
            source = cells.get(point.observation) if point.observation is not None else None
            yield _row(series, series.key, point, source)


def explain(calculator: Calculator, chosen: Selection, time_period: str) -> Trace:
    """Where one figure comes from; raises NotInCatalogue where none is held.

    The accumulation, where left open, is settled by what is held in that frequency.
    """
    series = calculator.series(chosen)
    if series.key is not None:
        period = Period.parse(series.key.freq, time_period, series.key.accumulation)
        trace = calculator.explain(chosen.settled(series), period)
        if trace.kind != "missing":
            return trace
    raise NotInCatalogue(
        _("No figure is held for %(id)s, %(period)s.", id=chosen.indicator, period=time_period)
    )


def structured(
    calculator: Calculator,
    door: ReadingDoor,
    catalog: Catalog,
    chosen: Selection,
    time_period: str | None,
    by: str,
) -> Structure:
    """A whole and its parts in a period, or the latest; raises NotInCatalogue for what is unknown.

    `by` names a dimension; without one the parts are the indicators declared as such.
    """
    if by and by not in catalog.dimensions:
        raise NotInCatalogue(_("The catalogue has no dimension %(code)s.", code=by))
    held = {key.breakdown for key in door.keys(chosen.indicator, chosen.area)} if by else set()
    codes = sorted(part for part in held if len(part) == 1 and part[0][0] == by)
    if time_period is None:
        return structure(calculator, catalog, chosen, codes=codes)
    chosen = replace(chosen, freq=freq_of(time_period))
    key = calculator.series(chosen).key
    period = Period.parse(key.freq, time_period, key.accumulation) if key else None
    return structure(calculator, catalog, chosen, period, codes)


def _within(month: int, since: int | None, until: int | None) -> bool:
    return (since is None or since <= month) and (until is None or month <= until)


def _row(series: Series, key: SeriesKey, point: Point, source: Source | None) -> Row:
    return Row(
        indicator=key.indicator,
        area=key.area,
        freq=key.freq,
        time_period=point.period.time_period(key.freq),
        accumulation=key.accumulation,
        transformation=key.transformation,
        breakdown=SEPARATOR.join(f"{name}={code}" for name, code in key.breakdown),
        unit=series.unit,
        value=point.value,
        status=point.status,
        kind="published" if point.observation is not None else "derived",
        low=point.bounds.low if point.bounds else None,
        high=point.bounds.high if point.bounds else None,
        note=point.note or None,
        steps=_steps(series, point) or None,
        **(_provenance(source) if source else {}),
    )


def _steps(series: Series, point: Point) -> str:
    """What was done to a figure: to a published one no more than a change of unit."""
    published = point.observation is not None and series.key is not None
    kept = ("unit",) if published else get_args(Stage)
    return "; ".join(step_words(step) for step in series.steps if step.stage in kept)


def _provenance(source: Source) -> dict[str, Any]:
    return {
        "file": source.file_name,
        "sheet": source.sheet,
        "cell": source.cell,
        "batch": source.batch,
        "person": source.person,
        "correction": source.correction or None,
        "published_at": source.published_at.replace(tzinfo=UTC).isoformat(),
    }


def areas_named(catalog: Catalog, area: str, text: str) -> tuple[str, ...]:
    """The areas to put a figure together from: codes, or all those directly below.

    Below the country it is the group that publishers report on: national totals leave out Hong
    Kong, Macao and Taiwan.
    """
    if text == BELOW:
        below = [one.code for one in catalog.areas.children(area)]
        groups = (g.areas for g in catalog.areas.groups.values() if set(g.areas) <= set(below))
        return tuple(max(groups, key=len, default=below))
    return tuple(dict.fromkeys(place(catalog, code) for code in text.split(",") if code))


def _unit(catalog: Catalog, text: str | None) -> str | None:
    known = catalog.units.parse(text) if text else None
    if text and known is None:
        raise NotInCatalogue(_("The catalogue has no unit %(text)s.", text=text))
    return known.symbol if known else None


def _measure(indicator: Indicator) -> str:
    """What is meant where no measure is named: growth, where nothing else is published."""
    return "yoy" if set(indicator.kinds) <= _GROWTH_ONLY else "level"


def _pairs(catalog: Catalog, text: str) -> Breakdown:
    pairs = [part.partition("=")[::2] for part in text.split(SEPARATOR) if part]
    for name, code in pairs:
        if name not in catalog.dimensions or not code:
            known = ", ".join(catalog.dimensions)
            raise NotInCatalogue(
                _(
                    "%(text)s is no breakdown; write dimension=code with one of: %(known)s.",
                    text=text,
                    known=known,
                )
            )
    return tuple(sorted(pairs))


def revisions(found: Triangle | None, chosen: Selection) -> Triangle:
    """The revisions asked for; raises NotInCatalogue where no figure is held."""
    if found is None:
        raise NotInCatalogue(_("No figure is held for %(id)s.", id=chosen.indicator))
    return found
