"""The wall's pages: a whole screen in one answer, and afterwards only what has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Lock
from typing import Any

from flask import Blueprint, Response, request

from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from layouts import terms, trail
from layouts.parts.markup import markup
from layouts.services import Services
from layouts.wall.asked import Asked, asked
from layouts.wall.assets import assets
from layouts.wall.links import pages, places, scene_links, settings
from layouts.wall.scene import Scene, Scenes
from layouts.wall.screen import TEMPLATES, Screen, screen, without, words
from layouts.wall.view import View

MOST_KEPT = 200


class Drawn:
    """Screens drawn once for as long as neither figures, day nor language change."""

    def __init__(self, services: Services, scenes: Scenes) -> None:
        self._services = services
        self._scenes = scenes
        self._kept: OrderedDict[tuple[object, ...], Screen] = OrderedDict()
        self._lock = Lock()

    def screen(self, scene: Scene, wanted: Asked) -> tuple[Screen, str]:
        """A screen, and the state of the warehouse and the day that it shows."""
        state = self.state(wanted)
        key = (scene.id, wanted.area, wanted.as_of, current_locale.get(), state)
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            found = screen(self._view(wanted), scene, self._scenes)
            with self._lock:
                self._kept[key] = found
                while len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return found, state

    def state(self, wanted: Asked) -> str:
        """Changes whenever what a wall may show changes: with the figures, and every day."""
        return f"{self._services.door(wanted.moment).version()} {_day(wanted).isoformat()}"

    def _view(self, wanted: Asked) -> View:
        return View(
            catalog=self._services.catalog,
            calculator=self._services.calculator(wanted.moment),
            area=wanted.area,
            today=_day(wanted),
            targets=self._services.targets(),
            rules=self._services.rules,
        )


def routes(services: Services, scenes: Scenes, drawn: Drawn) -> Blueprint:
    """The first scene at `/`, each at an address of its own, and the trail of a figure."""
    blueprint = Blueprint("wall", __name__)

    def shown(scene: Scene) -> Response:
        given = request.args.to_dict()
        wanted = asked(given, services.catalog, scene.area or services.home_area)
        found, state = drawn.screen(scene, wanted)
        known = frozenset(request.headers.get("X-Known", "").split())
        return _page(services, scenes, scene, wanted, found, state, known)

    @blueprint.get("/")
    def first() -> Response:
        return shown(next(iter(scenes.values())))

    @blueprint.get("/wall/<name>")
    def one(name: str) -> Response:
        return shown(scenes[name]) if name in scenes else _nowhere(name, scenes)

    @blueprint.get("/wall/-/trail")
    def where_from() -> Response:
        key, moment = request.args.get("key", ""), request.args.get("as_of") or None
        return Response(markup(trail.explained(services, key, moment)), mimetype="text/html")

    return blueprint


def _page(
    services: Services,
    scenes: Scenes,
    scene: Scene,
    wanted: Asked,
    found: Screen,
    state: str,
    known: frozenset[str],
) -> Response:
    area = wanted.area
    frozen = _("as known on %(time)s", time=wanted.as_of) if wanted.as_of else ""
    text = TEMPLATES.get_template("wall.html").render(
        lang=current_locale.get().replace("_", "-"),
        asked=wanted,
        scene=scene,
        place=terms.area_name(services.catalog, area),
        assets=assets(),
        state=state,
        mapped=found.mapped,
        rotation=_rotation(found, scenes, wanted),
        words=words(),
        reach=found.reach,
        frozen=frozen,
        refused=wanted.refused,
        places=places(services, wanted, scene.id),
        scene_links=scene_links(scenes, wanted, scene.id),
        settings=settings(wanted, scene.id),
        pages=pages(area),
        cards=without(found.cards, known),
        panels=without(found.panels, known),
        status=without([found.status], known)[0],
    )
    answer = Response(text, mimetype="text/html")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _rotation(found: Screen, scenes: Scenes, wanted: Asked) -> list[Mapping[str, Any]]:
    turning = wanted.rotate == "on"
    return [
        {
            "href": replace(wanted, refused=()).address(str(one["id"])),
            "shown": bool(one["shown"]) and turning,
        }
        for one in found.rotation
        if one["id"] in scenes
    ]


def _nowhere(name: str, scenes: Scenes) -> Response:
    first = next(iter(scenes))
    text = TEMPLATES.get_template("nowhere.html").render(
        lang=current_locale.get().replace("_", "-"),
        words=_("There is no scene %(name)s.", name=name),
        back=_("To the wall"),
        href=f"/wall/{first}",
        assets=assets(),
    )
    return Response(text, 404, mimetype="text/html")


def _day(wanted: Asked) -> date:
    """Today, or the day as of which the figures are known."""
    moment = (wanted.moment or datetime.now(UTC)).replace(tzinfo=UTC)
    return moment.astimezone().date()
