"""Key figures: the measure that matters, large, and how it has changed."""

from __future__ import annotations

from typing import Any

from cockpit.i18n import gettext as _
from layouts.explore.reading import Line
from layouts.wall import standing
from layouts.wall.content import CardContent, Fact
from layouts.wall.elements import shared
from layouts.wall.elements.trend import runs
from layouts.wall.facts import facts
from layouts.wall.findings import told_when
from layouts.wall.scene import Card
from layouts.wall.view import View

FEWEST = 3
"""Fewer figures make no line."""


def card(view: View, declared: Card) -> CardContent:
    """The figure asked for, or its amount where no growth is held."""
    selection = declared.main.selection
    main = _main(view, declared)
    told = main.series.withheld is None
    return CardContent(
        name=shared.named(view, declared.main),
        href=shared.href(selection, view.area),
        fresh=view.fresh(selection, main),
        alarm=shared.warned(view, selection),
        main=shared.figure(view, main) if told else shared.suppressed(),
        facts=tuple(facts(view, declared, main)) if told else (),
        light=_light(view, main) if told and "light" in declared.shows else None,
        when=told_when(view, main, main.series.withheld),
        spark=_spark(view, main, declared.spark),
    )


def _main(view: View, declared: Card) -> Line:
    asked = (declared.main.selection, declared.level, declared.cumulative)
    lines = [view.line(one) for one in asked if one]
    held = (line for line in lines if line.series.latest or line.series.withheld)
    return next(held, lines[0])


def _light(view: View, line: Line) -> Fact | None:
    zone = standing.light(view, line)
    return Fact(words=zone.label, mark=zone.mark, tone=zone.light) if zone else None


def _spark(view: View, line: Line, most: int) -> dict[str, Any] | None:
    if line.key is None:
        return None
    points = [point for point in line.series.points if point.value is not None][-most:]
    if len(points) < FEWEST:
        return None
    words = _("The last %(count)s figures", count=len(points))
    return {"kind": "spark", "points": runs(view, line.key, points), "words": words}
