"""The table behind the charts: every figure with period, unit, basis, status and source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.series import Point, ReadingDoor, SeriesKey, Source
from cockpit.wording import period_words
from layouts import terms
from layouts.explore.picture import Picture
from layouts.explore.reading import Line
from layouts.grid import grid

Row = dict[str, Any]


def table(shown: Picture, door: ReadingDoor, catalog: Catalog) -> list[Component]:
    """The table with its files to take away; nothing where nothing is held."""
    lines = [line for line in (*shown.main, *shown.beside) if line.key]
    if not lines:
        return []
    cells = [point.observation for line in lines for point in line.series.points]
    sources = door.sources([cell for cell in cells if cell is not None])
    hint = html.Small(_("a click on a figure tells where it comes from"))
    title = html.H2([_("Every figure and its cell"), hint])
    head = html.Div([title, html.Div(_buttons())], className="head")
    body = grid("explore-table", columns(), rows(lines, sources, catalog))
    return [html.Section([head, body], className="sheet table")]


def columns() -> list[Row]:
    """What stands in each column; figures open their trail."""
    figures = {"type": "rightAligned", "filter": "agNumberColumnFilter"}
    return [
        {"field": "period", "headerName": _("Period"), "cellRenderer": "TrailCell", "width": 140},
        {"field": "area", "headerName": _("Area"), "width": 100},
        {"field": "measure", "headerName": _("Measure"), "width": 125},
        {
            "field": "value",
            "headerName": _("Value"),
            "cellRenderer": "TrailCell",
            "width": 125,
            **figures,
        },
        {"field": "unit", "headerName": _("Unit"), "width": 110},
        {"field": "basis", "headerName": _("Basis"), "width": 100},
        {"field": "status", "headerName": _("Status"), "width": 90},
        {"field": "note", "headerName": _("Note"), "minWidth": 110, "flex": 1},
        {"field": "file", "headerName": _("File"), "minWidth": 190, "flex": 1},
        {"field": "cell", "headerName": _("Cell"), "width": 100},
        {"field": "person", "headerName": _("Publisher"), "width": 100},
        {"field": "published", "headerName": _("Published"), "width": 150},
    ]


def rows(lines: Sequence[Line], sources: Mapping[int, Source], catalog: Catalog) -> list[Row]:
    """One row a figure, newest first; those of one period stand together."""
    found = [
        _row(line, line.key, point, sources.get(point.observation or 0), catalog)
        for line in lines
        if line.key is not None
        for point in line.series.points
    ]
    return sorted(found, key=lambda row: row["period"], reverse=True)


def _row(line: Line, key: SeriesKey, point: Point, source: Source | None, catalog: Catalog) -> Row:
    unit = line.series.unit
    return {
        "period": point.period.end * 100 + point.period.months,
        "period_text": period_words(point.period, key.freq, key.accumulation),
        "area": terms.area_name(catalog, line.area),
        "measure": terms.measure(key.transformation, unit),
        "value": point.value,
        "value_text": terms.status("Q")
        if point.status == "Q"
        else terms.figure(catalog, key.indicator, key.transformation, point.value, unit),
        "value_trail": line.trail(point),
        "unit": terms.unit_name(catalog, unit),
        "basis": terms.basis(key.freq, key.accumulation),
        "status": terms.status(point.status) if source else _("calculated"),
        "note": terms.beside(catalog, line.series, point),
        **(_provenance(source) if source else {}),
    }


def _provenance(source: Source) -> Row:
    return {
        "file": source.file_name,
        "cell": "!".join(part for part in (source.sheet, source.cell) if part),
        "person": source.person,
        "published": terms.time_words(source.published_at),
    }


def _buttons() -> list[Component]:
    return [
        part
        for form in ("csv", "xlsx")
        for part in (
            html.Button(f"↓ {form}", id=f"explore-{form}", type="button", className="button"),
            dcc.Download(id=f"explore-file-{form}"),
        )
    ]
