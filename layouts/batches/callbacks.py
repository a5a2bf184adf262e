"""What happens when somebody takes a step."""

from __future__ import annotations

from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update
from dash.development.base_component import Component

from cockpit.batch import Batch, BatchState
from cockpit.errors import CockpitError, InputError
from cockpit.i18n import gettext as _
from cockpit.vintage import Reason
from layouts.batches.batch import body
from layouts.batches.effect import effect_of
from layouts.batches.steps import ACCEPTED
from layouts.services import Services

_NEED_A_REASON = ("withdrawn", "discarded")


def register(app: Dash, services: Services) -> None:
    """Wire the page to its services."""
    _take(app, services)
    _weigh(app, services)


def _take(app: Dash, services: Services) -> None:
    @app.callback(
        Output("batch-body", "children"),
        Output("batch-refusal", "children"),
        Input({"type": "batch-step", "state": ALL}, "n_clicks"),
        State("batch-number", "data"),
        State("batch-person", "value"),
        State("batch-reason", "value"),
        State("batch-revision", "value"),
        State("batch-accept", "value"),
        State("batch-version", "data"),
        prevent_initial_call=True,
    )
    def take(
        clicks: list[int | None],
        number: int,
        person: str | None,
        reason: str | None,
        revision: Reason | None,
        accepted: list[str],
        seen: str | None,
    ) -> Any:  # noqa: ANN401
        if not any(clicks):
            return no_update, no_update
        state = ctx.triggered_id["state"]
        try:
            who, why = _said(state, person, reason)
            if state in ("published", ACCEPTED):
                accept = state == ACCEPTED or bool(accepted)
                services.publish(
                    number, who, accept, reason=why, revision=revision, seen=seen or None
                )
            else:
                _step(services, state, number, who, why)
            return body(services, number, _done(state)), ""
        except CockpitError as refusal:
            return no_update, str(refusal)


def _weigh(app: Dash, services: Services) -> None:
    @app.callback(
        Output("batch-effect", "children"),
        Input("batch-accept", "value"),
        State("batch-number", "data"),
        prevent_initial_call=True,
    )
    def weigh(accepted: list[str], number: int) -> list[Component]:
        effect = services.effect(number, accept_doubtful=bool(accepted))
        return effect_of(effect, services.catalog)


def _step(services: Services, state: BatchState, number: int, person: str, reason: str) -> Batch:
    taking = {"submitted": services.submit, "reviewed": services.review}
    return taking.get(state, services.withdraw)(number, person, reason)


def _said(state: str, person: str | None, reason: str | None) -> tuple[str, str]:
    """Who and why; raises InputError where the step wants more than was said."""
    who, why = (person or "").strip(), (reason or "").strip()
    if not who:
        raise InputError(_("Who takes this step? Please fill in the name."))
    if state in _NEED_A_REASON and not why:
        raise InputError(_("Please give the reason."))
    return who, why


def _done(state: str) -> str:
    return {
        "submitted": _("Submitted for review."),
        "reviewed": _("Reviewed; it may be published."),
        "published": _("Published; readers see the new figures."),
        "withdrawn": _("Withdrawn; what stood before stands again."),
        "discarded": _("Discarded."),
        ACCEPTED: _("Published; readers see the new figures."),
    }[state]
