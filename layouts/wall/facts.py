"""What stands under a key figure: its change, amounts, the year's target and its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from cockpit.i18n import gettext as _
from cockpit.series import Point, Selection
from cockpit.wording import rounded
from layouts.explore.reading import Line
from layouts.wall import findings, standing, target_words
from layouts.wall.content import Fact
from layouts.wall.elements import shared
from layouts.wall.scene import Card, FactKind
from layouts.wall.view import View

Write = Callable[[View, Card, Line], Fact | None]


def facts(view: View, declared: Card, main: Line) -> Iterator[Fact]:
    """What the scene's file lists, in its order, as far as it stands for the place."""
    for kind in declared.shows:
        write = _WRITERS.get(kind)
        fact = write(view, declared, main) if write and main.series.latest else None
        if fact is not None:
            yield replace(fact, kind=kind)


def _change(_view: View, _declared: Card, main: Line) -> Fact | None:
    latest = main.series.latest
    words = findings.change(main, latest) if latest else ""
    return Fact(words=words) if words else None


def _level(view: View, declared: Card, main: Line) -> Fact | None:
    return _amount(view, declared.level, main)


def _cumulative(view: View, declared: Card, main: Line) -> Fact | None:
    return _amount(view, declared.cumulative, main)


def _amount(view: View, asked: Selection | None, main: Line) -> Fact | None:
    """An amount of the large figure's period, or the latest with its own period in words."""
    line = view.line(asked) if asked else None
    if line is None or line.key is None or line.key == main.key:
        return None
    point = _beside(line, main)
    figure = shared.figure(view, line, point)
    return Fact(words=_label(line, point, main), figure=figure) if point and figure else None


def _beside(line: Line, main: Line) -> Point | None:
    """The figure that ends when the large one does, otherwise the latest."""
    latest = main.series.latest
    points = (p for p in line.series.points if p.value is not None)
    same = (p for p in points if latest and p.period.end == latest.period.end)
    return next(same, line.series.latest)


def _label(line: Line, point: Point | None, main: Line) -> str:
    """What the amount covers, where that is not what the large figure covers."""
    key, latest = line.key, main.series.latest
    if key is None or point is None or latest is None:
        return ""
    if point.period.end != latest.period.end:
        return findings.when(key, point.period)
    spans = {"ytd": _("to date"), "period": {"M": _("month"), "Q": _("quarter")}.get(key.freq, "")}
    return spans.get(key.accumulation, "")


def _target(view: View, _declared: Card, main: Line) -> Fact | None:
    found = standing.target(view, main)
    if found is None or found.light is None:
        return None
    done = rounded(found.completion or 0.0, 1)
    words = (
        _("%(done)s%% of target", done=done)
        if target_words.by_time(found)
        else _("Target %(value)s", value=target_words.meant(view.catalog, found.target))
    )
    state = target_words.state(found)
    return Fact(words=words, mark=target_words.MARKS[found.light], tone=found.light, state=state)


def _pace(view: View, _declared: Card, main: Line) -> Fact | None:
    """How far from the target, or the figure it goes by where that is not the large one."""
    found, latest = standing.target(view, main), main.series.latest
    if found is None or found.period is None or found.value is None or main.key is None:
        return None
    if latest is None or found.period == latest.period or target_words.by_time(found):
        return Fact(words=target_words.pace(found)) if found.gap is not None else None
    key = replace(main.key, freq=found.freq or main.key.freq)
    value = target_words.reached(view.catalog, found.target, found.value)
    period = findings.when(key, found.period)
    return Fact(words=_("%(period)s: %(words)s", period=period, words=value))


def _rank(view: View, declared: Card, main: Line) -> Fact | None:
    asked = declared.main.selection
    if main.key is not None:
        asked = replace(asked, transformation=main.key.transformation)
    found = standing.place(view, asked, main)
    if found is None or found.rank.place is None:
        return None
    return Fact(words=standing.place_words(found))


_WRITERS: Mapping[FactKind, Write] = {
    "change": _change,
    "level": _level,
    "cumulative": _cumulative,
    "target": _target,
    "pace": _pace,
    "rank": _rank,
}
