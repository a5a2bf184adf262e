"""`/api/v1/ranks` and `targets`: where areas stand, how far the year's targets are reached."""

from __future__ import annotations

from flask import Blueprint, Response

from cockpit import figures
from cockpit.api.answer import json
from cockpit.api.arguments import arguments, whole_number
from cockpit.api.selecting import SERIES, selection
from cockpit.api.told import told
from cockpit.cockpit import Cockpit
from cockpit.country import CHINA
from cockpit.moment import as_of
from cockpit.position import targets_met
from cockpit.position.told import ranked, target_rows
from cockpit.terms import freq_of


def position(cockpit: Cockpit) -> Blueprint:
    """The routes."""
    routes = Blueprint("position", __name__)

    @routes.get("/ranks")
    def ranks() -> Response:
        given = arguments(*SERIES, "period", required=("indicator",))
        period = given.get("period")
        chosen = selection(cockpit, given, freq_of(period) if period else None)
        calculator = cockpit.calculator(as_of(given.get("as_of")))
        rows = list(ranked(calculator, cockpit.catalog, chosen, period))
        told(cockpit, "query", f"ranks in {chosen.indicator}", rows=len(rows))
        return json(rows)

    @routes.get("/targets")
    def targets() -> Response:
        given = arguments("area", "year", "as_of")
        moment, year = as_of(given.get("as_of")), whole_number(given, "year")
        area = figures.place(cockpit.catalog, given.get("area", CHINA))
        calculator, day = cockpit.calculator(moment), moment.date() if moment else None
        met = targets_met(calculator, cockpit.catalog, cockpit.targets, area, year, day)
        told(cockpit, "query", f"targets of {area}", rows=len(met))
        return json(list(target_rows(met, cockpit.catalog)))

    return routes
