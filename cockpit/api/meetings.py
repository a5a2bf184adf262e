"""`/api/v1/meetings`, and `?meeting=` on the addresses of screens."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, Flask, Response, redirect, request

from cockpit.api import access
from cockpit.api.answer import json
from cockpit.api.arguments import arguments
from cockpit.cockpit import Cockpit
from cockpit.meeting import Meeting
from cockpit.moment import as_of

SCREENS = ("/wall/", "/explore")


def meetings(cockpit: Cockpit) -> Blueprint:
    """The routes; figures are frozen on this machine only."""
    routes = Blueprint("meetings", __name__)
    freeze = access.only_here(cockpit.meetings.freeze)

    def told(meeting: Meeting) -> dict[str, object]:
        return meeting.to_dict() | {"doubts": cockpit.meetings.doubts(meeting)}

    @routes.get("/meetings")
    def listed() -> Response:
        arguments()
        return json([told(meeting) for meeting in cockpit.meetings.listed()])

    @routes.get("/meetings/<int:meeting>")
    def one(meeting: int) -> Response:
        arguments()
        return json(told(cockpit.meetings.one(meeting)))

    @routes.post("/meetings")
    def new() -> Response:
        form = request.form
        made = freeze(form.get("name", ""), form.get("person", ""), as_of(form.get("as_of")))
        return json(told(made), 201)

    return routes


def lead(server: Flask, cockpit: Cockpit) -> None:
    """Write the moment of a meeting into the address that names it, for every part reads that."""

    @server.before_request
    def settle() -> Response | None:
        named = request.args.get("meeting")
        screen = request.path == "/" or request.path.startswith(SCREENS)
        if request.method != "GET" or not named or not screen:
            return None
        moment = cockpit.meetings.one(named).moment
        if request.args.get("as_of") == moment:
            return None
        given = {**request.args.to_dict(), "as_of": moment}
        # Werkzeug's response is Flask's here.
        return redirect(f"{request.path}?{urlencode(given)}", 302)  # ty: ignore[invalid-explicit-return]
