"""Which measure of an indicator is shown, published or worked out, and how it is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dash.development.base_component import Component

from cockpit.catalog import Catalog, Indicator
from cockpit.i18n import gettext as _
from cockpit.indicator.methods import offered
from cockpit.indicator.methods.levels import Kind, coarser_kinds
from cockpit.observation import Transformation
from cockpit.period import Accumulation
from cockpit.series import Breakdown, Series, SeriesKey
from layouts import terms
from layouts.explore.address import Exploration
from layouts.explore.chips import chip, chips
from layouts.explore.picture import Picture
from layouts.explore.reading import kinds_held

_SINGLE: tuple[Transformation, ...] = ("yoy_single", "chained")
"""What is worked out of single periods only."""


def measures_held(keys: Iterable[SeriesKey], breakdown: Breakdown) -> list[Transformation]:
    """The measures held of one part; level and growth always stand first."""
    held = {key.transformation for key in keys if key.breakdown == breakdown}
    first: list[Transformation] = ["level", "yoy"]
    return [*first, *sorted(held - set(first))]


def measures(
    shown: Exploration, keys: Sequence[SeriesKey], series: Series, unit: str
) -> list[Component]:
    """Level, growth and whatever else is published."""
    freq = series.key.freq if series.key else shown.freq
    accumulation = _counted("level", series) if series.key else shown.accumulation
    here = replace(shown, unread=(), freq=freq, accumulation=accumulation)
    return [
        chip(
            terms.measure(measure, unit),
            replace(here, transformation=measure),
            measure == shown.transformation,
        )
        for measure in measures_held(keys, shown.breakdown)
    ]


def worked_out(picture: Picture, catalog: Catalog) -> list[Component]:
    """What the rules allow to be worked out of the indicator, beside what is published."""
    shown, series = picture.exploration, picture.whole.series
    indicator = catalog.indicators[shown.indicator or ""]
    held = measures_held(picture.keys, shown.breakdown)
    here = replace(shown, unread=(), freq=series.key.freq if series.key else shown.freq)
    found = [
        chip(
            terms.measure(measure),
            replace(here, transformation=measure, accumulation=_counted(measure, series)),
            measure == shown.transformation,
        )
        for measure in offered(indicator, shown.breakdown, catalog)
        if measure not in held
    ]
    return [chips(_("Worked out"), found)] if found else []


def _counted(measure: Transformation, series: Series) -> Accumulation | None:
    """The way of counting in which a measure is worked out: its own, or that of the page."""
    if measure in _SINGLE:
        return "period"
    key = series.key
    return key.accumulation if key and key.transformation not in _SINGLE else None


def ways_of_counting(picture: Picture, catalog: Catalog) -> list[Component]:
    """Frequencies and bases: those held, and those that follow from them."""
    shown, series = picture.exploration, picture.whole.series
    measure, indicator = shown.transformation or "level", catalog.indicators[shown.indicator or ""]
    of_part = [key for key in picture.keys if key.breakdown == shown.breakdown]
    settled = (series.key.freq, series.key.accumulation) if series.key else None
    held = kinds_held(of_part, measure)
    known = list(dict.fromkeys((*held, settled or held[0]) if held else ()))
    return [
        chip(
            f"{terms.frequency(freq)} · {terms.basis(freq, accumulation)}",
            replace(shown, unread=(), freq=freq, accumulation=accumulation),
            (freq, accumulation) == settled,
        )
        for freq, accumulation in (*known, *_following(indicator, measure, known))
    ]


def _following(indicator: Indicator, measure: Transformation, known: list[Kind]) -> list[Kind]:
    return coarser_kinds(indicator, measure, known) if measure in ("level", "yoy") else []
