"""One subject: its standard panel, its indicators with figures, and what the others want."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.coverage import Coverage, coverage
from cockpit.freshness import Ages
from cockpit.i18n import gettext as _
from cockpit.indicator import Subject, grouped
from cockpit.indicator.lacking import Stock
from indicators import SUBJECTS
from layouts import terms
from layouts.explore.address import Exploration, href
from layouts.explore.controls import whereabouts
from layouts.explore.listing import listing
from layouts.explore.standard import panel


def subject_page(
    shown: Exploration, subject: Subject, stock: Stock, catalog: Catalog, ages: Ages
) -> list[Component]:
    """The subject in one area, from its charts down to what nobody has delivered."""
    area = shown.areas[0]
    name = terms.area_name(catalog, area)
    indicators = grouped(catalog, SUBJECTS)[subject.id]
    found = list(coverage(stock.of(area), catalog, indicators))
    held = [one for one in found if one.figure]
    lacking = [one for one in found if not one.figure]
    return [
        html.H1([_(subject.name), html.Small(name)], className="page-title"),
        _others(shown, subject),
        whereabouts(shown, catalog),
        html.Div(panel(subject, area, stock.calculator, catalog), className="charts standard"),
        *([listing(held, shown, stock.calculator, catalog, ages)] if held else []),
        *([_missing(lacking, catalog)] if lacking else []),
    ]


def _others(shown: Exploration, subject: Subject) -> Component:
    """The way to the other subjects, in the same place."""
    links = [
        dcc.Link(
            _(one.name),
            href=href(replace(shown, subject=one.id, unread=())),
            className="chip chip-on" if one.id == subject.id else "chip",
        )
        for one in SUBJECTS.values()
    ]
    return html.Nav(links, className="chips")


def _missing(lacking: Sequence[Coverage], catalog: Catalog) -> Component:
    """What has no figure here, and what each would need."""
    pairs = [
        part
        for one in lacking
        for part in (
            html.Dt(terms.indicator_name(catalog, one.indicator)),
            html.Dd(one.wanted(catalog)),
        )
    ]
    title = html.H2(_("Without figures so far: %(count)s", count=len(lacking)))
    return html.Section([title, html.Dl(pairs)], className="sheet wanting")
