"""The strip at the foot: what the figures reach to, what is awaited, and from whom."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from cockpit.freshness import Freshness
from cockpit.i18n import gettext as _
from layouts.explore.reading import Line
from layouts.wall.cards import Card, chosen
from layouts.wall.sentences import when
from layouts.wall.view import View


def status(view: View) -> list[Component]:
    """Figures up to, what is overdue, today's date."""
    found = [(card, view.line(card.main)) for card in chosen(view.area)]
    aged = [(card, view.fresh(line, card.indicator)) for card, line in found]
    return [
        html.Span(_reach(found)),
        html.Span(_overdue(aged), className="awaited"),
        html.Span(_("Today %(date)s", date=view.today.isoformat())),
    ]


def _reach(found: list[tuple[Card, Line]]) -> str:
    held = [
        (p.period.end, key, p)
        for _c, line in found
        if (p := line.series.latest) and (key := line.key)
    ]
    if not held:
        return _("No figure is held for this place.")
    _end, key, point = max(held, key=lambda entry: entry[0])
    return _("Figures up to %(period)s", period=when(key, point.period))


def _overdue(aged: list[tuple[Card, Freshness]]) -> str:
    late = [(card, fresh) for card, fresh in aged if fresh.state == "overdue"]
    missing = [card for card, fresh in aged if fresh.state == "missing"]
    told = []
    if late:
        longest = max(late, key=lambda entry: entry[1].days)
        told.append(
            _(
                "%(count)s of %(all)s headline series overdue, %(name)s the longest: %(days)s days",
                count=len(late),
                all=len(aged),
                name=longest[0].name,
                days=longest[1].days,
            )
        )
    if missing:
        told.append(_("%(count)s not held", count=len(missing)))
    return " · ".join(told) or _("All headline series are up to date")
