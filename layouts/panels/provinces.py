"""What the map and the ranking share: areas side by side by GDP of their latest common year."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from cockpit.freshness import freshness
from cockpit.period import Period
from cockpit.series import Point, Selection, SeriesKey
from cockpit.wording import number, on_screen
from layouts import terms
from layouts.explore.address import Exploration
from layouts.explore.league import League, league
from layouts.explore.reading import Line
from layouts.panels import base
from layouts.panels.sentences import when
from layouts.panels.view import View
from layouts.parts.frame import Content

INDICATOR = "gdp"
GDP = Selection(indicator=INDICATOR, freq="A")


def compare(view: View, areas: Sequence[str]) -> League:
    """The areas at the latest year that most of them have, the largest first."""
    return league(view.parts(GDP, areas), areas, Exploration(indicator=INDICATOR, areas=()))


def address(area: str) -> str:
    """Where an area leads."""
    return f"/explore/{INDICATOR}?area={area}&freq=A"


def content(view: View, found: League, finding: str, body: Component) -> Content:
    """The frame both panels stand in."""
    first = found.ranked[0][0] if found.ranked else None
    key, indicator = first.key if first else None, view.catalog.indicators[INDICATOR]
    return Content(
        finding=finding,
        measure=_measure(view, first, key, found.period),
        body=body,
        source=base.source(view, INDICATOR),
        fresh=freshness(indicator, GDP.freq or "A", found.period, view.today),
        address=address(view.area),
    )


def text(point: Point) -> str:
    """A figure as both panels write it, in whole units."""
    return on_screen(number(point.value, 0))


def _measure(view: View, line: Line | None, key: SeriesKey | None, period: Period | None) -> str:
    if line is None or key is None or period is None:
        return ""
    unit = terms.unit_name(view.catalog, line.series.unit)
    return " · ".join((terms.measure(key.transformation), unit, when(key, period)))
