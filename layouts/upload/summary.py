"""What a file was understood to be, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.catalog import Catalog
from cockpit.catalog.areas import Level
from cockpit.i18n import gettext as _
from cockpit.observation import Observation
from cockpit.wording import period_words
from layouts import terms


def summary(observations: Sequence[Observation], doubtful: int, catalog: Catalog) -> str:
    """When, where, how many indicators and figures, and how many of these are in doubt."""
    figures = [one for one in observations if one.value is not None]
    if not figures:
        return _("No figures were found in this file.")
    parts = [periods(figures), areas(figures, catalog), _indicators(figures, catalog)]
    return " · ".join([*parts, _counted(len(figures), len(observations), doubtful)])


def periods(observations: Sequence[Observation]) -> str:
    """The period reported on, or the first and the last; a target's year is none of them."""
    dated = [one for one in observations if one.transformation != "target"] or observations
    longest: dict[int, Observation] = {}
    for one in sorted(dated, key=lambda one: one.period.months):
        longest[one.period.end] = one
    first, last = _words(longest[min(longest)]), _words(longest[max(longest)])
    if len(longest) == 1:
        return first
    return _(
        "%(first)s to %(last)s (%(count)s periods)", first=first, last=last, count=len(longest)
    )


def areas(observations: Sequence[Observation], catalog: Catalog) -> str:
    """One area by its name, the parts of one by their number, others by their number alone."""
    found = {one.area or one.ref_area for one in observations}
    if len(found) == 1:
        code = found.pop()
        return terms.area_name(catalog, code) or _("an area that is not named")
    known = [area for code in found if (area := catalog.areas.get(code))]
    whole = {area.code for area in known} & {area.parent for area in known}
    parts = [area for area in known if area.code not in whole]
    above = {area.parent for area in parts}
    if len(known) < len(found) or len(above) != 1 or len(whole) > 1:
        return _("%(count)s areas", count=len(found))
    name = terms.area_name(catalog, above.pop() or "")
    return _parts(parts[0].level, name, len(parts))


def _parts(level: Level, whole: str, count: int) -> str:
    if level == "town":
        return _("%(count)s towns of %(area)s", area=whole, count=count)
    if level == "county":
        return _("%(count)s counties and districts of %(area)s", area=whole, count=count)
    if level == "city":
        return _("%(count)s cities of %(area)s", area=whole, count=count)
    return _("%(count)s provinces of %(area)s", area=whole, count=count)


def _indicators(observations: Sequence[Observation], catalog: Catalog) -> str:
    """One indicator by its name, several by their number."""
    names = {
        terms.indicator_name(catalog, one.indicator) if one.indicator else one.label
        for one in observations
    }
    if len(names) > 1:
        return _("%(count)s indicators", count=len(names))
    return names.pop() or _("an indicator that is not named")


def _counted(figures: int, cells: int, doubtful: int) -> str:
    text = _("%(count)s figures", count=figures)
    if doubtful:
        text = _("%(figures)s, %(count)s of them in doubt", figures=text, count=doubtful)
    if cells == figures:
        return text
    return f"{text} · {_('%(count)s cells without a value', count=cells - figures)}"


def _words(observation: Observation) -> str:
    return period_words(observation.period, observation.freq, observation.accumulation)
