"""Everything there is to explore, by subject."""

from __future__ import annotations

from collections.abc import Set

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Catalog, Indicator
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.indicator import Subject, grouped
from indicators import SUBJECTS
from layouts.explore.address import Exploration, href
from layouts.explore.choice import choice
from layouts.explore.controls import indicator_options


def index(shown: Exploration, catalog: Catalog, held: Set[str]) -> list[Component]:
    """A search field and the subjects; what has figures stands out."""
    subjects = [
        _subject(SUBJECTS[name], [catalog.indicators[one] for one in found], shown, held)
        for name, found in grouped(catalog, SUBJECTS).items()
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


def _subject(
    subject: Subject, indicators: list[Indicator], shown: Exploration, held: Set[str]
) -> Component:
    """The indicators with figures, published or calculated; the others folded away below."""
    page = Exploration(indicator=None, subject=subject.id, areas=shown.areas, as_of=shown.as_of)
    title = html.H2(dcc.Link(_(subject.name), href=href(page)))
    some = [one for one in indicators if one.id in held]
    none = [one for one in indicators if one not in some]
    parts = [title, *([_links(some, shown)] if some else [])]
    if none:
        rest = html.Summary(_("without figures so far: %(count)s", count=len(none)))
        parts.append(html.Details([rest, _links(none, shown)]))
    return html.Section(parts, className="sheet subject")


def _links(indicators: list[Indicator], shown: Exploration) -> Component:
    return html.Ul([html.Li(_link(one, shown)) for one in indicators])


def _link(indicator: Indicator, shown: Exploration) -> Component:
    wanted = Exploration(
        indicator=indicator.id, areas=shown.areas, as_of=shown.as_of, meeting=shown.meeting
    )
    name = indicator.name(current_locale.get())
    derived = [html.Small(_("calculated"))] if indicator.derived else []
    return dcc.Link([name, *derived], href=href(wanted))


def _unknown(shown: Exploration) -> list[Component]:
    if shown.indicator is None:
        return []
    text = _("The catalogue has no indicator %(id)s.", id=shown.indicator)
    return [html.P(text, className="note", role="status")]
