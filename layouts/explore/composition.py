"""What the figure is made of: shares, pulls, rates of contribution, and the residual they leave."""

from __future__ import annotations

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator
from cockpit.indicator.structure import PartOf, Structure, parts_of, structure
from cockpit.observation import Transformation
from cockpit.wording import period_words
from layouts import terms
from layouts.attributes import attributes
from layouts.explore.picture import Picture
from layouts.explore.reading import figure_key

_MEASURES: tuple[Transformation, ...] = (
    *("level", "share", "yoy", "contribution", "contribution_rate"),
)


def composition(shown: Picture, calculator: Calculator, catalog: Catalog) -> list[Component]:
    """The declared parts of the first area's figure in its latest period; nothing without any."""
    asked = shown.exploration.select("level")
    if asked.breakdown or not parts_of(asked.indicator, catalog)[0]:
        return []
    key = shown.whole.key
    if key is not None:
        asked = replace(asked, freq=key.freq, accumulation=key.accumulation)
    try:
        found = structure(calculator, catalog, asked)
    except CockpitError:
        return []
    held = [part for part in found.parts if part.value("level") is not None]
    return [_section(found, catalog)] if held else []


def _section(found: Structure, catalog: Catalog) -> Component:
    when = period_words(found.period, found.key.freq, found.key.accumulation)
    title = html.H2([_("Composition and contributions"), html.Small(when)])
    names = (_("Part"), *(_head(measure, found, catalog) for measure in _MEASURES))
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    body = html.Tbody([*(_row(part, found, catalog) for part in found.parts), *_rest(found)])
    said = [html.P(text, className="quiet") for text in _said(found)]
    return html.Section(
        [title, html.Table([head, body]), *said], className="sheet revisions composition"
    )


def _head(measure: Transformation, found: Structure, catalog: Catalog) -> str:
    units = {"level": found.unit, "contribution": "百分点"}
    unit = terms.unit_name(catalog, units.get(measure, "%"))
    name = terms.measure(measure)
    return name if unit in name else f"{name} ({unit})"


def _row(part: PartOf, found: Structure, catalog: Catalog) -> Component:
    name = terms.indicator_name(catalog, part.indicator)
    cells = [_cell(part, measure, found, catalog) for measure in _MEASURES]
    return html.Tr([html.Th(name, scope="row"), *(html.Td(cell) for cell in cells)])


def _cell(
    part: PartOf, measure: Transformation, found: Structure, catalog: Catalog
) -> Component | str:
    text = _written(catalog, part.indicator, measure, part.value(measure), found.unit)
    key = replace(found.key, indicator=part.indicator, transformation=measure)
    if part.value(measure) is None:
        return text
    named = attributes(data_trail=figure_key(key, found.period))
    return html.Button(text, type="button", **named)


def _rest(found: Structure) -> list[Component]:
    if found.residual is None:
        return []
    pull = terms.points(found.residual)
    rate = "" if found.residual_rate is None else terms.points(found.residual_rate, 1)
    cells = ("", "", "", pull, rate)
    name = html.Th(_("Residual"), scope="row")
    return [html.Tr([name, *(html.Td(cell) for cell in cells)], className="residual")]


def _said(found: Structure) -> list[str]:
    said = [_("Pulls and rates of contribution are estimated.")] if found.estimate else []
    if found.complete and found.residual is not None:
        said.append(_("The residual is shown and not spread over the parts."))
    return said


def _written(
    catalog: Catalog, indicator: str, measure: Transformation, value: float | None, unit: str
) -> str:
    if measure == "contribution" and value is not None:
        return terms.points(value)
    return terms.figure(catalog, indicator, measure, value, unit)
