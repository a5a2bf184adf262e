"""`/api/v1/revisions`, `corrections`, `audit`: what was published before, and who did what."""

from __future__ import annotations

from flask import Blueprint, Response

from cockpit import figures
from cockpit.api import access
from cockpit.api.answer import json
from cockpit.api.arguments import arguments
from cockpit.api.selecting import SERIES, selection
from cockpit.api.told import told
from cockpit.cockpit import Cockpit
from cockpit.errors import NotInCatalogue
from cockpit.i18n import gettext as _
from cockpit.moment import as_of


def history(cockpit: Cockpit) -> Blueprint:
    """The routes; the audit trail stays on this machine."""
    routes = Blueprint("history", __name__)
    audit = access.only_here(cockpit.warehouse.audit)

    @routes.get("/revisions")
    def revisions() -> Response:
        given = arguments(*SERIES, "freq", required=("indicator",))
        chosen = selection(cockpit, given, given.get("freq"))
        found = cockpit.warehouse.triangle(chosen, as_of(given.get("as_of")))
        triangle = figures.revisions(found, chosen)
        told(cockpit, "query", f"revisions of {chosen.indicator}", rows=len(triangle.rows))
        return json(triangle.to_dict())

    @routes.get("/corrections")
    def corrections() -> Response:
        moment = as_of(arguments("as_of").get("as_of"))
        return json(
            [
                one.correction.to_dict() | {"state": one.state, "found": one.found}
                for one in cockpit.door(moment).corrected()
            ]
        )

    @routes.get("/audit")
    def trail() -> Response:
        return json([entry.to_dict() for entry in audit(_last(arguments("last").get("last")))])

    return routes


def _last(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal()):
        raise NotInCatalogue(_("%(text)s is no number of entries.", text=text))
    return int(text)
