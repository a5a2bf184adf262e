"""The wall's pages: a whole screen in one answer, and afterwards only what has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from threading import Lock
from typing import Any

from flask import Blueprint, Response, request

from cockpit.audience import current_audience
from cockpit.freshness import Ages
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from layouts import terms, trail
from layouts.meetings.strip import meeting_of
from layouts.parts.markup import markup
from layouts.services import Services
from layouts.wall.asked import Asked, asked
from layouts.wall.assets import assets
from layouts.wall.lands import Lands
from layouts.wall.links import pages, places, scene_links, settings
from layouts.wall.scene import Scene, Scenes
from layouts.wall.screen import TEMPLATES, Screen, screen, without, words
from layouts.wall.view import View

MOST_KEPT = 200
BOUND = "bound"


class Drawn:
    """Screens drawn once for as long as neither figures, day nor language change."""

    def __init__(self, services: Services, lands: Lands) -> None:
        self._services, self._lands = services, lands
        self._kept: OrderedDict[tuple[object, ...], Screen] = OrderedDict()
        self._lock = Lock()

    def screen(self, scene: Scene, scenes: Scenes, wanted: Asked) -> tuple[Screen, str]:
        """A screen among others, and the state of the warehouse and the day that it shows."""
        state = self.state(wanted)
        who = (current_audience.get(), wanted.visitor)
        key = (scene.id, *scenes, wanted.area, wanted.as_of, current_locale.get(), *who, state)
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            found = screen(self._view(wanted), scene, scenes)
            with self._lock:
                self._kept[key] = found
                while len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return found, state

    def state(self, wanted: Asked) -> str:
        """Changes whenever what a wall may show does: with figures, alarms, and every day."""
        version = self._services.door(wanted.moment).version()
        alarms = self._services.alarms.version() if wanted.moment is None else 0
        day = _ages(self._services, wanted).today.isoformat()
        return f"{version}.{alarms} {day} {self._services.releases.digest}".rstrip()

    def _view(self, wanted: Asked) -> View:
        ages = _ages(self._services, wanted)
        return View(
            catalog=self._services.catalog,
            calculator=self._services.calculator(wanted.moment),
            area=wanted.area,
            today=ages.today,
            targets=self._services.targets(),
            rules=self._services.rules,
            alarms=self._services.alarms.listed(wanted.moment),
            lands=self._lands,
            ages=ages,
            visitor=_visited(),
        )


def routes(services: Services, scenes: Scenes, drawn: Drawn) -> Blueprint:
    """The first scene at `/`, each at an address of its own, and the trail of a figure."""
    blueprint = Blueprint("wall", __name__)

    def shown(scene: Scene) -> Response:
        given = request.args.to_dict()
        wanted = asked(given, services.catalog, scene.area or services.home_area)
        own = _own(services, scenes)
        found, state = drawn.screen(scene, own, wanted)
        known = frozenset(request.headers.get("X-Known", "").split())
        return _page(services, own, scene, wanted, found, state, known)

    @blueprint.get("/")
    def first() -> Response:
        return shown(next(iter(scenes.values())))

    @blueprint.get("/wall/<name>")
    def one(name: str) -> Response:
        return shown(scenes[name]) if name in scenes else _nowhere(name, scenes)

    @blueprint.get("/wall/-/trail")
    def where_from() -> Response:
        key, moment = request.args.get("key", ""), request.args.get("as_of") or None
        # Visitors and walls with a token see scenes; files and names of persons are none of them.
        hidden = services.wall_shown() or "visitor" in request.args
        told = trail.hidden() if hidden else trail.explained(services, key, moment)
        return Response(markup(told), mimetype="text/html")

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
    frozen, doubts = _frozen(services, wanted)
    text = TEMPLATES.get_template("wall.html").render(
        lang=current_locale.get().replace("_", "-"),
        asked=wanted,
        scene=scene,
        place=terms.area_name(services.catalog, area),
        assets=assets(),
        state=state,
        land=found.land,
        rotation=_rotation(found, scenes, wanted),
        words=words(),
        reach=found.reach,
        frozen=frozen,
        visitor=_visitor(wanted),
        refused=(*wanted.refused, *doubts),
        places=places(services, wanted, scene.id),
        scene_links=scene_links(scenes, wanted, scene.id),
        settings=settings(wanted, scene.id, bound=_visitor(wanted) == BOUND),
        pages=pages(services, wanted),
        cards=without(found.cards, known),
        panels=without(found.panels, known),
        status=without([found.status], known)[0],
    )
    answer = Response(text, mimetype="text/html")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _own(services: Services, scenes: Scenes) -> Scenes:
    """The scenes that whoever asks may see: of a wall with a token, its own."""
    wall = services.wall_shown()
    return {name: scene for name, scene in scenes.items() if wall is None or wall.shows(name)}


def _frozen(services: Services, wanted: Asked) -> tuple[str, Sequence[str]]:
    """As of when a screen of the past is, of which meeting, and what of it is not as then."""
    if wanted.moment is None:
        return "", ()
    meeting = meeting_of(services, wanted.meeting, wanted.as_of)
    time = terms.time_words(wanted.moment)
    if meeting is None:
        return _("as known on %(time)s", time=time), ()
    told = _("%(meeting)s · as known on %(time)s", meeting=meeting.name, time=time)
    return told, services.meetings.doubts(meeting)


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


def _ages(services: Services, wanted: Asked) -> Ages:
    """How late figures are today, or on the day as of which they are known."""
    return Ages.at(wanted.moment, services.releases)


def _visited() -> bool:
    """Whether whoever looks may see only what has been released."""
    return current_audience.get() == "public"


def _visitor(wanted: Asked) -> str:
    """Empty for staff, `1` where they have chosen visitors, `bound` for who cannot choose."""
    return "" if not _visited() else wanted.visitor or BOUND
