"""What happens when somebody freezes figures."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, no_update

from cockpit.errors import CockpitError
from cockpit.moment import as_of
from layouts.meetings.page import listing
from layouts.services import Services


def register(app: Dash, services: Services) -> None:
    """Wire the page to its services."""

    @app.callback(
        Output("meeting-list", "children"),
        Output("meeting-refusal", "children"),
        Input("meeting-freeze", "n_clicks"),
        State("meeting-name", "value"),
        State("meeting-as-of", "value"),
        State("meeting-person", "value"),
        prevent_initial_call=True,
    )
    def freeze(_clicks: int | None, name: str | None, known: str | None, person: str | None) -> Any:  # noqa: ANN401
        try:
            services.freeze(name or "", person or "", as_of((known or "").strip()))
        except CockpitError as refusal:
            return no_update, str(refusal)
        return listing(services), ""
