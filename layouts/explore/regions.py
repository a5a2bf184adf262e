"""Regions side by side at their latest common period; a missing one is listed as missing."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.position import Place
from cockpit.series import Point, SeriesKey
from cockpit.wording import period_words
from layouts import terms
from layouts.attributes import attributes
from layouts.explore.address import Exploration, href
from layouts.explore.league import League
from layouts.explore.reading import Line


def peers(catalog: Catalog, area: str, held: Set[str] = frozenset()) -> list[str]:
    """The areas to compare with: those below a country, otherwise those beside.

    `held` are the areas that have figures: where more of a group that a publisher reports on has,
    and the area belongs to it, the group.
    """
    found = catalog.areas.get(area)
    above = found.parent if found and found.parent is not None else area
    beside = [one.code for one in catalog.areas.children(above)]
    groups = [list(g.areas) for g in catalog.areas.groups.values() if area in g.areas]
    return max([beside, *groups], key=lambda areas: len(held & set(areas)))


def elsewhere(keys: Sequence[SeriesKey], shown: Exploration, catalog: Catalog) -> list[Component]:
    """Ways to areas that do have figures, for a page whose own area has none."""
    areas = sorted({key.area for key in keys if catalog.areas.get(key.area)})
    links = [
        dcc.Link(
            terms.area_name(catalog, area),
            href=href(replace(shown, areas=(area,), unread=())),
            className="chip",
        )
        for area in areas
    ]
    said = html.P(_("Figures are held for these areas:"), className="quiet")
    return [html.Section([said, html.Div(links, className="chips")], className="sheet")] * bool(
        links
    )


def regions(league: League, chosen: Sequence[str], catalog: Catalog) -> Component:
    """The ranking as bars that are words too: place, name, bar, figure."""
    if not league.ranked:
        none = html.P(_("No region has a figure in this measure."), className="quiet")
        return html.Section([html.H2(_("Regions compared")), none], className="sheet")
    rows = [_row(pair, league, chosen, catalog) for pair in league.ranked]
    return html.Section(
        [
            html.H2([_("Regions compared"), html.Small(_about(league, catalog))]),
            html.Ol(rows),
            *_missing(league, catalog),
        ],
        className="sheet regions",
    )


def bar(value: float, values: Sequence[float], foot: float = 0.0) -> tuple[float, float]:
    """Where a bar begins and how long it is, in per cent of the room; all stand on one foot."""
    low, high = min(foot, *values), max(foot, *values)
    span = (high - low) or 1.0
    start = (min(value, foot) - low) / span * 100
    return round(start, 2), round(abs(value - foot) / span * 100, 2)


def _row(
    pair: tuple[Line, Point], league: League, chosen: Sequence[str], catalog: Catalog
) -> Component:
    line, point = pair
    place = league.standings.at(line.area) if league.standings else None
    values = [other.value for _line, other in league.ranked if other.value is not None]
    foot = 100.0 if terms.is_index(line.series.unit) else 0.0
    start, length = bar(point.value or 0.0, values, foot)
    style = {"left": f"{start}%", "width": f"{length}%"}
    figure = html.Button(
        _text(line, point, catalog), type="button", **attributes(data_trail=line.trail(point) or "")
    )
    parts = [
        html.Span(str(place.rank.place) if place else "", className="place"),
        _moved(place),
        html.Span(terms.area_name(catalog, line.area), className="name"),
        html.Span(html.Span(style=style), className="bar", **attributes(aria_hidden="true")),
        figure,
    ]
    return html.Li(parts, className="chosen" if line.area in chosen else "")


def _moved(place: Place | None) -> Component:
    """Places gained or lost since the period before; blank where there was none."""
    moved = place.moved if place else None
    if place is None or not moved:
        return html.Span(className="moved")
    text = f"{'▲' if moved > 0 else '▼'}{abs(moved)}"
    return html.Span(text, className="moved", title=place.words())


def _text(line: Line, point: Point, catalog: Catalog) -> str:
    key = line.key
    if key is None:
        return ""
    unit = line.series.unit
    return terms.figure(catalog, key.indicator, key.transformation, point.value, unit)


def _about(league: League, catalog: Catalog) -> str:
    line, _point = league.ranked[0]
    key, period = line.key, league.period
    if key is None or period is None:
        return ""
    when = period_words(period, key.freq, key.accumulation)
    measure = terms.measure(key.transformation, line.series.unit)
    about = (measure, when, terms.unit_name(catalog, line.series.unit))
    return " · ".join((*about, *_since(league, key)))


def _since(league: League, key: SeriesKey) -> list[str]:
    """With which period places are compared, and that others were among them where they were."""
    found = league.standings
    if found is None or found.before is None:
        return []
    before = period_words(found.before, key.freq, key.accumulation)
    said = [_("places against %(when)s", when=before)]
    if found.joined or found.left:
        said.append(_("not among the same areas"))
    return said


def _missing(league: League, catalog: Catalog) -> list[Component]:
    told = (
        (_("No figure for this period: %(names)s."), league.missing),
        (_("Suppressed for confidentiality: %(names)s."), league.withheld),
    )
    return [
        html.P(text % {"names": _names(areas, catalog)}, className="quiet missing")
        for text, areas in told
        if areas
    ]


def _names(areas: Sequence[str], catalog: Catalog) -> str:
    return terms.listed(terms.area_name(catalog, area) for area in areas)
