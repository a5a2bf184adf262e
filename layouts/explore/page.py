"""The explore page, made from its address alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Indicator
from cockpit.errors import ArithmeticRefused
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator
from cockpit.series import ReadingDoor
from layouts.desk import desk
from layouts.explore.address import Exploration, parse
from layouts.explore.charts import chart
from layouts.explore.controls import controls
from layouts.explore.definition import definition
from layouts.explore.headline import headline
from layouts.explore.index import index
from layouts.explore.reading import League, Line, companion, league, lines, settled, within
from layouts.explore.regions import elsewhere, peers, regions
from layouts.explore.revisions import revision_notes, revisions
from layouts.explore.table import Measures, columns, rows
from layouts.grid import grid
from layouts.services import Services


def layout(services: Services, url: str) -> Component:
    """The page of an address; `/explore` alone lists what there is."""
    shown = parse(url, services.home_area)
    indicator = services.catalog.indicators.get(shown.indicator or "")
    parts = _index(shown, services) if indicator is None else _page(shown, indicator, services)
    address = dcc.Location(id="explore-address", refresh="callback-nav")
    return desk([address, *_unread(shown), *parts], url, "explore")


def _page(shown: Exploration, indicator: Indicator, services: Services) -> list[Component]:
    calculator, door = services.calculator(shown.moment), services.door(shown.moment)
    whole = lines(calculator, shown, shown.transformation)
    second = companion(indicator, shown.transformation)
    below = lines(calculator, shown, second)
    main, beside = within(whole, shown), within(below, shown)
    keys = door.keys(indicator.id, shown.areas[0])
    catalog, today = services.catalog, datetime.now(UTC).astimezone().date()
    compared = _league(calculator, shown, whole[0], services)
    return [
        controls(shown, catalog, keys, whole[0].series),
        headline(indicator, main[0], beside[0], catalog, today),
        *([] if main[0].key else elsewhere(compared, shown, catalog)),
        html.Div(
            [
                chart(shown.transformation, main, indicator, catalog),
                chart(second, beside, indicator, catalog),
            ],
            className="charts",
        ),
        regions(compared, shown.areas, catalog),
        _table(Measures(main, beside), door, services),
        html.Div(
            [
                definition(indicator, catalog),
                *revision_notes(main[0], revisions(main[0], door)),
            ],
            className="notes",
        ),
    ]


def _league(calculator: Calculator, shown: Exploration, first: Line, services: Services) -> League:
    areas = peers(services.catalog, shown.areas[0])
    selection = settled(shown.selection, first.series)
    try:
        return league(calculator.across(selection, areas), areas, shown)
    except ArithmeticRefused:
        return League(None, (), ())


def _table(measures: Measures, door: ReadingDoor, services: Services) -> Component:
    cells = [p.observation for line in measures.main for p in line.series.points]
    sources = door.sources([cell for cell in cells if cell is not None])
    body = rows(measures, sources, services.catalog)
    buttons = [
        part
        for form in ("csv", "xlsx")
        for part in (
            html.Button(f"↓ {form}", id=f"explore-{form}", type="button", className="button"),
            dcc.Download(id=f"explore-file-{form}"),
        )
    ]
    hint = html.Small(_("a click on a figure tells where it comes from"))
    title = html.H2([_("Every figure and its cell"), hint])
    head = html.Div([title, html.Div(buttons)], className="head")
    return html.Section(
        [head, grid("explore-table", columns(measures, services.catalog), body)],
        className="sheet table",
    )


def _index(shown: Exploration, services: Services) -> list[Component]:
    return index(shown, services.catalog)


def _unread(shown: Exploration) -> list[Component]:
    return [_note(text) for text in _sentences(shown.unread)]


def _sentences(unread: Sequence[str]) -> list[str]:
    return [
        _("The address says %(part)s, which this page does not know; it is left aside.", part=part)
        for part in unread
    ]


def _note(text: str) -> Component:
    return html.P(text, className="note", role="status")
