"""Lines over time on one axis, each named beside its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cockpit.period import MONTHS, Freq
from cockpit.series import Point, SeriesKey
from layouts.explore.reading import Line
from layouts.wall.amounts import Scale, scale
from layouts.wall.content import PanelContent, nothing
from layouts.wall.elements import shared
from layouts.wall.findings import finding, when
from layouts.wall.scene import Named, Panel, Scenes
from layouts.wall.view import View

MOST: Mapping[Freq, int] = {"M": 25, "Q": 13, "A": 13}


@dataclass(frozen=True, slots=True)
class Strand:
    """A series that has figures."""

    one: Named
    line: Line
    key: SeriesKey
    latest: Point


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """The finding speaks of the first series; the others are read in its frequency."""
    series = shared.chosen(view, panel)
    leading = view.line(series[0].selection)
    strands = _strands(view, series, leading)
    unit = scale(leading, [strand.latest.value or 0.0 for strand in strands])
    return PanelContent(
        finding=finding(view, shared.subject(view, panel, series), leading),
        href=shared.href(series[0].selection, view.area),
        measure=shared.measure(view, leading, unit),
        source=shared.source(view, series),
        fresh=view.fresh(series[0].selection, leading),
        body="figure" if strands else "nothing",
        values={} if strands else {"words": nothing()},
        model=_model(view, strands, unit) if strands else None,
    )


def _strands(view: View, series: Sequence[Named], leading: Line) -> list[Strand]:
    """The first series as it is held, the others in the same frequency; none without the first."""
    if leading.key is None or leading.series.latest is None:
        return []
    freq = leading.key.freq
    lines = [view.line(replace(one.selection, freq=freq)) for one in series[1:]]
    return [
        Strand(one, line, line.key, line.series.latest)
        for one, line in zip(series, [leading, *lines], strict=True)
        if line.key and line.series.latest
    ]


def _model(view: View, strands: Sequence[Strand], unit: Scale) -> dict[str, Any]:
    freq = strands[0].key.freq
    last = max(strand.latest.period.end for strand in strands)
    first = last - (MOST[freq] - 1) * MONTHS[freq]
    month = strands[0].latest.period.end
    shown = [strand for strand in strands if strand.latest.period.end >= first]
    curves = [_curve(view, strand, first, month, unit) for strand in shown]
    return {"kind": "lines", "step": MONTHS[freq], "series": curves}


def _curve(view: View, strand: Strand, first: int, month: int, unit: Scale) -> dict[str, Any]:
    """The line, its name and latest figure, and that figure's period where it is another."""
    line, latest = strand.line, strand.latest
    # A series in another unit than the first keeps its own.
    unit = unit if line.series.unit == unit.line.series.unit else Scale(line)
    points = [p for p in line.series.points if p.value is not None and p.period.end >= first]
    return {
        "name": shared.named(view, strand.one),
        "text": unit.text(view, latest.value or 0.0),
        "trail": line.trail(latest),
        "when": "" if latest.period.end == month else when(strand.key, latest.period),
        "points": [
            one and [one[0], unit.value(view, one[1])] for one in runs(view, strand.key, points)
        ],
    }


def runs(view: View, key: SeriesKey, points: Sequence[Point]) -> list[list[float] | None]:
    """Month and value of each point, None wherever one is missing between two."""
    step = MONTHS[key.freq]
    # The figure up to February covers January, so nothing is missing before it.
    merged = view.catalog.indicators[key.indicator].merged_january or key.accumulation == "ytd"
    found: list[list[float] | None] = []
    before = None
    for point in points:
        month = point.period.end
        january = merged and before is not None and month - before == 2 and month % 12 == 1
        if before is not None and month - before > step and not january:
            found.append(None)
        found.append([month, point.value or 0.0])
        before = month
    return found
