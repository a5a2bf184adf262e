"""The explore page, made from its address alone."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Indicator
from cockpit.errors import ArithmeticRefused
from cockpit.freshness import Ages
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator
from cockpit.indicator.lacking import Stock
from cockpit.position.board import RATE_DECIMALS
from indicators import SUBJECTS
from layouts.desk import desk
from layouts.explore.address import Exploration, parse
from layouts.explore.charts import charts
from layouts.explore.composition import composition
from layouts.explore.controls import controls
from layouts.explore.definition import definition, formula
from layouts.explore.estimate import estimate_place
from layouts.explore.goals import goals
from layouts.explore.headline import headline, known_on
from layouts.explore.index import index
from layouts.explore.league import League, league
from layouts.explore.picture import Picture, picture
from layouts.explore.regions import elsewhere, peers, regions
from layouts.explore.revisions import revised
from layouts.explore.subject import subject_page
from layouts.explore.table import table
from layouts.meetings.strip import meeting_of, strip
from layouts.services import Services


def layout(services: Services, url: str) -> Component:
    """The page of an address; `/explore` alone lists what there is."""
    shown = parse(url, services.home_area)
    indicator = services.catalog.indicators.get(shown.indicator or "")
    parts = _page(shown, indicator, services) if indicator else _overview(shown, services)
    address = dcc.Location(id="explore-address", refresh="callback-nav")
    return desk([address, *_unread(shown), *_as_known(services, shown), *parts], url, "explore")


def _as_known(services: Services, shown: Exploration) -> list[Component]:
    """The words that a page of a meeting, or of another time past, stands under."""
    meeting = meeting_of(services, shown.meeting, shown.as_of)
    return [_note(strip(services, meeting))] if meeting else known_on(shown.moment)


def _overview(shown: Exploration, services: Services) -> list[Component]:
    """One subject, or all of them."""
    calculator, catalog = services.calculator(shown.moment), services.catalog
    subject = SUBJECTS.get(shown.subject or "")
    if subject is None:
        return index(shown, catalog, calculator.indicators())
    door = services.door(shown.moment)
    stock = Stock(area=shown.areas[0], door=door, calculator=calculator)
    ages = Ages.at(shown.moment, services.releases)
    return subject_page(shown, subject, stock, catalog, ages)


def _page(asked: Exploration, indicator: Indicator, services: Services) -> list[Component]:
    calculator, door = services.calculator(asked.moment), services.door(asked.moment)
    shown = picture(asked, indicator, services.catalog, calculator, door)
    catalog, ages = services.catalog, Ages.at(asked.moment, services.releases)
    how = formula(shown, calculator, catalog)
    everywhere = door.keys(indicator.id)
    areas = peers(catalog, shown.whole.area, {key.area for key in everywhere})
    compared = _compared(calculator, shown, areas, indicator)
    return [
        controls(shown, catalog),
        headline(indicator, shown.main[0], shown.beside[0], catalog, ages),
        *goals(shown, services.targets(), calculator, catalog),
        *([] if shown.whole.key else elsewhere(everywhere, asked, catalog)),
        estimate_place(asked) if asked.model else charts(shown, indicator, catalog),
        regions(compared, asked.areas, catalog),
        *composition(shown, calculator, catalog),
        *table(shown, door, catalog),
        html.Div([definition(indicator, catalog, how), *revised(shown, door)], className="notes"),
    ]


def _compared(
    calculator: Calculator, shown: Picture, areas: Sequence[str], indicator: Indicator
) -> League:
    """The areas beside in the kind of figure shown, else in whichever kind they have."""
    wanted = shown.exploration.select(shown.measure)
    decimals = indicator.decimals if shown.measure == "level" else RATE_DECIMALS
    for selection in dict.fromkeys((wanted.settled(shown.whole.series), wanted)):
        try:
            across = calculator.across(selection, areas)
            found = league(across, areas, shown.exploration, decimals, indicator.direction)
        except ArithmeticRefused:
            continue
        if found.ranked:
            return found
    return League(None, (), tuple(areas))


def _unread(shown: Exploration) -> list[Component]:
    return [_note(text) for text in _sentences(shown.unread)]


def _sentences(unread: Sequence[str]) -> list[str]:
    return [
        _("The address says %(part)s, which this page does not know; it is left aside.", part=part)
        for part in unread
    ]


def _note(text: str) -> Component:
    return html.P(text, className="note", role="status")
