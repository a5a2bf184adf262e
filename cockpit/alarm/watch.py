"""Every rule over every series that it speaks of, and what that means for the alarms there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cockpit.alarm.episode import Episode, episodes
from cockpit.alarm.life import OPEN, Alarm, Unfounded
from cockpit.alarm.threshold import Threshold, Thresholds
from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused
from cockpit.period import Period
from cockpit.series import Selection, Series
from cockpit.trail import trail_key

_RATE_DECIMALS = 1
_FINE = 6
"""Decimals of a level in another unit than the catalogue rounds it for."""

Across = Callable[[Selection, Sequence[str]], Mapping[str, Series]]


@dataclass(frozen=True, slots=True)
class Watched:
    """A series under a rule, its figures and its episodes, the latest at the end."""

    rule: str
    area: str
    series: Series
    episodes: tuple[Episode, ...]

    @property
    def standing(self) -> Episode | None:
        """The episode that lasts."""
        last = self.episodes[-1] if self.episodes else None
        return last if last and last.released is None else None

    def spanning(self, period: Period) -> Episode | None:
        """The episode that a figure belongs to."""
        return next((one for one in self.episodes if one.spans(period)), None)

    def figure(self, period: Period) -> str:
        """Name a figure of the series the way the trail does."""
        key = self.series.key
        if key is None:
            raise ValueError(period)
        chosen = Selection(
            indicator=key.indicator,
            area=self.area,
            transformation=key.transformation,
            breakdown=key.breakdown,
        )
        return trail_key(chosen, key.freq, key.accumulation, period)


Found = Mapping[tuple[str, str], Watched]
"""What is watched, by rule and area."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be written: episodes that want an alarm, and alarms that have lost theirs."""

    raised: tuple[tuple[Watched, Episode], ...]
    voided: tuple[tuple[int, Unfounded], ...]

    def __bool__(self) -> bool:
        return bool(self.raised or self.voided)


def watch(
    thresholds: Thresholds,
    across: Across,
    holders: Callable[[Selection], Collection[str]],
    catalog: Catalog,
) -> Found:
    """Walk along every series of every rule; `holders` are the areas that may have figures."""
    found = (
        watched
        for name, rows in thresholds.rules.items()
        for watched in _watched(name, rows, across, holders, catalog)
    )
    return {(one.rule, one.area): one for one in found}


def weigh(found: Found, alarms: Iterable[Alarm]) -> Verdict:
    """What the episodes mean for the alarms there are.

    An alarm belongs to the episode that spans its figure. An episode that lasts has one alarm at
    most, whatever became of it; a void one counts as none.
    """
    known = [alarm for alarm in alarms if alarm.state != "voided"]
    voided = tuple(
        (alarm.id, why)
        for alarm in known
        if alarm.state in OPEN and (why := _unfounded(alarm, found.get(_place(alarm))))
    )
    gone = {number for number, _why in voided}
    belonging = {_place(a): a for a in known if a.id not in gone and _spanned(a, found)}
    raised = (
        (watched, episode)
        for place, watched in found.items()
        if (episode := watched.standing) and place not in belonging
    )
    return Verdict(tuple(raised), voided)


def _watched(
    name: str,
    rows: Sequence[Threshold],
    across: Across,
    holders: Callable[[Selection], Collection[str]],
    catalog: Catalog,
) -> Iterator[Watched]:
    selection = rows[-1].selection
    areas = sorted(a for a in holders(selection) if _covered(rows, a, catalog))
    try:
        held = across(selection, areas) if areas else {}
    except ArithmeticRefused:
        return
    for area, series in held.items():
        if series.key:
            key, places = series.key, _decimals(selection, catalog)
            known = catalog.areas.get(area)
            mine = [row for row in rows if known and row.covers(known)]
            found = episodes(mine, series.points, key.freq, key.accumulation, places)
            yield Watched(name, area, series, tuple(found))


def _covered(rows: Sequence[Threshold], code: str, catalog: Catalog) -> bool:
    area = catalog.areas.get(code)
    return area is not None and any(row.covers(area) for row in rows)


def _decimals(selection: Selection, catalog: Catalog) -> int:
    indicator = catalog.indicators[selection.indicator]
    if selection.transformation != "level":
        return _RATE_DECIMALS
    return indicator.decimals if selection.unit == indicator.display_unit else _FINE


def _place(alarm: Alarm) -> tuple[str, str]:
    return alarm.threshold, alarm.selection.area


def _spanned(alarm: Alarm, found: Found) -> bool:
    """Whether an alarm is that of the episode which lasts."""
    watched = found.get(_place(alarm))
    episode = watched.standing if watched else None
    return episode is not None and episode.spans(alarm.period)


def _unfounded(alarm: Alarm, watched: Watched | None) -> Unfounded | None:
    if watched and watched.spanning(alarm.period):
        return None
    ends = watched.series.points if watched else ()
    point = next((p for p in ends if p.period.end == alarm.period.end), None)
    if point is None or point.value is None:
        return "withdrawn"
    return "changed" if point.value == alarm.value else "revised"
