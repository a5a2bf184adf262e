"""The files a person takes away: the figures on the page as csv or xlsx."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import Dash, Input, Output, State, dcc

from layouts.explore.address import Exploration, parse
from layouts.explore.export import HEADER, flat_rows, write_csv
from layouts.explore.picture import picture
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
            services.told("export", f"{_name(shown)}.{form}", len(body))
            return dcc.send_bytes(writers[form](HEADER, body), f"{_name(shown)}.{form}")

    for form in writers:
        wire(form)


def _figures(asked: Exploration, services: Services) -> Iterator[list[Cell]]:
    calculator, door = services.calculator(asked.moment), services.door(asked.moment)
    indicator = services.catalog.indicators[asked.indicator or ""]
    chosen = picture(asked, indicator, services.catalog, calculator, door).selections
    return flat_rows(calculator, door, services.catalog, chosen, asked.since, asked.until)


def _name(shown: Exploration) -> str:
    return "_".join((shown.indicator or "", *shown.areas))
