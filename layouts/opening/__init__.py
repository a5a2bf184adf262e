"""The page at which a wall comes in with its token, and is told when its access has ended."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, render_template_string, request

from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _

_HERE = Path(__file__).parent
_PAGE = (_HERE / "open.html").read_text(encoding="utf-8")
_SCRIPT = (_HERE / "open.js").read_text(encoding="utf-8")


def serve(server: Flask) -> None:
    """Add the page and its script; what it sends is taken by the HTTP interface."""

    @server.get("/open-wall")
    def opening() -> Response:
        ended, refused = "ended" in request.args, "refused" in request.args
        text = render_template_string(
            _PAGE,
            lang=current_locale.get().replace("_", "-"),
            title=_("Open this wall"),
            said=_said(ended=ended, refused=refused),
            ended=ended,
            label=_("Token"),
            come_in=_("Open"),
            leave=_("This is no wall any more"),
        )
        answer = Response(text, mimetype="text/html")
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.get("/open-wall/open.js")
    def script() -> Response:
        return Response(_SCRIPT, mimetype="text/javascript")


def _said(*, ended: bool, refused: bool) -> str:
    if ended:
        return _("The access of this wall has ended. Whoever runs the cockpit can open it anew.")
    if refused:
        return _("This token opens nothing: it is wrong, has expired or was revoked.")
    return _("Open the link that came with the token, or type the token in.")
