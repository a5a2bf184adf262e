"""The door of walls with a token: their scenes, what those load, and nothing else of the product.

The token travels behind the `#` of a link, which browsers send to nobody, then once in the body
of a request, and from then on in a cookie that no script can read.
"""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, Response, abort, g, redirect, request

from cockpit.cockpit import Cockpit
from cockpit.i18n import gettext as _
from cockpit.wall import Wall
from cockpit.wall.office import now

COOKIE = "wall"
OPENING = "/open-wall"
_PARTS = ("/wall/-/", "/assets/fonts/")
_PULSE = "/wall/-/pulse"


def at_opening() -> bool:
    """Whether the request is for the door itself, which every machine may come to."""
    return request.path == OPENING or request.path.startswith(f"{OPENING}/")


def presented() -> str | None:
    """The token that the browser holds."""
    return request.cookies.get(COOKIE)


def shown() -> Wall | None:
    """The wall that asks; None where it is a person at the product."""
    return g.get("wall")


def pass_through(cockpit: Cockpit, token: str) -> Response | None:
    """Let a wall to what is its own; whatever else it asks for is forbidden."""
    wall = cockpit.walls.of(token)
    if wall is None:
        return _ended()
    g.wall = wall
    if request.method == "POST" and request.path == _PULSE:
        return None
    if request.method not in ("GET", "HEAD"):
        _forbid()
    if request.path == "/":
        return _to(_first(wall))
    if request.path.startswith(_PARTS):
        return None
    return _scene(cockpit, wall)


def door(cockpit: Cockpit) -> Blueprint:
    """What the opening page sends: a token to come in with, or that the wall is to be left."""
    routes = Blueprint("door", __name__)

    @routes.post(OPENING)
    def come_in() -> Response:
        token = request.form.get("token", "").strip()
        wall = cockpit.walls.opened(token, request.remote_addr or "")
        if wall is None:
            return _to(f"{OPENING}?refused=1")
        answer = _to(_first(wall))
        seconds = int((wall.expires - now()).total_seconds())
        answer.set_cookie(
            COOKIE,
            token,
            max_age=seconds,
            httponly=True,
            samesite="Strict",
            secure=request.is_secure,
        )
        return answer

    @routes.post(f"{OPENING}/leave")
    def leave() -> Response:
        answer = _to("/")
        answer.delete_cookie(COOKIE, httponly=True, samesite="Strict")
        return answer

    return routes


def _scene(cockpit: Cockpit, wall: Wall) -> Response | None:
    name, given = request.path.removeprefix("/wall/"), request.args.to_dict()
    if not request.path.startswith("/wall/") or not wall.shows(name):
        return _elsewhere(wall)
    if "area" not in given:
        return _to(f"/wall/{name}?{urlencode(given | {'area': wall.areas[0]})}")
    if not wall.reaches(given["area"], cockpit.catalog.areas):
        return _elsewhere(wall)
    return None


def _elsewhere(wall: Wall) -> Response:
    """Whoever follows a link out of the wall is led back to it; a script is refused."""
    if not _person():
        _forbid()
    return _to(_first(wall))


def _person() -> bool:
    """Whether a page is asked for, to be looked at."""
    return request.method == "GET" and "text/html" in request.headers.get("Accept", "")


def _first(wall: Wall) -> str:
    return f"/wall/{wall.scenes[0]}?area={wall.areas[0]}"


def _ended() -> Response:
    """A token revoked or expired: a person is told, a script gets the bare refusal."""
    if not _person():
        abort(403, _("The access of this wall has ended."))
    return _to(f"{OPENING}?ended=1")


def _forbid() -> None:
    abort(403, _("This wall shows its own scenes and areas only."))


def _to(address: str) -> Response:
    answer = redirect(address, 303)
    answer.headers["Cache-Control"] = "no-store"
    return answer  # ty: ignore[invalid-explicit-return] - werkzeug's response is Flask's here
