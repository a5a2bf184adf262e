"""The text that names one figure, so that a page can ask where it comes from."""

from __future__ import annotations

from typing import NamedTuple

from cockpit import terms
from cockpit.errors import NotInCatalogue
from cockpit.i18n import gettext as _
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Selection


class TrailKey(NamedTuple):
    """One figure: a selection with nothing left open, and its span."""

    selection: Selection
    period: Period


def trail_key(selection: Selection, freq: Freq, accumulation: Accumulation, period: Period) -> str:
    """Name a figure, for example `gdp|000000|Q|ytd|yoy||2023-Q4`."""
    parts = ";".join(f"{name}={code}" for name, code in selection.breakdown)
    time = period.time_period(freq)
    fields = (selection.indicator, selection.area, freq, accumulation)
    return "|".join((*fields, selection.transformation, parts, time))


def parse_trail_key(text: str) -> TrailKey:
    """Read a figure's name back; raises NotInCatalogue where it is not one."""
    try:
        indicator, area, freq, accumulation, transformation, parts, time = text.split("|")
        period = Period.parse(freq, time, terms.accumulation(accumulation))
    except ValueError as error:
        raise NotInCatalogue(_("%(text)s is not the name of a figure.", text=text)) from error
    pairs = (part.partition("=") for part in parts.split(";") if part)
    selection = Selection(
        indicator=indicator,
        area=area,
        freq=terms.freq_of(time),
        accumulation=terms.accumulation(accumulation),
        transformation=terms.transformation(transformation),
        breakdown=tuple((name, code) for name, _sign, code in pairs),
    )
    return TrailKey(selection, period)
