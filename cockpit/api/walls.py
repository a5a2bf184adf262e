"""`/api/v1/walls`: tokens of walls, made, listed and revoked on this machine only."""

from __future__ import annotations

from flask import Blueprint, Response, request

from cockpit.api import access
from cockpit.api.answer import json
from cockpit.api.arguments import arguments
from cockpit.api.door import OPENING
from cockpit.cockpit import Cockpit
from cockpit.i18n import gettext as _
from cockpit.wall import DAYS, WallRefused
from cockpit.wall.office import now


def walls(cockpit: Cockpit) -> Blueprint:
    """The routes; a token is answered once, when it is made."""
    routes = Blueprint("walls", __name__)
    listed = access.only_here(cockpit.walls.listed)
    make = access.only_here(cockpit.walls.make)
    revoke = access.only_here(cockpit.walls.revoke)

    @routes.get("/walls")
    def every() -> Response:
        arguments()
        return json([wall.to_dict(now()) for wall in listed()])

    @routes.post("/walls")
    def new() -> Response:
        form = request.form
        wall, token = make(
            form.get("name", ""),
            form.getlist("scene"),
            form.getlist("area"),
            form.get("person", ""),
            _days(form.get("days")),
            form.get("visitor") == "1",
        )
        told = {"wall": wall.to_dict(now()), "token": token, "link": f"{OPENING}#{token}"}
        answer = json(told, 201)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @routes.post("/walls/<int:wall>/revoke")
    def take_back(wall: int) -> Response:
        form = request.form
        return json(revoke(wall, form.get("person", ""), form.get("reason", "")).to_dict(now()))

    return routes


def _days(text: str | None) -> int:
    if not text:
        return DAYS
    if not (text.isascii() and text.isdecimal() and len(text) < 6):
        raise WallRefused(_("%(text)s is no number of days.", text=text))
    return int(text)
