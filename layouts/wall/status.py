"""The strip at the foot: what is late, what is awaited and from whom; and how far figures reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.wording import period_words
from layouts import terms
from layouts.explore.reading import Line
from layouts.wall.awaited import Awaited
from layouts.wall.findings import when
from layouts.wall.scene import Scene
from layouts.wall.view import View


@dataclass(frozen=True, slots=True)
class Strip:
    """The sentences of the strip."""

    awaited: str
    build: str
    visitor: str = ""


def strip(view: View, found: Sequence[Awaited]) -> Strip:
    """What is overdue and awaited among the series of all scenes, the build and the day."""
    told = (_late(view, found), _missing(found), _next(view, found))
    today = view.today.isoformat()
    if view.visitor:
        visitor = _("Visitors: released figures only")
        return Strip(_joined(told), _("Today %(date)s", date=today), visitor)
    return Strip(_joined(told), _("Version %(build)s · Today %(date)s", build=_build(), date=today))


def _joined(told: Sequence[str]) -> str:
    return " · ".join(filter(None, told))


def reach(view: View, scene: Scene) -> str:
    """How far the figures of a scene reach."""
    return _latest([view.line(one) for one in scene.series()])


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


def _late(view: View, found: Sequence[Awaited]) -> str:
    late = [one for one in found if one.fresh.state == "overdue"]
    if not late:
        return "" if any(one.fresh.state == "missing" for one in found) else _("Nothing is overdue")
    longest = max(late, key=lambda one: one.fresh.days)
    return _(
        "%(count)s of %(all)s series overdue, longest %(name)s: %(days)s days, from %(bureau)s",
        count=len(late),
        all=len(found),
        name=longest.name,
        days=longest.fresh.days,
        bureau=terms.bureau_names(view.catalog, longest.selection.indicator),
    )


def _missing(found: Sequence[Awaited]) -> str:
    count = sum(one.fresh.state == "missing" for one in found)
    return _("%(count)s not held", count=count) if count else ""


def _next(view: View, found: Sequence[Awaited]) -> str:
    """The release that is due next, and who owes it."""
    coming = [
        (one.fresh.due, one.name, one)
        for one in found
        if one.fresh.due and one.fresh.state in {"current", "not_due"}
    ]
    if not coming:
        return ""
    _due, name, one = min(coming, key=lambda entry: entry[:2])
    return _(
        "Next due: %(name)s, %(date)s, from %(bureau)s",
        name=name,
        date=one.fresh.when(),
        bureau=terms.bureau_names(view.catalog, one.selection.indicator),
    )


def _build() -> str:
    try:
        return version("econ-cockpit")
    except PackageNotFoundError:
        return _("development")
