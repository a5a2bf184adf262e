"""The one small question that an open wall asks, and the page of walls it is answered for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson
from flask import Blueprint, Response, abort, request

from cockpit.catalog import Catalog
from cockpit.errors import InputError
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from layouts import terms
from layouts.wall.asked import asked
from layouts.wall.assets import assets
from layouts.wall.beats import Beat, Beats
from layouts.wall.page import Drawn
from layouts.wall.scene import Scenes
from layouts.wall.screen import TEMPLATES


def routes(
    drawn: Drawn,
    scenes: Scenes,
    catalog: Catalog,
    may_look: Callable[[], None],
    packs_refused: Sequence[str],
) -> Blueprint:
    """`/wall/-/pulse` for walls; `/admin/walls` for whoever `may_look` lets.

    The page of walls says too which packs of boundaries are left out of their maps, and why.
    """
    blueprint, beats = Blueprint("pulse", __name__), Beats()

    @blueprint.post("/wall/-/pulse")
    def pulse() -> Response:
        given = request.get_json(silent=True)
        if not isinstance(given, Mapping):
            abort(400)
        beats.take(given, request.remote_addr or "")
        moment = given.get("as_of")
        wanted = {"as_of": moment} if isinstance(moment, str) and moment else {}
        state = drawn.state(asked(wanted, catalog, ""))
        answer = Response(orjson.dumps({"state": state, "build": assets().build}))
        answer.mimetype = "application/json"
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @blueprint.get("/admin/walls")
    def walls() -> Response:
        may_look()
        text = TEMPLATES.get_template("walls.html").render(
            lang=current_locale.get().replace("_", "-"),
            title=_("Walls"),
            nobody=_("No wall has been open within a week."),
            back=_("To the wall"),
            heads=_heads(),
            refused=packs_refused,
            rows=[_row(beat, scenes, catalog) for beat in beats.all()],
            assets=assets(),
        )
        return Response(text, mimetype="text/html")

    @blueprint.errorhandler(InputError)
    def refused(refusal: InputError) -> Response:
        return Response(str(refusal), 400, mimetype="text/plain")

    return blueprint


def _heads() -> list[str]:
    names = (_("State"), _("Machine"), _("Scene"), _("Place"), _("Screen"), _("Open for"))
    return [*names, _("Memory"), _("Figures"), _("Build"), _("Last heard of")]


def _row(beat: Beat, scenes: Scenes, catalog: Catalog) -> dict[str, Any]:
    silent = beat.silent(datetime.now(UTC))
    hours, minutes = divmod(beat.up // 60, 60)
    scene = scenes.get(beat.scene)
    cells = (
        beat.address,
        scene.name if scene else beat.scene,
        terms.area_name(catalog, beat.area),
        beat.size,
        _("%(hours)s h %(minutes)s min", hours=hours, minutes=minutes),
        f"{beat.memory / 2**20:.1f} MB" if beat.memory else "—",
        beat.state.partition(" ")[0],
        _("this one") if beat.build == assets().build else _("another one"),
        beat.at.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
    )
    return {"silent": silent, "state": _("silent") if silent else _("running"), "cells": cells}
