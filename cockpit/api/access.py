"""Who may come in while the product has no accounts: this machine, and readers where allowed.

Nothing that changes figures is taken from another machine or from another site's page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from ipaddress import ip_address
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from flask import Flask, Response, abort, has_request_context, request

from cockpit.api import door
from cockpit.audience import Audience, current_audience
from cockpit.batch import Batch
from cockpit.cockpit import Cockpit
from cockpit.errors import InputError
from cockpit.i18n import gettext as _

_HEALTH = {"/healthz", "/readyz"}

VISITOR = "visitor"
"""The parameter by which anybody asks for no more than the public may see."""

P = ParamSpec("P")
T = TypeVar("T")


class NotFromHere(InputError):
    """A change asked for from another machine."""


def guard(server: Flask, cockpit: Cockpit) -> None:
    """Turn away other machines unless reading is public, and other sites' pages always.

    A browser that holds a wall's token is a wall, wherever it stands.
    """
    public_read = cockpit.settings.public_read

    @server.before_request
    def check() -> Response | None:
        current_audience.set("public")
        if request.path in _HEALTH:
            return None
        if _foreign():
            abort(403)
        if door.at_opening():
            return None
        if token := door.presented():
            answer = door.pass_through(cockpit, token)
            current_audience.set(_audience())
            return answer
        if not (public_read or here()):
            abort(403)
        current_audience.set(_audience())
        return None

    @server.teardown_request
    def forget(_error: BaseException | None = None) -> None:
        current_audience.set("staff")


def _audience() -> Audience:
    """Who is to be answered: this machine and walls as they are bound, but never a visitor."""
    wall = door.shown()
    trusted = here() if wall is None else not wall.visitor
    return "staff" if trusted and VISITOR not in request.args else "public"


def only_here(change: Callable[P, T]) -> Callable[P, T]:
    """Let a change be made from this machine only; raises NotFromHere."""

    @wraps(change)
    def checked(*args: P.args, **kwargs: P.kwargs) -> T:
        require_here()
        return change(*args, **kwargs)

    return checked


def released(batches: Callable[[], Sequence[Batch]]) -> Callable[[], Sequence[Batch]]:
    """The list of batches, for other machines without those that nobody has published."""

    def listed() -> Sequence[Batch]:
        local = not has_request_context() or here()
        return [batch for batch in batches() if local or batch.state in ("published", "withdrawn")]

    return listed


def require_here() -> None:
    """Raise NotFromHere where the request comes from another machine."""
    if has_request_context() and not here():
        raise NotFromHere(_("Figures can be changed only on the machine that serves the cockpit."))


def here() -> bool:
    """Whether the request comes from the machine that serves it, and not through a proxy."""
    # A proxy on this machine would make every stranger look local.
    forwarded = request.headers.get("X-Forwarded-For") or request.headers.get("Forwarded")
    return not forwarded and ip_address(request.remote_addr or "0.0.0.0").is_loopback  # noqa: S104


def _foreign() -> bool:
    """A page of another origin sent this: browsers name the origin on every write."""
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host
