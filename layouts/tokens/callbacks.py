"""What happens when somebody makes or revokes a token."""

from __future__ import annotations

from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from cockpit.errors import CockpitError
from layouts.services import Services
from layouts.tokens.page import listing, made


def register(app: Dash, services: Services) -> None:
    """Wire the page to its services."""

    @app.callback(
        Output("token-list", "children"),
        Output("token-made", "children"),
        Output("token-refusal", "children"),
        Input("token-make", "n_clicks"),
        Input({"type": "token-revoke", "wall": ALL}, "n_clicks"),
        State("token-name", "value"),
        State("token-scenes", "value"),
        State("token-areas", "value"),
        State("token-days", "value"),
        State("token-visitor", "value"),
        State("token-person", "value"),
        prevent_initial_call=True,
    )
    def change(
        _made: int | None,
        revoked: list[int | None],
        name: str | None,
        scenes: list[str] | None,
        areas: list[str] | None,
        days: int | None,
        visitor: list[str] | None,
        person: str | None,
    ) -> Any:  # noqa: ANN401
        try:
            if ctx.triggered_id == "token-make":
                asked = (
                    name or "",
                    scenes or [],
                    areas or [],
                    person or "",
                    days or 0,
                    bool(visitor),
                )
                _wall, token = services.make_wall(*asked)
                return listing(services), made(token), ""
            if any(revoked):
                services.revoke_wall(ctx.triggered_id["wall"], person or "", "")
                return listing(services), [], ""
        except CockpitError as refusal:
            return no_update, [], str(refusal)
        return no_update, no_update, no_update
