"""What happens when somebody takes a step about an alarm."""

from __future__ import annotations

from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from cockpit.alarm import AlarmState
from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from layouts.alarms.alarm import body
from layouts.services import Services


def register(app: Dash, services: Services) -> None:
    """Wire the page to its services."""

    @app.callback(
        Output("alarm-body", "children"),
        Output("alarm-refusal", "children"),
        Input({"type": "alarm-step", "state": ALL}, "n_clicks"),
        State("alarm-number", "data"),
        State("alarm-person", "value"),
        State("alarm-text", "value"),
        prevent_initial_call=True,
    )
    def take(clicks: list[int | None], number: int, person: str | None, text: str | None) -> Any:  # noqa: ANN401
        if not any(clicks):
            return no_update, no_update
        state: AlarmState = ctx.triggered_id["state"]
        try:
            services.alarm_step(number, state, person or "", text or "")
            return body(services, number, _done(state)), ""
        except CockpitError as refusal:
            return no_update, str(refusal)


def _done(state: AlarmState) -> str:
    return {
        "handled": _("The measure is noted."),
        "replied": _("The reply is noted."),
        "closed": _("Struck off."),
    }.get(state, "")
