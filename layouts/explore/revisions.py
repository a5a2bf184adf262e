"""Figures that were published more than once, and what they were before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.series import ReadingDoor, Source
from cockpit.wording import number, on_screen, period_words
from layouts import terms
from layouts.explore.reading import Line

if TYPE_CHECKING:
    from dash.development.base_component import Component

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


def revision_notes(line: Line, found: Sequence[Revision]) -> list[Component]:
    """A sentence a revised figure, empty where nothing was revised."""
    from dash import html

    if not found or line.key is None:
        return []
    items = [html.Li(_sentence(line, one)) for one in found]
    title = html.H2([_("Revisions"), html.Small(_("latest %(count)s periods", count=LATEST))])
    return [html.Section([title, html.Ul(items)], className="sheet revisions")]


def _sentence(line: Line, revision: Revision) -> str:
    key = line.key
    if key is None:
        return ""
    stands, before = revision.vintages[0], revision.vintages[1]
    return _(
        "%(period)s: %(now)s stands, published %(time)s; %(before)s before, published %(earlier)s.",
        period=period_words(revision.period, key.freq, key.accumulation),
        now=_value(stands),
        time=terms.time_words(stands.published_at),
        before=_value(before),
        earlier=terms.time_words(before.published_at),
    )


def _value(source: Source) -> str:
    if source.value is None:
        return _("no value")
    return f"{on_screen(number(source.value, 2))} {source.unit}"
