"""`/api/v1/lights`, `matching`, `outliers`, `scores`: what figures say about each other."""

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
from cockpit.scoring import assessed, score_told
from cockpit.signals import lights as lit
from cockpit.signals import matching as matched
from cockpit.signals import outliers as far
from cockpit.signals.told import matching_rows, matrix_told, outlier_rows

MONTHS, MOST = 13, 600


def signals(cockpit: Cockpit) -> Blueprint:
    """The routes."""
    routes = Blueprint("signals", __name__)

    @routes.get("/lights")
    def lights() -> Response:
        given = arguments("area", "set", "last", "as_of")
        area, rules = figures.place(cockpit.catalog, given.get("area", CHINA)), cockpit.rules
        calculator = cockpit.calculator(as_of(given.get("as_of")))
        found = lit(calculator, rules, area, given.get("set", "climate"), _last(given))
        told(cockpit, "query", f"lights of {area}", rows=len(found))
        return json(matrix_told(found, rules.zones, cockpit.catalog))

    @routes.get("/matching")
    def matching() -> Response:
        given = arguments("area", "last", "as_of")
        area = figures.place(cockpit.catalog, given.get("area", CHINA))
        calculator = cockpit.calculator(as_of(given.get("as_of")))
        found = matched(calculator, cockpit.rules, area, _last(given))
        told(cockpit, "query", f"matching in {area}", rows=len(found))
        return json(list(matching_rows(found, cockpit.catalog)))

    @routes.get("/outliers")
    def outliers() -> Response:
        given = arguments(*SERIES, "freq", required=("indicator",))
        chosen = selection(cockpit, given, given.get("freq"))
        found = far(cockpit.calculator(as_of(given.get("as_of"))).series(chosen))
        told(cockpit, "query", f"outliers of {chosen.indicator}", rows=len(found))
        return json(list(outlier_rows(found)))

    @routes.get("/scores")
    def scores() -> Response:
        given = arguments("scheme", "area", "year", "period", "as_of", required=("scheme",))
        scheme = cockpit.schemes.of(given["scheme"], whole_number(given, "year"))
        area = figures.place(cockpit.catalog, given.get("area", CHINA))
        below = [one.code for one in cockpit.catalog.areas.children(area)]
        calculator = cockpit.calculator(as_of(given.get("as_of")))
        found = assessed(calculator, scheme, below, given.get("period"))
        told(cockpit, "query", f"scores of {scheme.name}", rows=len(found))
        return json(score_told(found, cockpit.catalog))

    return routes


def _last(given: dict[str, str]) -> int:
    return min(whole_number(given, "last") or MONTHS, MOST)
