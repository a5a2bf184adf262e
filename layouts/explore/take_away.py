"""The files a person takes away: the figures on the page as csv or xlsx."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, dcc

from cockpit.series import Selection
from layouts.explore.address import Exploration, parse
from layouts.explore.export import HEADER, flat_rows, write_csv
from layouts.explore.reading import companion, lines, settled
from layouts.services import Cell, Services


def register_downloads(app: Dash, services: Services) -> None:
    """One button a format, each writing what the address asks for."""
    writers = {"csv": write_csv, "xlsx": services.export_xlsx}

    def wire(form: str) -> None:
        @app.callback(
            Output(f"explore-file-{form}", "data"),
            Input(f"explore-{form}", "n_clicks"),
            State("explore-address", "href"),
            prevent_initial_call=True,
        )
        def write(_clicks: int, here: str) -> Any:  # noqa: ANN401
            shown = parse(here, services.home_area)
            body = list(_figures(shown, services))
            return dcc.send_bytes(writers[form](HEADER, body), f"{_name(shown)}.{form}")

    for form in writers:
        wire(form)


def _figures(shown: Exploration, services: Services) -> Iterator[list[Cell]]:
    calculator, door = services.calculator(shown.moment), services.door(shown.moment)
    chosen = _selections(shown, services)
    return flat_rows(calculator, door, services.catalog, chosen, shown.since, shown.until)


def _selections(shown: Exploration, services: Services) -> list[Selection]:
    """Every area's chosen measure and the one below it, in the frequency and basis shown."""
    calculator = services.calculator(shown.moment)
    indicator = services.catalog.indicators[shown.indicator or ""]
    measures = (shown.transformation, companion(indicator, shown.transformation))
    return [
        settled(replace(shown.select(measure), area=line.area), line.series)
        for measure in measures
        for line in lines(calculator, shown, measure)
        if line.key is not None
    ]


def _name(shown: Exploration) -> str:
    return "_".join((shown.indicator or "", *shown.areas))
