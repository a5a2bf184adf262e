"""Key figures: the measure that matters, large, and how it has changed."""

from __future__ import annotations

from typing import Any

from cockpit.i18n import gettext as _
from layouts.explore.reading import Line
from layouts.wall.content import CardContent
from layouts.wall.elements import shared
from layouts.wall.elements.trend import runs
from layouts.wall.findings import change, when
from layouts.wall.scene import Card
from layouts.wall.view import View

SPARK = {"M": 13, "Q": 9, "A": 9}
FEWEST = 3


def card(view: View, declared: Card) -> CardContent:
    """The figure asked for, or the level where no growth is held."""
    selection = declared.main.selection
    main = view.line(selection)
    level = view.line(declared.level) if declared.level else None
    if main.series.latest is None and level is not None and level.series.latest:
        main, level = level, None
    latest = main.series.latest
    return CardContent(
        name=shared.named(view, declared.main),
        href=shared.href(selection, view.area),
        fresh=view.fresh(selection, main),
        alarm=shared.warned(view, selection),
        main=shared.figure(view, main),
        level=shared.figure(view, level) if level else None,
        change=change(main, latest) if latest else "",
        when=_when(view, main),
        spark=_spark(view, main),
    )


def _when(view: View, line: Line) -> str:
    latest, key = line.series.latest, line.key
    if latest is None or key is None:
        return ""
    words = when(key, latest.period)
    return f"{words} · {_('computed')}" if view.computed(line) else words


def _spark(view: View, line: Line) -> dict[str, Any] | None:
    if line.key is None:
        return None
    most = SPARK[line.key.freq]
    points = [point for point in line.series.points if point.value is not None][-most:]
    if len(points) < FEWEST:
        return None
    words = _("The last %(count)s figures", count=len(points))
    return {"kind": "spark", "points": runs(view, line.key, points), "words": words}
