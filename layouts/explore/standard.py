"""A subject's standard panel: the charts it declares, drawn for a desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator, Chart, Strand, Subject
from cockpit.period import Freq
from cockpit.series import Selection
from cockpit.wording import growth_words, period_words
from layouts import terms
from layouts.explore.charts import curve, remarks
from layouts.explore.reading import Line, line
from layouts.figures.timeline import timeline
from layouts.theme import DESK

SHOWN = {"M": 61, "Q": 25, "A": 21}
"""Figures of a line: five years of months, six of quarters, twenty years."""

LEAST = 2
"""Fewer figures make no line; they stand in the listing below."""

_CONFIG: Any = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


def panel(subject: Subject, area: str, calculator: Calculator, catalog: Catalog) -> list[Component]:
    """The charts that have figures of the area; of each, the first choice that has."""
    drawn = (_drawn(chart, area, calculator, catalog) for chart in subject.panel)
    return [one for one in drawn if one is not None]


def _drawn(chart: Chart, area: str, calculator: Calculator, catalog: Catalog) -> Component | None:
    for choice in chart.choices():
        lines = _lines(choice, area, calculator)
        if lines:
            return _chart(choice, lines, catalog)
    return None


def _lines(chart: Chart, area: str, calculator: Calculator) -> list[tuple[Strand, Line]]:
    """The strands held, in the frequency of the first; empty where the first is not."""
    leading = _line(chart, chart.leading, area, calculator, None)
    if leading.key is None or len(leading.series.points) < LEAST:
        return []
    freq = leading.key.freq
    others = [(s, _line(chart, s, area, calculator, freq)) for s in chart.strands[1:]]
    held = [(s, one) for s, one in others if one.series.unit == leading.series.unit]
    return [(chart.leading, leading), *held]


def _line(
    chart: Chart, strand: Strand, area: str, calculator: Calculator, freq: Freq | None
) -> Line:
    """Monthly figures on the basis declared, otherwise whatever is held in the frequency."""
    wanted = Selection(
        indicator=strand.indicator,
        area=area,
        freq=freq,
        transformation=chart.transformation,
        breakdown=strand.breakdown,
    )
    monthly = line(calculator, replace(wanted, freq="M", accumulation=strand.accumulation))
    usual = freq in (None, "M") and monthly.series.latest
    return _recent(monthly if usual else line(calculator, wanted))


def _recent(found: Line) -> Line:
    """The last figures of a line, those without a value left out."""
    if found.key is None:
        return found
    held = [point for point in found.series.points if point.value is not None]
    points = tuple(held[-SHOWN[found.key.freq] :])
    return replace(found, series=replace(found.series, points=points))


def _chart(chart: Chart, lines: Sequence[tuple[Strand, Line]], catalog: Catalog) -> Component:
    named = ((one, _(strand.name), catalog.indicators[strand.indicator]) for strand, one in lines)
    curves = [found for one in named if (found := curve(*one, catalog))]
    first = lines[0][1]
    key = first.key
    about = (
        () if key is None else (terms.frequency(key.freq), terms.basis(key.freq, key.accumulation))
    )
    unit = terms.unit_name(catalog, first.series.unit)
    measure = terms.measure(chart.transformation, first.series.unit)
    small = html.Small(" · ".join((measure, *about, unit)))
    graph = dcc.Graph(figure=timeline(curves, DESK), config=_CONFIG, className="graph")
    title = html.H2([_finding(chart, first, catalog), small])
    notes = [html.P(text, className="quiet") for text in remarks([one for _strand, one in lines])]
    return html.Section([title, graph, *notes], className="sheet chart")


def _about(chart: Chart, first: Line, catalog: Catalog) -> list[str]:
    """Measure, frequency, basis and unit, in words."""
    key, unit = first.key, first.series.unit
    basis = [terms.frequency(key.freq), terms.basis(key.freq, key.accumulation)] if key else []
    return [terms.measure(chart.transformation, unit), *basis, terms.unit_name(catalog, unit)]


def _finding(chart: Chart, first: Line, catalog: Catalog) -> str:
    """What the latest figure of the first strand says."""
    key, latest = first.key, first.series.latest
    if key is None or latest is None:
        return _(chart.name)
    when = period_words(latest.period, key.freq, key.accumulation)
    if chart.transformation == "yoy":
        words = growth_words(latest.value, price=chart.price)
        return _("%(name)s %(growth)s in %(period)s", name=_(chart.name), growth=words, period=when)
    unit = first.series.unit
    text = terms.figure(catalog, key.indicator, key.transformation, latest.value, unit)
    return _(
        "%(name)s was %(value)s %(unit)s in %(period)s",
        name=_(chart.name),
        value=text,
        unit=terms.unit_name(catalog, unit),
        period=when,
    )
