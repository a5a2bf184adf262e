"""What was understood of a file, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.observation import Observation
from cockpit.wording import period_words
from layouts import terms

_NAMED = 3


def summary(observations: Sequence[Observation], catalog: Catalog) -> str:
    """So many figures, over these periods, for so many areas, of these indicators, in units."""
    figures = [one for one in observations if one.value is not None]
    if not figures:
        return _("No figures were found in this file.")
    text = _(
        "%(figures)s figures: %(periods)s; %(areas)s; %(indicators)s; in %(units)s.",
        figures=len(figures),
        periods=periods(figures),
        areas=_listed((_area(one, catalog) for one in figures), _("%(count)s areas")),
        indicators=_listed(indicators(figures, catalog), _("%(count)s indicators")),
        units=_listed((_unit(one, catalog) for one in figures), _("%(count)s units")),
    )
    empty = len(observations) - len(figures)
    return f"{text} {_('Cells without a value: %(count)s.', count=empty)}" if empty else text


def periods(observations: Sequence[Observation]) -> str:
    """The first and the last period, and how many there are."""
    ordered = sorted(observations, key=lambda one: (one.period.end, one.period.months))
    first, last = _words(ordered[0]), _words(ordered[-1])
    count = len({(one.period, one.freq) for one in observations})
    if count == 1:
        return first
    return _("%(count)s periods from %(first)s to %(last)s", count=count, first=first, last=last)


def indicators(observations: Iterable[Observation], catalog: Catalog) -> Iterable[str]:
    """The name of each observation's indicator, or what was printed where there is none."""
    for one in observations:
        known = terms.indicator_name(catalog, one.indicator) if one.indicator else one.label
        yield known or _("an indicator that is not named")


def _area(observation: Observation, catalog: Catalog) -> str:
    return terms.area_name(catalog, observation.area) if observation.area else observation.ref_area


def _unit(observation: Observation, catalog: Catalog) -> str:
    return terms.unit_name(catalog, observation.unit) or _("no unit")


def _words(observation: Observation) -> str:
    return period_words(observation.period, observation.freq, observation.accumulation)


def _listed(names: Iterable[str], counted: str) -> str:
    distinct = list(dict.fromkeys(names))
    if len(distinct) == 1:
        return distinct[0]
    count = counted % {"count": len(distinct)}
    if len(distinct) > _NAMED:
        named = _("%(names)s and others", names=terms.comma(distinct[:_NAMED]))
    else:
        named = terms.listed(distinct)
    return f"{count} ({named})"
