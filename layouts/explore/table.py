"""The table behind the charts: every figure with period, unit, basis, status and source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.series import Point, SeriesKey, Source
from cockpit.wording import period_words
from layouts import terms
from layouts.explore.reading import Line

Row = dict[str, Any]


class Measures(NamedTuple):
    """The chosen measure and the one that stands below it, area by area."""

    main: Sequence[Line]
    below: Sequence[Line]


def columns(measures: Measures, catalog: Catalog) -> list[Row]:
    """What stands in each column; figures open their trail."""
    return [
        {"field": "period", "headerName": _("Period"), "cellRenderer": "TrailCell", "width": 150},
        {"field": "area", "headerName": _("Area"), "width": 120},
        _figures("value", _measure(measures.main, catalog)),
        *([_figures("beside", _measure(measures.below, catalog))] if _held(measures.below) else []),
        {"field": "unit", "headerName": _("Unit"), "width": 90},
        {"field": "basis", "headerName": _("Basis"), "width": 120},
        {"field": "status", "headerName": _("Status"), "width": 100},
        {"field": "file", "headerName": _("File"), "minWidth": 240, "flex": 1},
        {"field": "cell", "headerName": _("Cell"), "width": 150},
        {"field": "person", "headerName": _("Publisher"), "width": 120},
        {"field": "published", "headerName": _("Published"), "width": 150},
    ]


def rows(measures: Measures, sources: Mapping[int, Source], catalog: Catalog) -> list[Row]:
    """One row an area and period, newest first."""
    beside = {line.area: line for line in measures.below}
    found = [
        _row(line, line.key, point, beside.get(line.area), sources, catalog)
        for line in measures.main
        if line.key is not None
        for point in line.series.points
    ]
    return sorted(found, key=lambda row: row["period"], reverse=True)


def _row(
    line: Line,
    key: SeriesKey,
    point: Point,
    beside: Line | None,
    sources: Mapping[int, Source],
    catalog: Catalog,
) -> Row:
    source = sources.get(point.observation) if point.observation is not None else None
    words = period_words(point.period, key.freq, key.accumulation)
    return {
        "period": point.period.end * 100 + point.period.months,
        "period_text": words,
        "area": terms.area_name(catalog, line.area),
        **_figure("value", line, point, catalog),
        **(_at("beside", beside, point.period, catalog) if beside else {}),
        "unit": terms.unit_name(catalog, line.series.unit),
        "basis": terms.basis(key.freq, key.accumulation),
        "status": terms.status(point.status) if source else _("calculated"),
        **(_provenance(source) if source else {}),
    }


def _at(field: str, line: Line, period: Period, catalog: Catalog) -> Row:
    point = line.series.at(period)
    return _figure(field, line, point, catalog) if point else {}


def _figure(field: str, line: Line, point: Point, catalog: Catalog) -> Row:
    key = line.key
    if key is None:
        return {}
    unit = line.series.unit
    text = terms.figure(catalog, key.indicator, key.transformation, point.value, unit)
    return {field: point.value, f"{field}_text": text, f"{field}_trail": line.trail(point)}


def _provenance(source: Source) -> Row:
    return {
        "file": source.file_name,
        "cell": "!".join(part for part in (source.sheet, source.cell) if part),
        "person": source.person,
        "published": terms.time_words(source.published_at),
    }


def _figures(field: str, name: str) -> Row:
    numbers = {
        "cellRenderer": "TrailCell",
        "type": "rightAligned",
        "filter": "agNumberColumnFilter",
    }
    return {"field": field, "headerName": name, "width": 170, **numbers}


def _measure(lines: Sequence[Line], catalog: Catalog) -> str:
    line = _held(lines)
    if line is None or line.key is None:
        return _("Value")
    return (
        f"{terms.measure(line.key.transformation)} ({terms.unit_name(catalog, line.series.unit)})"
    )


def _held(lines: Sequence[Line]) -> Line | None:
    return next((line for line in lines if line.key is not None), None)
