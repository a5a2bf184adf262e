"""Every series that the scenes show, with its latest period and how late it is."""

from __future__ import annotations

from dataclasses import dataclass

from cockpit.freshness import Freshness
from cockpit.series import Selection
from layouts import terms
from layouts.wall.findings import when
from layouts.wall.reads import reads
from layouts.wall.scene import Scene, Scenes
from layouts.wall.view import View

_ORDER = {"overdue": 0, "missing": 1, "not_due": 2, "current": 3}


@dataclass(frozen=True, slots=True)
class Awaited:
    """A series and where it stands."""

    selection: Selection
    name: str
    latest: str
    fresh: Freshness


def awaited(view: View, scenes: Scenes) -> list[Awaited]:
    """The series of all scenes, the latest first; one indicator and measure stands once."""
    asked = {
        (one.indicator, one.transformation, one.breakdown): one
        for scene in reversed(list(scenes.values()))
        for one in reversed(reads(view, scene))
        if not scene.area or scene.area == view.area
    }
    found = [_awaited(view, one) for one in asked.values()]
    return sorted(found, key=_late)


def current(view: View, scene: Scene) -> bool:
    """Whether any series of a scene is as fresh as its release calendar lets it be."""
    series = reads(view, scene)
    states = {view.fresh(one, view.line(one)).state for one in series}
    return not series or bool(states & {"current", "not_due"})


def held(view: View, scene: Scene) -> bool:
    """Whether any series of a scene has a figure."""
    series = reads(view, scene)
    return not series or any(_told(view, one) for one in series)


def _told(view: View, one: Selection) -> bool:
    series = view.line(one).series
    return series.latest is not None or series.withheld is not None


def _awaited(view: View, one: Selection) -> Awaited:
    line = view.line(one)
    latest, key = line.series.withheld or line.series.latest, line.key
    parts = (
        terms.indicator_name(view.catalog, one.indicator),
        terms.breakdown_words(view.catalog, one.breakdown),
        "" if one.transformation == "level" else terms.measure(one.transformation),
    )
    told = when(key, latest.period) if latest and key else ""
    return Awaited(one, " · ".join(filter(None, parts)), told, view.fresh(one, line))


def _late(one: Awaited) -> tuple[int, int, str]:
    days = -one.fresh.days if one.fresh.state == "overdue" else one.fresh.days
    return _ORDER[one.fresh.state], days, one.name
