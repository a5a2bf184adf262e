"""`/api/v1/adjusted` and `projection`: estimates by models, which are no statistics."""

from __future__ import annotations

from flask import Blueprint, Response

from cockpit.api.answer import json
from cockpit.api.arguments import arguments
from cockpit.api.selecting import SERIES, selection
from cockpit.api.told import told
from cockpit.cockpit import Cockpit
from cockpit.modelling.told import adjusted_told, projected_told
from cockpit.moment import as_of
from cockpit.terms import one_of


def modelling(cockpit: Cockpit) -> Blueprint:
    """The routes."""
    routes = Blueprint("modelling", __name__)

    @routes.get("/adjusted")
    def adjusted() -> Response:
        given = arguments(*SERIES, "freq", "revisions", required=("indicator",))
        chosen, moment = selection(cockpit, given, given.get("freq")), as_of(given.get("as_of"))
        wanted = one_of("revisions", given.get("revisions", "0"), ("0", "1")) == "1"
        found = cockpit.models.adjusted(chosen, moment)
        history = cockpit.models.revised(chosen, moment) if wanted else ()
        told(cockpit, "query", f"adjusted {chosen.indicator}", rows=len(found.values))
        return json(adjusted_told(found, history))

    @routes.get("/projection")
    def projection() -> Response:
        given = arguments(*SERIES, "freq", required=("indicator",))
        chosen = selection(cockpit, given, given.get("freq"))
        found = cockpit.models.projected(chosen, as_of(given.get("as_of")))
        told(cockpit, "query", f"projection of {chosen.indicator}", rows=len(found.steps))
        return json(projected_told(found))

    return routes
