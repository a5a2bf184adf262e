"""The choices an explorer has: indicator, areas, measure, basis, part, range and time known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Area, Catalog
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.modelling import MODELLED
from cockpit.period import Period
from cockpit.series import Series
from cockpit.wording import period_words
from layouts import terms
from layouts.attributes import attributes
from layouts.explore.address import MOST_AREAS, Exploration, Model
from layouts.explore.chips import chip, chips
from layouts.explore.choice import choice
from layouts.explore.estimate import single
from layouts.explore.measures import measures, ways_of_counting, worked_out
from layouts.explore.picture import Picture

Option = dict[str, str]


def controls(picture: Picture, catalog: Catalog) -> Component:
    """Everything that changes the address."""
    kinds = ways_of_counting(picture, catalog)
    unit = catalog.indicators[picture.exploration.indicator or ""].display_unit
    shown, keys, series = picture.exploration, picture.keys, picture.whole.series
    return html.Section(
        [
            _field(_("Indicator"), _indicators(shown, catalog), "wide"),
            _field(_("Areas"), _areas(shown, catalog), "wide"),
            _field(_("Part"), _parts(picture, catalog), hidden=len(picture.parts) < 2),
            chips(_("Measure"), measures(shown, keys, series, unit)),
            *worked_out(picture, catalog),
            *([chips(_("Basis"), kinds)] if kinds else []),
            *_models(shown, series),
            _field(_("From"), _times("explore-since", shown.since, series)),
            _field(_("To"), _times("explore-until", shown.until, series)),
            _field(_("As known on"), _as_of(shown)),
        ],
        className="sheet controls",
        **attributes(aria_label=_("What is shown")),
    )


def whereabouts(shown: Exploration, catalog: Catalog) -> Component:
    """The one area of a subject's page, and the time as known on which it reads."""
    areas = choice("explore-areas", area_options(shown, catalog), shown.areas[0], _("Name or code"))
    fields = [_field(_("Area"), areas), _field(_("As known on"), _as_of(shown))]
    return html.Section(fields, className="sheet controls")


def indicator_options(catalog: Catalog) -> list[Option]:
    """Every indicator, found by its name in either language or its code."""
    locale = current_locale.get()
    return [
        {
            "label": one.name(locale),
            "value": one.id,
            "search": f"{one.name_zh} {one.name_en} {one.id}",
        }
        for one in catalog.indicators.values()
    ]


def area_options(shown: Exploration, catalog: Catalog) -> list[Option]:
    """The country, provinces and cities, and whatever stands around the chosen areas."""
    near = (
        area
        for code in shown.areas
        for above in catalog.areas.path(code)
        for area in (above, *catalog.areas.children(above.code))
    )
    large = (area for area in catalog.areas if area.level not in ("county", "town"))
    distinct = {area.code: area for area in (*large, *near)}
    return [_area_option(area, catalog) for area in distinct.values()]


def _area_option(area: Area, catalog: Catalog) -> Option:
    locale = current_locale.get()
    above = catalog.areas.get(area.parent or "")
    within = f" · {above.name(locale)}" if above and above.parent is not None else ""
    search = f"{area.name_zh} {area.name_en} {area.code}"
    return {"label": f"{area.name(locale)}{within}", "value": area.code, "search": search}


def _indicators(shown: Exploration, catalog: Catalog) -> Component:
    hint = _("Name or code")
    options = indicator_options(catalog)
    return choice("explore-indicator", options, shown.indicator, hint)


def _areas(shown: Exploration, catalog: Catalog) -> Component:
    options: list[Any] = area_options(shown, catalog)
    if len(shown.areas) >= MOST_AREAS:
        options = [o | {"disabled": o["value"] not in shown.areas} for o in options]
    return choice("explore-areas", options, list(shown.areas), _("Name or code"), multi=True)


def _parts(picture: Picture, catalog: Catalog) -> Component:
    chosen = picture.exploration.breakdown
    options = [
        {
            "label": terms.breakdown_words(catalog, part) or _("The whole"),
            "value": ";".join(f"{name}={code}" for name, code in part),
        }
        for part in dict.fromkeys((*picture.parts, chosen))
    ]
    value = ";".join(f"{name}={code}" for name, code in chosen)
    return choice("explore-breakdown", options, value, _("The whole"))


def _models(shown: Exploration, series: Series) -> list[Component]:
    """What a model can make of the series; of cumulative figures, of the single ones in them."""
    key = series.key
    if key is None or key.freq == "A" or key.transformation not in MODELLED:
        return []
    ways: dict[Model | None, str] = {
        None: _("No model"),
        "adjusted": _("Seasonally adjusted"),
        "projection": _("Projection"),
    }
    here = replace(shown, unread=(), freq=key.freq)
    basis = {None: key.accumulation}
    found = [
        chip(
            name,
            replace(here, model=model, accumulation=basis.get(model, single(key))),
            model == shown.model,
        )
        for model, name in ways.items()
    ]
    return [chips(_("Model"), found)]


def _times(name: str, chosen: str | None, series: Series) -> Component:
    options = _period_options(series)
    if chosen and all(option["value"] != chosen for option in options):
        options.insert(0, {"label": chosen, "value": chosen})
    return choice(name, options, chosen, _("open"), clearable=True)


def _period_options(series: Series) -> list[Option]:
    key = series.key
    if key is None:
        return []

    def option(period: Period) -> Option:
        words = period_words(period, key.freq, key.accumulation)
        return {"label": words, "value": period.time_period(key.freq)}

    return [option(point.period) for point in reversed(series.points)]


def _as_of(shown: Exploration) -> Component:
    return dcc.DatePickerSingle(
        date=shown.as_of,
        id="explore-as-of",
        display_format="YYYY-MM-DD",
        placeholder=_("now"),
        clearable=True,
    )


def _field(name: str, control: Component, size: str = "", *, hidden: bool = False) -> Component:
    label = html.Label(name, className="label", htmlFor=getattr(control, "id", None))
    return html.Div([label, control], className=f"labelled {size}".strip(), hidden=hidden)
