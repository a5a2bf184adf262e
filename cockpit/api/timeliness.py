"""`/api/v1/timeliness`: what is current, late or missing, and from whom."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, Response

from cockpit import figures
from cockpit.api.answer import json
from cockpit.api.arguments import arguments
from cockpit.api.told import told
from cockpit.cockpit import Cockpit
from cockpit.country import CHINA
from cockpit.moment import as_of
from cockpit.timeliness import timeliness as judged


def timeliness(cockpit: Cockpit) -> Blueprint:
    """The routes."""
    routes = Blueprint("timeliness", __name__)

    @routes.get("/timeliness")
    def timeliness() -> Response:
        given = arguments("area", "as_of")
        area = figures.place(cockpit.catalog, given.get("area", CHINA))
        moment = as_of(given.get("as_of"))
        now = moment.replace(tzinfo=UTC) if moment else datetime.now(UTC)
        today = now.astimezone().date()
        rows = list(judged(cockpit.door(moment), cockpit.catalog, area, today, cockpit.releases))
        told(cockpit, "query", f"timeliness of {area}", rows=len(rows))
        return json(rows)

    return routes
