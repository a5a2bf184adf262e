"""`/api/v1/alarms`: figures beyond their thresholds, and what is done about them."""

from __future__ import annotations

from typing import get_args

from flask import Blueprint, Response, request

from cockpit import terms
from cockpit.alarm import AlarmState
from cockpit.alarm.filtering import chosen
from cockpit.alarm.life import STEPS
from cockpit.api import access
from cockpit.api.answer import json
from cockpit.api.arguments import arguments
from cockpit.api.told import told
from cockpit.cockpit import Cockpit
from cockpit.country import CHINA
from cockpit.figures import selection
from cockpit.moment import as_of
from cockpit.period import Period
from cockpit.terms import freq_of, one_of


def alarms(cockpit: Cockpit) -> Blueprint:
    """The routes of alarms; steps are taken on this machine only."""
    routes = Blueprint("alarms", __name__)
    _reading(routes, cockpit)
    take = access.only_here(cockpit.alarms.step)

    @routes.post(f"/alarms/<int:alarm>/<any({', '.join(STEPS)}):step>")
    def step(alarm: int, step: str) -> Response:
        form = request.form
        done = take(alarm, STEPS[step], form.get("person", ""), form.get("text", ""))
        return json(done.to_dict())

    return routes


def _reading(routes: Blueprint, cockpit: Cockpit) -> None:
    @routes.get("/alarms")
    def listed() -> Response:
        given = arguments("state", "area", "indicator", "as_of")
        if "state" in given:
            one_of("state", given["state"], get_args(AlarmState))
        _known(cockpit, given)
        moment = as_of(given.pop("as_of", None))
        found = [one.to_dict() for one in chosen(cockpit.alarms.listed(moment), **given)]
        told(cockpit, "query", "alarms", rows=len(found))
        return json(found)

    @routes.get("/alarms/standing")
    def standing() -> Response:
        given = arguments(
            *("indicator", "area", "period", "accumulation", "as_of"),
            required=("indicator", "area"),
        )
        _known(cockpit, given)
        found = cockpit.alarms.standing(
            given["indicator"], given["area"], _period(given), as_of(given.get("as_of"))
        )
        told(cockpit, "query", "alarms", rows=len(found))
        return json([one.to_dict() for one in found])

    @routes.get("/alarms/<int:alarm>")
    def one(alarm: int) -> Response:
        arguments()
        found = cockpit.alarms.one(alarm)
        told(cockpit, "query", f"alarm {alarm}", rows=1)
        return json(found.to_dict())


def _known(cockpit: Cockpit, given: dict[str, str]) -> None:
    """Raise NotInCatalogue for an indicator or an area that nobody has declared."""
    indicators = cockpit.catalog.indicators
    indicator = given.get("indicator", next(iter(indicators)))
    selection(cockpit.catalog, indicator, given.get("area", CHINA))


def _period(given: dict[str, str]) -> Period | None:
    """The span whose end is asked about; its beginning does not matter."""
    text = given.get("period")
    if not text:
        return None
    counted = terms.accumulation(given.get("accumulation", "period"))
    return Period.parse(freq_of(text), text, counted)
