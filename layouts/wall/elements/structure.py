"""Parts of a whole as bars of one length scale, each with its share."""

from __future__ import annotations

from layouts.wall.content import PanelContent, nothing
from layouts.wall.elements import shared
from layouts.wall.findings import when
from layouts.wall.scene import Panel, Scenes
from layouts.wall.view import View


def draw(view: View, panel: Panel, _scenes: Scenes) -> PanelContent:
    """The parts in the order of the file, all of the period that the first one has."""
    series = shared.chosen(view, panel)
    lines = [(one, view.line(one.selection)) for one in series]
    first = lines[0][1]
    latest, key = first.series.latest, first.key
    told = [
        (shared.named(view, one), shown)
        for one, line in lines
        if latest and (point := line.series.at(latest.period))
        if (shown := shared.figure(view, line, point))
    ]
    whole = len(told) == len(series)
    most = max((abs(shown.value or 0.0) for _name, shown in told), default=0.0) or 1.0
    rows = [
        {"name": name, "figure": shown, "share": abs(shown.value or 0.0) / most}
        for name, shown in told
    ]
    name = shared.subject(view, panel, series)
    period = f"{name} · {when(key, latest.period)}" if key and latest else name
    return PanelContent(
        finding=period,
        href=shared.href(series[0].selection, view.area),
        measure=shared.measure(view, first),
        source=shared.source(view, series),
        fresh=view.fresh(series[0].selection, first),
        body="structure" if whole else "nothing",
        values={"rows": rows} if whole else {"words": nothing()},
    )
