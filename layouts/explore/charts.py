"""The history of the chosen measure, and below it, never on one axis, what goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Catalog, Indicator
from cockpit.i18n import gettext as _
from cockpit.observation import Transformation
from cockpit.period import MONTHS
from cockpit.series import Point, SeriesKey, in_order
from cockpit.wording import period_words, step_words
from layouts import terms
from layouts.explore.picture import Picture
from layouts.explore.reading import Line
from layouts.figures.axes import Figure
from layouts.figures.marks import Curve, Mark
from layouts.figures.timeline import Ramps, in_step, timeline
from layouts.theme import DESK


def charts(shown: Picture, indicator: Indicator, catalog: Catalog) -> Component:
    """The chosen measure above the second, over the same years."""
    measures = ((shown.measure, shown.main), (shown.second, shown.beside))
    curves = [_curves(lines, indicator, catalog) for _measure, lines in measures]
    figures = [timeline(held, DESK) if held else None for held in curves]
    in_step([figure for figure in figures if figure])
    sections = [
        _chart(measure, lines, figure, indicator, catalog)
        for (measure, lines), figure in zip(measures, figures, strict=True)
    ]
    return html.Div(sections, className="charts")


def _chart(
    measure: Transformation,
    lines: Sequence[Line],
    figure: Figure | None,
    indicator: Indicator,
    catalog: Catalog,
) -> Component:
    """One measure of all areas over time, or the sentence that says why there is none."""
    refusals = dict.fromkeys(line.refusal for line in lines if line.refusal)
    notes = [html.P(text, className="refusal") for text in refusals]
    said = (*remarks(lines), *_steps(lines, catalog))
    notes += [html.P(text, className="quiet") for text in said]
    name = terms.measure(measure, _unit(lines, indicator))
    title = html.H2([name, html.Small(_subtitle(lines, catalog))])
    if figure is None:
        missing = [] if refusals else [html.P(_("No figure is held."), className="quiet")]
        return html.Section([title, *notes, *missing], className="sheet chart chart-empty")
    if figure["layout"]["yaxis"]["range"][0] > 0:
        notes.append(html.P(_("The axis does not begin at zero."), className="quiet"))
    return html.Section([title, _graph(measure, figure), *notes], className="sheet chart")


def _curves(lines: Sequence[Line], indicator: Indicator, catalog: Catalog) -> list[Curve]:
    named = ((line, terms.area_name(catalog, line.area)) for line in lines)
    return [found for line, name in named if (found := curve(line, name, indicator, catalog))]


def _graph(measure: Transformation, figure: Figure) -> Component:
    config: Any = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
    return dcc.Graph(id=f"explore-{measure}", figure=figure, config=config, className="graph")


def curve(line: Line, name: str, indicator: Indicator, catalog: Catalog) -> Curve | None:
    """A line's figures as a curve of that name; None where it has none."""
    key = line.key
    points = [point for point in line.series.points if point.value is not None]
    if key is None or not points:
        return None
    amounts = indicator.aggregation in ("sum", "sum_untied") and key.transformation == "level"
    ramps = amounts and key.accumulation == "ytd"
    return (Ramps if ramps else Curve)(
        name=name,
        marks=tuple(_mark(line, key, point, name, catalog) for point in points),
        step=MONTHS[key.freq],
        merged_january=indicator.merged_january,
    )


def _mark(line: Line, key: SeriesKey, point: Point, name: str, catalog: Catalog) -> Mark:
    value, unit = point.value or 0.0, line.series.unit
    text = terms.figure(catalog, key.indicator, key.transformation, value, unit)
    when = period_words(point.period, key.freq, key.accumulation)
    words = f"{name} · {when}<br>{text} {terms.unit_name(catalog, unit)}"
    more = terms.beside(catalog, line.series, point)
    words += f"<br>{more}" if more else ""
    return Mark(point.period.end, value, words, line.trail(point) or "")


def _unit(lines: Sequence[Line], indicator: Indicator) -> str:
    return next((line.series.unit for line in lines if line.key), indicator.display_unit)


def _subtitle(lines: Sequence[Line], catalog: Catalog) -> str:
    line = next((line for line in lines if line.key), None)
    if line is None or line.key is None:
        return ""
    basis = terms.basis(line.key.freq, line.key.accumulation)
    return " · ".join(
        (terms.frequency(line.key.freq), basis, terms.unit_name(catalog, line.series.unit))
    )


def _steps(lines: Sequence[Line], catalog: Catalog) -> list[str]:
    """What was done to what is published, in the order in which it is done."""
    steps = in_order(step for line in lines for step in line.series.steps)
    words = [terms.in_names(step_words(step), catalog) for step in steps]
    return [_("Steps: %(steps)s", steps=" → ".join(words))] if words else []


def remarks(lines: Sequence[Line]) -> list[str]:
    """Whether figures are calculated, and how many."""
    points = [point for line in lines for point in line.series.points]
    computed = [p for p in points if p.observation is None and p.value is not None]
    if not computed:
        return []
    if len(computed) == len(points):
        return [_("Calculated, not published.")]
    return [_("%(count)s of these figures are calculated, not published.", count=len(computed))]
