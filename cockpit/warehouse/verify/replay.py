"""What readers see against a replay of the batches, figure by figure and step by step, in Python.

Written from the rule in words and sharing nothing with the queries it checks: of the figures of a
series and span that stand published, the one published last stands; a missing marker never
replaces a figure, unless it says that the figure is withheld; a doubtful figure counts only where
the last publisher accepted it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cockpit.warehouse.schema import EVER


class Step(NamedTuple):
    """One event of a batch."""

    seq: int
    batch: int
    action: str
    accepts: bool


class Brought(NamedTuple):
    """One figure as it was brought."""

    series: int
    start: int
    months: int
    id: int
    batch: int
    doubtful: bool
    value: float | None
    unit: str
    status: str


class Stood(NamedTuple):
    """A figure that readers see from the step `since` until the step `until`."""

    series: int
    start: int
    months: int
    since: int
    until: int
    observation: int
    value: float | None
    unit: str
    status: str


class Head(NamedTuple):
    """The last figure that stands of a series, and how many stand."""

    series: int
    observation: int | None
    value: float | None
    points: int


@dataclass(frozen=True, slots=True)
class Life:
    """A batch: its place among publications, and from which step on it shows what."""

    place: int
    turns: Sequence[tuple[int, bool, bool]]
    """Step, whether it is published from then on, whether its doubts are accepted."""

    def at(self, seq: int) -> tuple[bool, bool]:
        """Whether it is published, and accepted, once a step is counted."""
        shown, accepted = False, False
        for turn, published, accepts in self.turns:
            if turn <= seq:
                shown, accepted = published, accepts
        return shown, accepted


def lives(steps: Iterable[Step]) -> Mapping[int, Life]:
    """The lives of all batches that were ever published, from their events in order."""
    turns: dict[int, list[tuple[int, bool, bool]]] = defaultdict(list)
    first: dict[int, int] = {}
    for step in steps:
        published = step.action == "published"
        if published:
            first.setdefault(step.batch, step.seq)
        if step.batch in first:
            turns[step.batch].append((step.seq, published, step.accepts))
    return {batch: Life(place, turns[batch]) for batch, place in first.items()}


def stood(brought: Iterable[Brought], known: Mapping[int, Life]) -> Iterator[Stood]:
    """Everything that ever stood of the spans of these figures."""
    spans: dict[tuple[int, int, int], list[Brought]] = defaultdict(list)
    for figure in brought:
        if figure.batch in known:
            spans[figure.series, figure.start, figure.months].append(figure)
    for rivals in spans.values():
        yield from _stood(rivals, known)


def heads(told: Iterable[Stood]) -> dict[int, Head]:
    """The last figure of each series among those that stand now."""
    found: dict[int, list[Stood]] = defaultdict(list)
    for figure in told:
        if figure.until == EVER:
            found[figure.series].append(figure)
    return {series: _head(series, figures) for series, figures in found.items()}


def _stood(rivals: Sequence[Brought], known: Mapping[int, Life]) -> Iterator[Stood]:
    """The figures of one span, one after the other."""
    standing: Brought | None = None
    since = 0
    for seq in sorted({turn[0] for rival in rivals for turn in known[rival.batch].turns}):
        best = _best(rivals, known, seq)
        if best is not standing:
            if standing:
                yield _told(standing, since, seq)
            standing, since = best, seq
    if standing:
        yield _told(standing, since, EVER)


def _best(rivals: Sequence[Brought], known: Mapping[int, Life], seq: int) -> Brought | None:
    """Which of several figures of a span stands once a step is counted."""
    shown = []
    for figure in rivals:
        life = known[figure.batch]
        published, accepted = life.at(seq)
        if published and (accepted or not figure.doubtful):
            told = figure.value is not None or figure.status == "Q"
            shown.append((told, life.place, figure.id, figure))
    return max(shown)[-1] if shown else None


def _told(figure: Brought, since: int, until: int) -> Stood:
    span = (figure.series, figure.start, figure.months)
    return Stood(*span, since, until, figure.id, figure.value, figure.unit, figure.status)


def _head(series: int, figures: Sequence[Stood]) -> Head:
    valued = [figure for figure in figures if figure.value is not None]
    if not valued:
        return Head(series, None, None, len(figures))
    last = max(valued, key=lambda figure: (figure.start, figure.months))
    return Head(series, last.observation, last.value, len(figures))
