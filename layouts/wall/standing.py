"""Where a key figure stands: on the way to the year's target, among others, by its light."""

from __future__ import annotations

from cockpit.errors import ArithmeticRefused, CockpitError
from cockpit.i18n import gettext as _
from cockpit.position import Comparison, Place, Progress, compare, followed, places
from cockpit.ranking import moved_words
from cockpit.series import Selection
from cockpit.signals import Zone, latest_light
from cockpit.wording import number
from layouts import terms
from layouts.explore.reading import Line
from layouts.explore.regions import peers
from layouts.wall.reads import LIGHTS
from layouts.wall.view import View

DECIMALS = 1
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


def superior(view: View, line: Line) -> Comparison | None:
    """A rate beside that of the level above in the same period; None for amounts."""
    latest, known = line.series.latest, view.catalog.areas.get(view.area)
    if latest is None or line.key is None or known is None or known.parent is None:
        return None
    asked = Selection(
        indicator=line.key.indicator,
        transformation=line.key.transformation,
        breakdown=line.key.breakdown,
    ).settled(line.series)
    above = view.calculator.series(asked.of(known.parent))
    try:
        return compare(line.series, above, {}, latest.period, DECIMALS)
    except ArithmeticRefused:
        return None


def place_words(found: Place) -> str:
    """31地第2位，前进1位."""
    told = _("%(place)s of %(of)s", place=found.rank.words(), of=found.rank.of)
    if found.rank.place is None or found.before is None or found.before.place is None:
        return told
    return _(", ").join((told, moved_words(found.rank.place, found.before.place)))


def apart_words(view: View, gap: float) -> str:
    """低于全国3.8个百分点, of the place beside the level above."""
    known = view.catalog.areas.get(view.area)
    above = terms.area_name(view.catalog, known.parent or "") if known else ""
    points = number(abs(gap), DECIMALS)
    lower = _("%(points)s pp below %(area)s", points=points, area=above)
    return lower if gap < 0 else _("%(points)s pp above %(area)s", points=points, area=above)


def light(view: View, line: Line) -> Zone | None:
    """The warning light of the latest figure; None where it is none of the lights' series."""
    if LIGHTS not in view.rules.components:
        return None
    lit = latest_light(view.rules, LIGHTS, line.series)
    return next((zone for zone in view.rules.zones if zone.light == lit), None)
