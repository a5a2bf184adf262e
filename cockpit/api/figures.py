"""`/api/v1/observations`, `explain`, `structure`, `table`: figures and where they come from."""

from __future__ import annotations

from dataclasses import fields

from flask import Blueprint, Response

from cockpit import figures as doors
from cockpit import table as tables
from cockpit.api.answer import csv, json
from cockpit.api.arguments import arguments
from cockpit.api.selecting import SERIES, selection
from cockpit.api.told import told
from cockpit.cockpit import Cockpit
from cockpit.country import CHINA
from cockpit.moment import as_of
from cockpit.terms import freq_of, one_of

COLUMNS = [field.name for field in fields(doors.Row)]


def figures(cockpit: Cockpit) -> Blueprint:
    """The routes that give figures; each call is told to the audit trail."""
    routes = Blueprint("figures", __name__)

    @routes.get("/version")
    def version() -> Response:
        moment = as_of(arguments("as_of").get("as_of"))
        answer = json({"version": cockpit.door(moment).version()})
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @routes.get("/observations")
    def observations() -> Response:
        return _observations(cockpit)

    @routes.get("/structure")
    def structure() -> Response:
        return _structure(cockpit)

    @routes.get("/table")
    def table() -> Response:
        return _table(cockpit)

    @routes.get("/explain")
    def explain() -> Response:
        return _explain(cockpit)

    return routes


def _observations(cockpit: Cockpit) -> Response:
    given = arguments(*SERIES, "freq", "from", "to", "format", required=("indicator",))
    form = one_of("format", given.get("format", "json"), ("json", "csv"))
    moment = as_of(given.get("as_of"))
    chosen = selection(cockpit, given, given.get("freq"))
    reading = (cockpit.calculator(moment), cockpit.door(moment))
    rows = doors.rows(*reading, chosen, given.get("from"), given.get("to"))
    found = [row.to_dict() for row in rows]
    told(cockpit, "export" if form == "csv" else "query", given["indicator"], rows=len(found))
    if form == "json":
        return json(found)
    return csv(COLUMNS, [[row[name] for name in COLUMNS] for row in found])


def _structure(cockpit: Cockpit) -> Response:
    given = arguments("indicator", "area", "period", "by", "as_of", required=("indicator",))
    moment = as_of(given.get("as_of"))
    chosen = doors.selection(
        cockpit.catalog, given["indicator"], given.get("area", CHINA), transformation="level"
    )
    reading = (cockpit.calculator(moment), cockpit.door(moment), cockpit.catalog)
    found = doors.structured(*reading, chosen, given.get("period"), given.get("by", "")).to_dict()
    told(cockpit, "query", given["indicator"], rows=len(found["parts"]))
    return json(found)


def _table(cockpit: Cockpit) -> Response:
    given = arguments("indicators", "area", "areas", "transformation", "from", "as_of")
    names = [name for name in given.get("indicators", "").split(",") if name]
    place = (given.get("area", CHINA), given.get("areas", ""))
    asked = (names, *place, given.get("transformation", "yoy"), given.get("from"))
    panels = cockpit.panels(as_of(given.get("as_of")))
    found = list(tables.table(panels, cockpit.catalog, *asked))
    told(cockpit, "export", "table", rows=len(found))
    return csv(tables.HEADER, found)


def _explain(cockpit: Cockpit) -> Response:
    given = arguments(*SERIES, "period", required=("indicator", "period"))
    chosen = selection(cockpit, given, freq_of(given["period"]))
    calculator = cockpit.calculator(as_of(given.get("as_of")))
    trace = doors.explain(calculator, chosen, given["period"]).to_dict()
    told(cockpit, "query", given["indicator"], rows=1)
    return json(trace)
