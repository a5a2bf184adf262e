"""Figures that were published more than once, and what they were before."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.series import ReadingDoor, SeriesKey, Source
from cockpit.wording import number, on_screen, period_words, signed
from layouts import terms
from layouts.explore.picture import Picture
from layouts.explore.reading import Line

LATEST = 12


@dataclass(frozen=True, slots=True)
class Revision:
    """One figure's published values, the one that stands first."""

    period: Period
    vintages: tuple[Source, ...]


def revisions(line: Line, door: ReadingDoor) -> list[Revision]:
    """The revised ones among a series' latest figures."""
    key = line.key
    if key is None:
        return []
    published = [p.period for p in line.series.points if p.observation is not None]
    found = (Revision(p, tuple(door.history(key, p))) for p in reversed(published[-LATEST:]))
    return [one for one in found if len({(v.value, v.unit) for v in one.vintages}) > 1]


def revised(shown: Picture, door: ReadingDoor) -> list[Component]:
    """A row a revised figure of the first area, nothing where nothing was revised."""
    line = shown.main[0]
    found = revisions(line, door)
    if not found or line.key is None:
        return []
    names = (
        _("Period"),
        _("Stands now"),
        _("Published"),
        _("Before"),
        _("Published"),
        _("Revised by"),
    )
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    body = html.Tbody([_row(line.key, one) for one in found])
    title = html.H2([_("Revisions"), html.Small(_("latest %(count)s periods", count=LATEST))])
    return [html.Section([title, html.Table([head, body])], className="sheet revisions")]


def _row(key: SeriesKey, revision: Revision) -> Component:
    stands, before = revision.vintages[0], revision.vintages[1]
    cells = (
        period_words(revision.period, key.freq, key.accumulation),
        _value(stands),
        terms.time_words(stands.published_at),
        _value(before),
        terms.time_words(before.published_at),
        revised_by(stands, before),
    )
    return html.Tr([html.Td(cell) for cell in cells])


def revised_by(stands: Source, before: Source) -> str:
    """By how much a figure was revised; empty where the two cannot be compared."""
    if stands.value is None or before.value is None or stands.unit != before.unit:
        return ""
    if stands.unit == "%":
        return _("%(points)s pp", points=on_screen(signed(stands.value - before.value, 1)))
    if before.value <= 0:
        return ""
    return on_screen(f"{signed((stands.value / before.value - 1) * 100, 2)}%")


def _value(source: Source) -> str:
    if source.value is None:
        return _("no value")
    return f"{on_screen(number(source.value, 2))} {source.unit}"
