"""What the desk does when somebody drops a file, decides, or takes a batch back."""

from __future__ import annotations

import base64
from functools import partial
from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx, no_update
from dash.development.base_component import Component

from cockpit.errors import CockpitError, InputError
from cockpit.i18n import gettext as _
from cockpit.memory import Answer
from layouts.services import Services
from layouts.upload.answering import answers
from layouts.upload.decision import published
from layouts.upload.history import batch_list
from layouts.upload.jobs import Job, Readings
from layouts.upload.page import nameless, progress, results
from layouts.upload.sheet import callbacks as showing

_NEVER, _ALWAYS = 0, -1


def register(app: Dash, services: Services) -> None:
    """Wire the desk to its services."""
    readings = Readings(services.stage)
    _bring(app, services, readings)
    _follow(app, services, readings)
    _remember(app, services, readings)
    _publish(app, services)
    _withdraw(app, services)
    showing.register(app, services)


def _bring(app: Dash, services: Services, readings: Readings) -> None:
    @app.callback(
        Output("upload-address", "href"),
        Output("upload-refused", "children"),
        Input("upload-files", "contents"),
        State("upload-files", "filename"),
        State("upload-person", "value"),
        prevent_initial_call=True,
    )
    def bring(contents: list[str] | None, names: list[str], person: str | None) -> Any:  # noqa: ANN401
        if not contents:
            return no_update, no_update
        if not (person or "").strip():
            return no_update, nameless()
        try:
            services.may_change()
        except CockpitError as refusal:
            return no_update, str(refusal)
        files = [(name, content(text)) for name, text in zip(names, contents, strict=True)]
        return f"/upload?job={readings.start(files, (person or '').strip()).id}", ""


def content(data_url: str) -> bytes:
    """The bytes of a file as the browser hands it on: `data:…;base64,…`."""
    return base64.b64decode(data_url.partition(",")[2])


def _follow(app: Dash, services: Services, readings: Readings) -> None:
    # A slow answer would be overtaken by the next question and lost: none is asked meanwhile.
    @app.callback(
        Output("upload-progress", "children"),
        Output("upload-tick", "max_intervals"),
        Output("upload-done", "data"),
        Input("upload-tick", "n_intervals"),
        State("upload-job", "data"),
        running=[(Output("upload-tick", "disabled"), True, False)],
    )
    def follow(_beat: int | None, job_id: str | None) -> Any:  # noqa: ANN401
        if job_id is None:
            return [], _NEVER, no_update
        job = readings.job(job_id)
        if job is None or job.done:
            return [], _NEVER, job_id
        return progress(job), _ALWAYS, no_update

    @app.callback(
        Output("upload-work", "children"),
        Input("upload-done", "data"),
        prevent_initial_call=True,
    )
    def show(job_id: str) -> list[Component]:
        return results(readings.job(job_id), services)


def _remember(app: Dash, services: Services, readings: Readings) -> None:
    @app.callback(
        Output({"type": "upload-again", "batch": MATCH}, "href"),
        Output({"type": "upload-unanswered", "batch": MATCH}, "children"),
        Input({"type": "upload-remember", "batch": MATCH}, "n_clicks"),
        State({"type": "upload-asked", "batch": MATCH}, "data"),
        State({"type": "upload-choice", "batch": MATCH, "n": ALL}, "value"),
        State({"type": "upload-keep", "batch": MATCH, "n": ALL}, "value"),
        State({"type": "upload-rest", "batch": MATCH}, "value"),
        State("upload-person", "value"),
        prevent_initial_call=True,
    )
    def remember(
        clicks: int | None,
        asked: list[dict[str, Any]],
        chosen: list[str | None],
        kept: list[list[str]],
        rest: list[str],
        person: str | None,
    ) -> Any:  # noqa: ANN401
        if not clicks:
            return no_update, no_update
        given = answers(asked, chosen, kept, bool(rest))
        try:
            job = _again(services, readings, ctx.triggered_id["batch"], given, person)
        except CockpitError as refusal:
            return no_update, str(refusal)
        return f"/upload?job={job.id}", ""


def _again(
    services: Services, readings: Readings, batch: int, given: list[Answer], person: str | None
) -> Job:
    """Begin to read a batch's file again with answers; raises InputError where none were given."""
    name = (person or "").strip()
    if not name:
        raise InputError(_("Who answers? Please fill in the name above."))
    if not given:
        raise InputError(_("Please answer at least one question first."))
    waiting = services.staged(batch).batch
    return readings.again(waiting.file_name, partial(services.answer, batch, given, name))


def _publish(app: Dash, services: Services) -> None:
    @app.callback(
        Output({"type": "upload-outcome", "batch": MATCH}, "children"),
        Output({"type": "upload-refusal", "batch": MATCH}, "children"),
        Input({"type": "upload-publish", "batch": MATCH}, "n_clicks"),
        State({"type": "upload-accept", "batch": MATCH}, "value"),
        State("upload-person", "value"),
        prevent_initial_call=True,
    )
    def publish(clicks: int | None, accepted: list[str], person: str | None) -> Any:  # noqa: ANN401
        if not clicks:
            return no_update, no_update
        batch, name = ctx.triggered_id["batch"], (person or "").strip()
        try:
            return _published(services, batch, name, accept=bool(accepted)), ""
        except CockpitError as refusal:
            return no_update, str(refusal)


def _published(services: Services, batch: int, person: str, *, accept: bool) -> Component:
    """Publish and say so; raises CockpitError with the reason where it must not be."""
    if not person:
        raise InputError(_("Who publishes? Please fill in the name above."))
    waiting = services.staged(batch).batch
    if not accept and waiting.doubtful == waiting.observations:
        raise InputError(_("Every figure is to be confirmed: say yes to them, or set them aside."))
    given = services.publish(batch, person, accept)
    return published(given, given.observations - (0 if accept else given.doubtful))


def _withdraw(app: Dash, services: Services) -> None:
    @app.callback(
        Output("upload-batches", "children"),
        Input({"type": "upload-withdraw", "batch": ALL}, "n_clicks"),
        Input({"type": "upload-outcome", "batch": ALL}, "children"),
        Input("upload-done", "data"),
        State({"type": "upload-reason", "batch": ALL}, "value"),
        State({"type": "upload-reason", "batch": ALL}, "id"),
        State("upload-person", "value"),
        prevent_initial_call=True,
    )
    def batches(
        clicks: list[int | None],
        _outcomes: list[object],
        _read: str | None,
        reasons: list[str | None],
        places: list[dict[str, int]],
        person: str | None,
    ) -> Any:  # noqa: ANN401
        asked = ctx.triggered_id
        said = ""
        if any(clicks) and isinstance(asked, dict) and asked["type"] == "upload-withdraw":
            given = {place["batch"]: reason for place, reason in zip(places, reasons, strict=True)}
            said = _take_back(services, asked["batch"], person, given.get(asked["batch"]))
        return batch_list(services.batches(), said)


def _take_back(services: Services, batch: int, person: str | None, reason: str | None) -> str:
    if not (person or "").strip():
        return _("Who withdraws? Please fill in the name above.")
    try:
        if services.staged(batch).batch.state == "published" and not (reason or "").strip():
            return _("Please give the reason for withdrawing batch no. %(id)s.", id=batch)
        taken = services.withdraw(batch, (person or "").strip(), (reason or "").strip())
    except CockpitError as refusal:
        return str(refusal)
    if taken.state == "discarded":
        return _("Batch no. %(id)s is discarded.", id=batch)
    return _("Batch no. %(id)s is withdrawn; what stood before stands again.", id=batch)
