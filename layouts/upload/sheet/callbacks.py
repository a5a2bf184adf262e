"""The browser says which part of which sheet; the server shows it."""

from __future__ import annotations

from dash import MATCH, Dash, Input, Output, ctx, html
from dash.development.base_component import Component

from cockpit.errors import CockpitError
from layouts.services import Services
from layouts.upload.sheet.view import window_view


def register(app: Dash, services: Services) -> None:
    """Fill a view whenever its place changes, the first time as soon as it stands."""

    @app.callback(
        Output({"type": "upload-window", "batch": MATCH}, "children"),
        Input({"type": "upload-place", "batch": MATCH}, "data"),
    )
    def show(place: tuple[str, int, int]) -> list[Component]:
        batch = ctx.outputs_list["id"]["batch"]
        try:
            return _shown(services, batch, place)
        except CockpitError as refusal:
            return [html.P(str(refusal), className="note")]


def _shown(services: Services, batch: int, place: tuple[str, int, int]) -> list[Component]:
    sheet, top, left = place
    window = services.show(batch, (sheet, top, left))
    return window_view(window, services.staged(batch), services.questions(batch), services.catalog)
