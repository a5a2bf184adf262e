"""Routes on the web server: `/api/v1`, health, originals."""

from __future__ import annotations

from dataclasses import asdict

from flask import Blueprint, Flask, Response, abort, send_file

from cockpit.api import access, problems
from cockpit.api.alarms import alarms
from cockpit.api.answer import json
from cockpit.api.arguments import arguments
from cockpit.api.batches import batches
from cockpit.api.door import door
from cockpit.api.figures import figures
from cockpit.api.history import history
from cockpit.api.keeping import keeping
from cockpit.api.meetings import lead, meetings
from cockpit.api.memory import memory
from cockpit.api.modelling import modelling
from cockpit.api.position import position
from cockpit.api.signals import signals
from cockpit.api.timeliness import timeliness
from cockpit.api.told import told
from cockpit.api.walls import walls
from cockpit.cockpit import Cockpit
from cockpit.country import CHINA
from cockpit.figures import place


def register(server: Flask, cockpit: Cockpit) -> None:
    """Add the HTTP interface to the web server."""
    access.guard(server, cockpit)
    lead(server, cockpit)
    problems.register(server)
    server.register_blueprint(_health(cockpit))
    server.register_blueprint(door(cockpit))
    for part in PARTS:
        server.register_blueprint(part(cockpit), url_prefix="/api/v1")


def _health(cockpit: Cockpit) -> Blueprint:
    routes = Blueprint("health", __name__)

    @routes.get("/healthz")
    def healthz() -> Response:
        return json({"status": "up"})

    @routes.get("/readyz")
    def readyz() -> Response:
        told = {"status": "ready", "version": cockpit.door().version()}
        return json({**told, "incidents": len(cockpit.warehouse.incidents())})

    @routes.get("/originals/<digest>")
    def original(digest: str) -> Response:
        found = cockpit.warehouse.original(digest, staged_too=access.here())
        if found is None:
            abort(404)
        path, name = found
        told(cockpit, "export", f"original {digest}", rows=1)
        return send_file(path.resolve(), as_attachment=True, download_name=name)

    return routes


def _catalogue(cockpit: Cockpit) -> Blueprint:
    routes = Blueprint("catalogue", __name__)

    @routes.get("/indicators")
    def indicators() -> Response:
        arguments()
        return json([asdict(indicator) for indicator in cockpit.catalog.indicators.values()])

    @routes.get("/areas")
    def areas() -> Response:
        given = arguments("parent")
        parent = place(cockpit.catalog, given.get("parent", CHINA))
        return json([asdict(area) for area in cockpit.catalog.areas.children(parent)])

    return routes


PARTS = (
    meetings,
    walls,
    _catalogue,
    figures,
    batches,
    alarms,
    history,
    signals,
    modelling,
    position,
    timeliness,
    memory,
    keeping,
)
"""What answers below `/api/v1`."""
