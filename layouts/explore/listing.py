"""Indicators with their latest figures, each a row that answers where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Catalog, Indicator
from cockpit.coverage import Coverage
from cockpit.freshness import Ages
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator
from cockpit.series import Point, SeriesKey
from cockpit.wording import period_words
from layouts import terms
from layouts.explore.address import Exploration, href
from layouts.explore.picture import companion
from layouts.explore.reading import Line, figure_key, line
from layouts.parts.number import number


def listing(
    held: Sequence[Coverage],
    shown: Exploration,
    calculator: Calculator,
    catalog: Catalog,
    ages: Ages,
) -> Component:
    """The table: figure, unit, period, change on a year earlier, and how late it is."""
    heads = (_("Indicator"), _("Latest figure"), _("Unit"), _("Period"), _("Change"), _("Status"))
    rows = [_row(one, shown, calculator, catalog, ages) for one in held]
    head = html.Thead(html.Tr([html.Th(text) for text in heads]))
    title = html.H2(_("Indicators with figures: %(count)s", count=len(held)))
    return html.Section([title, html.Table([head, html.Tbody(rows)])], className="sheet held")


def _row(
    one: Coverage, shown: Exploration, calculator: Calculator, catalog: Catalog, ages: Ages
) -> Component:
    entry, key, latest = catalog.indicators[one.indicator], one.series.key, one.figure
    if key is None or latest is None:
        return html.Tr(html.Td(entry.name(current_locale.get())))
    text = terms.figure(catalog, key.indicator, key.transformation, latest.value, one.series.unit)
    fresh = ages.of(entry, key.area, key.freq, latest.period)
    how = _("published") if latest.observation is not None else _("calculated")
    cells = (
        _link(entry, key, shown, catalog),
        number(text, figure_key(key, latest.period)),
        terms.unit_name(catalog, one.series.unit),
        f"{period_words(latest.period, key.freq, key.accumulation)} · "
        f"{terms.basis(key.freq, key.accumulation)}",
        _change(entry, key, latest, calculator, catalog),
        [html.Span(how), html.Span(fresh.words(), className=f"tag fresh-{fresh.state}")],
    )
    return html.Tr([html.Td(cell) for cell in cells])


def _link(
    entry: Indicator, key: SeriesKey, shown: Exploration, catalog: Catalog
) -> list[Component]:
    wanted = Exploration(indicator=entry.id, areas=shown.areas, as_of=shown.as_of)
    measure = "" if key.transformation == "level" else terms.measure(key.transformation)
    about = (terms.breakdown_words(catalog, key.breakdown), measure)
    name = dcc.Link(entry.name(current_locale.get()), href=href(wanted))
    return [name, html.Small(" · ".join(text for text in about if text))]


def _change(
    entry: Indicator, key: SeriesKey, latest: Point, calculator: Calculator, catalog: Catalog
) -> list[Component]:
    """Growth beside levels, in per cent or percentage points; nothing beside rates."""
    if key.transformation != "level":
        return []
    found = _beside(entry, key, calculator)
    point = found.series.at(latest.period)
    if point is None or point.value is None or found.key is None:
        return []
    measure, unit = found.key.transformation, found.series.unit
    text = terms.figure(catalog, key.indicator, measure, point.value, unit)
    told = [] if point.observation is not None else [_("calculated")]
    small = html.Small(" · ".join((terms.unit_name(catalog, unit), *told)))
    return [number(text, found.trail(point)), small]


def _beside(entry: Indicator, key: SeriesKey, calculator: Calculator) -> Line:
    wanted = Exploration(
        indicator=entry.id,
        areas=(key.area,),
        freq=key.freq,
        accumulation=key.accumulation,
        breakdown=key.breakdown,
    )
    return line(calculator, wanted.select(companion(entry, "level")))
