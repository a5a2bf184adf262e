"""Where a key figure stands: on the way to the year's target, among others, by its light."""

from __future__ import annotations

from cockpit.errors import CockpitError
from cockpit.position import Place, Progress, followed, places
from cockpit.series import Selection
from cockpit.signals import Zone, latest_light
from layouts.explore.reading import Line
from layouts.explore.regions import peers
from layouts.wall.reads import LIGHTS
from layouts.wall.view import View

FEWEST = 3
"""A place among fewer is not told."""


def target(view: View, line: Line) -> Progress | None:
    """The target of the year of the latest figure and how far it is reached by then.

    One for the same measure comes first; None where the place has none or nothing is held.
    """
    latest, key = line.series.latest, line.key
    if latest is None or key is None:
        return None
    held = view.targets.of(view.area, latest.period.year, view.today)
    what = (key.indicator, key.breakdown)
    own = [one for one in held if (one.indicator, one.breakdown) == what]
    for one in sorted(own, key=lambda one: one.measure != key.transformation):
        found = followed(view.calculator, view.catalog, one, latest.period.end)
        if found.period is not None:
            return found
    return None


def place(view: View, selection: Selection, line: Line) -> Place | None:
    """The place among peers at the latest figure's own period, and how it has changed.

    None for the country, where no direction is good, where fewer than three have a figure, and
    where the others' figures are of another period.
    """
    latest, known = line.series.latest, view.catalog.areas.get(view.area)
    neutral = view.catalog.indicators[selection.indicator].direction == "neutral"
    if latest is None or neutral or known is None or known.parent is None:
        return None
    asked = selection.of(view.area).settled(line.series)
    try:
        found = places(view.calculator, view.catalog, asked, peers(view.catalog, view.area))
    except CockpitError:
        return None
    if found.of < FEWEST or found.period != latest.period:
        return None
    return found.at(view.area)


def light(view: View, line: Line) -> Zone | None:
    """The warning light of the latest figure; None where it is none of the lights' series."""
    if LIGHTS not in view.rules.components:
        return None
    lit = latest_light(view.rules, LIGHTS, line.series)
    return next((zone for zone in view.rules.zones if zone.light == lit), None)
