"""From when until when a series is beyond a threshold: a walk along its figures, nothing else.

The same figures and rows give the same episodes, whenever and however often they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cockpit.alarm.threshold import Threshold, in_force
from cockpit.period import MONTHS, Accumulation, Freq, Period
from cockpit.series import Point
from cockpit.wording import rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """A stretch beyond a threshold.

    `begun` is the figure that set the alarm, by `threshold`; `latest` the last figure judged and
    `released` the one that ended it, None while it lasts.
    """

    threshold: Threshold
    begun: Point
    latest: Point
    released: Point | None = None

    def spans(self, period: Period) -> bool:
        """Whether a figure is one of the episode's: of its beginning or later, before its end."""
        ended = self.released is not None and period.end >= self.released.period.end
        return period.end >= self.begun.period.end and not ended


def episodes(
    rows: Sequence[Threshold],
    points: Iterable[Point],
    freq: Freq,
    accumulation: Accumulation,
    decimals: int,
) -> list[Episode]:
    """The episodes of a series under the rows of one rule, the latest at the end.

    Figures are judged as readers see them, to so many `decimals`, each by the row in force when
    its period ended. January and February alone are passed over: the Spring Festival moves.
    """
    judged = [point for point in points if not distorted(point.period, accumulation)]
    return list(_walk(rows, [p for p in judged if p.value is not None], freq, decimals))


def distorted(period: Period, accumulation: Accumulation) -> bool:
    """Whether a flow of January or February stands alone."""
    return accumulation != "stock" and period.months == 1 and period.month <= 2


def _walk(
    rows: Sequence[Threshold], points: Sequence[Point], freq: Freq, decimals: int
) -> Iterator[Episode]:
    streak, before = 0, None
    episode: Episode | None = None
    for point in points:
        row = in_force(rows, point.period)
        if row is None:
            continue
        value = rounded(point.value or 0.0, decimals)
        if episode is None:
            linked = streak if before and _follows(before.period, point.period, freq) else 0
            streak = linked + 1 if _beyond(row, value) else 0
            if streak >= row.consecutive:
                episode = Episode(threshold=row, begun=point, latest=point)
        elif _back(row, value):
            yield replace(episode, latest=point, released=point)
            streak, episode = 0, None
        else:
            episode = replace(episode, latest=point)
        before = point
    if episode:
        yield episode


def _beyond(row: Threshold, value: Decimal) -> bool:
    level = Decimal(repr(row.level))
    return value < level if row.comparator == "below" else value > level


def _back(row: Threshold, value: Decimal) -> bool:
    release = Decimal(repr(row.release))
    return value >= release if row.comparator == "below" else value <= release


def _follows(before: Period, period: Period, freq: Freq) -> bool:
    """Whether no figure is missing between two, January and February aside."""
    between = range(before.end + 1, period.end)
    return len(between) < MONTHS[freq] or (freq == "M" and all(m % 12 <= 1 for m in between))
