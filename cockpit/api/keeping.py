"""`/api/v1/backup` and `/api/v1/verify`: what the command line asks of a running server."""

from __future__ import annotations

import hmac
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, abort, request, send_file

from cockpit.api import access
from cockpit.api.answer import json
from cockpit.cockpit import Cockpit


def keeping(cockpit: Cockpit) -> Blueprint:
    """The routes for whoever may read the server's key, on this machine only."""
    routes = Blueprint("keeping", __name__)
    write = access.only_here(cockpit.warehouse.backup)
    check = access.only_here(cockpit.warehouse.verify)

    def require_key() -> None:
        access.require_here()
        if not hmac.compare_digest(request.form.get("key", "").encode(), cockpit.key.encode()):
            abort(403, "The key of the running server is needed; it is kept in its home.")

    @routes.post("/backup")
    def backup() -> Response:
        require_key()
        with TemporaryDirectory(dir=cockpit.warehouse.copies, prefix="sending-") as folder:
            path = Path(folder) / "backup.zip"
            write(path, request.form.get("person", ""))
            # The name may go: the open file stays until it is sent.
            return send_file(path.open("rb"), mimetype="application/zip")

    @routes.post("/verify")
    def verify() -> Response:
        require_key()
        return json([finding.to_dict() for finding in check()])

    return routes
