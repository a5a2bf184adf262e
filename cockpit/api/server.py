"""Routes on the web server: `/api/v1`, health, originals."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from flask import Blueprint, Flask, Response, abort, send_file

from cockpit import figures
from cockpit import table as tables
from cockpit.api import access, problems
from cockpit.api.alarms import alarms
from cockpit.api.answer import json
from cockpit.api.arguments import arguments
from cockpit.api.batches import batches
from cockpit.api.door import door
from cockpit.api.history import history
from cockpit.api.keeping import keeping
from cockpit.api.meetings import lead, meetings
from cockpit.api.memory import memory
from cockpit.api.modelling import modelling
from cockpit.api.position import position
from cockpit.api.selecting import SERIES, selection
from cockpit.api.signals import signals
from cockpit.api.timeliness import timeliness
from cockpit.api.told import told
from cockpit.api.walls import walls
from cockpit.cockpit import Cockpit
from cockpit.moment import as_of
from cockpit.series import CHINA
from cockpit.terms import freq_of, one_of


def register(server: Flask, cockpit: Cockpit) -> None:
    """Add the HTTP interface to the web server."""
    access.guard(server, cockpit)
    lead(server, cockpit)
    problems.register(server)
    server.register_blueprint(_health(cockpit))
    server.register_blueprint(door(cockpit))
    server.register_blueprint(meetings(cockpit), url_prefix="/api/v1")
    server.register_blueprint(walls(cockpit), url_prefix="/api/v1")
    server.register_blueprint(_catalogue(cockpit), url_prefix="/api/v1")
    server.register_blueprint(_figures(cockpit), url_prefix="/api/v1")
    server.register_blueprint(batches(cockpit), url_prefix="/api/v1")
    server.register_blueprint(alarms(cockpit), url_prefix="/api/v1")
    server.register_blueprint(history(cockpit), url_prefix="/api/v1")
    server.register_blueprint(signals(cockpit), url_prefix="/api/v1")
    server.register_blueprint(modelling(cockpit), url_prefix="/api/v1")
    server.register_blueprint(position(cockpit), url_prefix="/api/v1")
    server.register_blueprint(timeliness(cockpit), url_prefix="/api/v1")
    server.register_blueprint(memory(cockpit), url_prefix="/api/v1")
    server.register_blueprint(keeping(cockpit), url_prefix="/api/v1")


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
        parent = figures.place(cockpit.catalog, given.get("parent", CHINA))
        return json([asdict(area) for area in cockpit.catalog.areas.children(parent)])

    return routes


def _figures(cockpit: Cockpit) -> Blueprint:
    routes = Blueprint("figures", __name__)

    @routes.get("/version")
    def version() -> Response:
        moment = as_of(arguments("as_of").get("as_of"))
        answer = json({"version": cockpit.door(moment).version()})
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @routes.get("/observations")
    def observations() -> Response:
        given = arguments(*SERIES, "freq", "from", "to", "format", required=("indicator",))
        form = one_of("format", given.get("format", "json"), ("json", "csv"))
        moment = as_of(given.get("as_of"))
        found = [
            row.to_dict()
            for row in figures.rows(
                cockpit.calculator(moment),
                cockpit.door(moment),
                selection(cockpit, given, given.get("freq")),
                given.get("from"),
                given.get("to"),
            )
        ]
        told(cockpit, "export" if form == "csv" else "query", given["indicator"], rows=len(found))
        return _csv(found) if form == "csv" else json(found)

    @routes.get("/structure")
    def structure() -> Response:
        given = arguments("indicator", "area", "period", "by", "as_of", required=("indicator",))
        moment = as_of(given.get("as_of"))
        chosen = figures.selection(
            cockpit.catalog, given["indicator"], given.get("area", CHINA), transformation="level"
        )
        doors = (cockpit.calculator(moment), cockpit.door(moment), cockpit.catalog)
        asked = (chosen, given.get("period"), given.get("by", ""))
        found = figures.structured(*doors, *asked).to_dict()
        told(cockpit, "query", given["indicator"], rows=len(found["parts"]))
        return json(found)

    @routes.get("/table")
    def table() -> Response:
        given = arguments("indicators", "area", "areas", "transformation", "from", "as_of")
        names = [name for name in given.get("indicators", "").split(",") if name]
        moment, measure = as_of(given.get("as_of")), given.get("transformation", "yoy")
        place = (given.get("area", CHINA), given.get("areas", ""))
        panels = cockpit.panels(moment)
        since = given.get("from")
        found = list(tables.table(panels, cockpit.catalog, names, *place, measure, since))
        told(cockpit, "export", "table", rows=len(found))
        return _csv_of(tables.HEADER, found)

    @routes.get("/explain")
    def explain() -> Response:
        given = arguments(*SERIES, "period", required=("indicator", "period"))
        freq = freq_of(given["period"])
        chosen = selection(cockpit, given, freq)
        calculator = cockpit.calculator(as_of(given.get("as_of")))
        trace = figures.explain(calculator, chosen, given["period"]).to_dict()
        told(cockpit, "query", given["indicator"], rows=1)
        return json(trace)

    return routes


def _csv(rows: list[dict[str, Any]]) -> Response:
    header = [field.name for field in fields(figures.Row)]
    return _csv_of(header, [[row[name] for name in header] for row in rows])


def _csv_of(header: Sequence[str], rows: Sequence[Sequence[object]]) -> Response:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return Response(text.getvalue(), mimetype="text/csv")
