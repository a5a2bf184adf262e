"""The strip at the foot: what is awaited, where the figures come from, and the build."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from dash import html
from dash.development.base_component import Component

from cockpit.freshness import Freshness
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.wording import period_words
from layouts.explore.reading import Line
from layouts.panels.sentences import when
from layouts.panels.view import View
from layouts.wall.cards import Card, told

Aged = Sequence[tuple[Card, Freshness]]


def reach(view: View) -> list[Component]:
    """How far the figures of the cards reach."""
    words = _latest([card.main for card in told(view)])
    return [html.Span(words)] if words else []


def status(view: View) -> list[Component]:
    """What is due or overdue, the offices the figures come from, the build and the day."""
    shown = told(view)
    aged = [(card.card, card.fresh) for card in shown]
    return [
        html.Span(" · ".join(filter(None, (_late(aged), _missing(aged), _next(aged))))),
        html.Span(_offices(view, [card.card for card in shown])),
        html.Span(
            _("Version %(build)s · Today %(date)s", build=_build(), date=view.today.isoformat())
        ),
    ]


def _latest(lines: Sequence[Line]) -> str:
    """The latest month where a monthly series reaches it, otherwise the longer span in words."""
    ends = [
        (p.period.end, key.freq == "M", key, p)
        for line in lines
        if (p := line.series.latest) and (key := line.key)
    ]
    if not ends:
        return ""
    end, monthly, key, point = max(ends, key=lambda entry: entry[:2])
    words = period_words(Period(end, 1), "M", "period") if monthly else when(key, point.period)
    return _("Figures up to %(period)s", period=words)


def _late(aged: Aged) -> str:
    late = [(card, fresh) for card, fresh in aged if fresh.state == "overdue"]
    if not late:
        return (
            "" if any(fresh.state == "missing" for _c, fresh in aged) else _("Nothing is overdue")
        )
    card, fresh = max(late, key=lambda entry: entry[1].days)
    return _(
        "%(count)s of %(all)s headline series overdue, %(name)s the longest: %(days)s days",
        count=len(late),
        all=len(aged),
        name=card.name,
        days=fresh.days,
    )


def _missing(aged: Aged) -> str:
    count = sum(fresh.state == "missing" for _card, fresh in aged)
    return _("%(count)s not held", count=count) if count else ""


def _next(aged: Aged) -> str:
    """The release that is due next."""
    awaited = [
        (f.due, card.name) for card, f in aged if f.due and f.state in {"current", "not_due"}
    ]
    if not awaited:
        return ""
    due, name = min(awaited)
    return _("Next due: %(name)s, %(date)s", name=name, date=due.isoformat())


def _offices(view: View, shown: Sequence[Card]) -> str:
    codes = (code for card in shown for code in view.catalog.indicators[card.indicator].bureau)
    offices = [view.catalog.bureaus[code] for code in dict.fromkeys(codes)]
    first = offices[0].name_en if current_locale.get() == "en" else offices[0].name_zh
    return _("Source: %(bureau)s, %(count)s offices in all", bureau=first, count=len(offices))


def _build() -> str:
    try:
        return version("econ-cockpit")
    except PackageNotFoundError:
        return _("development")
