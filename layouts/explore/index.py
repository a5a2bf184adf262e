"""Everything there is to explore, by subject."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Catalog, Indicator
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from layouts.explore.address import Exploration, href
from layouts.explore.choice import choice
from layouts.explore.controls import indicator_options


def index(shown: Exploration, catalog: Catalog) -> list[Component]:
    """A search field and the catalogue's subjects."""
    english = current_locale.get() == "en"
    subjects = [
        html.Section(
            [
                html.H2(subject.name_en if english else subject.name_zh),
                html.Ul([html.Li(_link(one, shown)) for one in _of(catalog, subject.code)]),
            ],
            className="sheet subject",
        )
        for subject in catalog.categories.values()
        if _of(catalog, subject.code)
    ]
    hint = _("Name or code of an indicator")
    search = choice("explore-indicator", indicator_options(catalog), None, hint)
    title = html.H1(_("Explore"), className="page-title")
    return [
        title,
        *_unknown(shown),
        html.Div(search, className="search"),
        html.Div(subjects, className="subjects"),
    ]


def _of(catalog: Catalog, subject: str) -> list[Indicator]:
    return [one for one in catalog.indicators.values() if one.category == subject]


def _link(indicator: Indicator, shown: Exploration) -> Component:
    wanted = Exploration(indicator=indicator.id, areas=shown.areas, as_of=shown.as_of)
    return dcc.Link(indicator.name(current_locale.get()), href=href(wanted))


def _unknown(shown: Exploration) -> list[Component]:
    if shown.indicator is None:
        return []
    text = _("The catalogue has no indicator %(id)s.", id=shown.indicator)
    return [html.P(text, className="note", role="status")]
