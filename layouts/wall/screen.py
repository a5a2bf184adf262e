"""One scene of one place, drawn: its parts as HTML, each with a digest of what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from cockpit.i18n import gettext as _
from layouts.wall import awaited
from layouts.wall.cards import card
from layouts.wall.elements import KINDS, shared
from layouts.wall.reads import reads
from layouts.wall.scene import Scene, Scenes
from layouts.wall.status import reach, strip
from layouts.wall.view import View

TEMPLATES = Environment(
    loader=PackageLoader("layouts.wall"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the screen that is sent again only where its digest has changed."""

    html: Markup
    digest: str


@dataclass(frozen=True, slots=True)
class Screen:
    """The parts of a scene, how far its figures reach, the scenes to go on with, its map's file."""

    cards: tuple[Part, ...]
    panels: tuple[Part, ...]
    status: Part
    reach: str
    rotation: tuple[Mapping[str, Any], ...]
    land: str

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts in the order of the screen."""
        return (*self.cards, *self.panels, self.status)


def screen(view: View, scene: Scene, scenes: Scenes) -> Screen:
    """Draw a scene."""
    write: Any = TEMPLATES.get_template("parts.html").make_module(
        {"words": words(), "linked": not view.visitor}
    )
    late = awaited.awaited(view, scenes)
    return Screen(
        cards=tuple(_cards(view, scene, write)),
        panels=tuple(_panels(view, scene, scenes, write)),
        status=_part("footer", "status", write.status_strip(strip(view, late))),
        reach=reach(view, scene),
        rotation=tuple(_rotation(view, scenes)),
        land=_land(view, scene),
    )


def _land(view: View, scene: Scene) -> str:
    """The address of the outlines that a scene's maps draw, empty where it has none."""
    mapped = any(panel.kind == "map" for panel in scene.panels)
    return view.lands.around(view.area).asset.address if mapped else ""


def words() -> dict[str, str]:
    """The fixed words of the wall in the reader's language."""
    return {
        "offline": _("The server does not answer. Figures as of %(time)s.", time="{time}"),
        "place": _("Places"),
        "scene": _("Scenes"),
        "turning": _("Turning over"),
        "previous": _("Previous"),
        "next": _("Next"),
        "pause": _("Pause"),
        "paused": _("paused"),
        "settings": _("Settings"),
        "aloud": _("Aloud"),
        "read_aloud": _("Read this scene aloud"),
        "pages": _("Pages"),
        "above": _("Up from this map"),
        "trail": _("Where this number comes from"),
        "close": _("Close"),
        "no_figure": _("no figure"),
        "more": _("%(count)s more", count="{count}"),
        "stop": _("."),
        "early": _("not yet released"),
        "visitor": _("Visitors: released figures only"),
    }


def _cards(view: View, scene: Scene, write: Any) -> Iterator[Part]:  # noqa: ANN401 - macros
    for declared in scene.cards:
        yield _part("article", "card", write.card(card(view, declared)))


def _panels(view: View, scene: Scene, scenes: Scenes, write: Any) -> Iterator[Part]:  # noqa: ANN401
    for declared in scene.panels:
        content = KINDS[declared.kind].draw(view, declared, scenes)
        series = [one.selection for one in shared.chosen(view, declared)] if declared.series else []
        content = replace(content, alarm=shared.warned(view, *series))
        sides = f' data-columns="{declared.columns}" data-rows="{declared.rows}"'
        yield _part("section", f"panel kind-{declared.kind}", write.panel(content), sides)


def _part(element: str, name: str, inside: Markup, more: str = "") -> Part:
    digest = hashlib.sha256(inside.encode()).hexdigest()[:12]
    start = f'<{element} class="{name}" data-digest="{digest}"{more}>'
    return Part(Markup(start) + inside + Markup(f"</{element}>"), digest)  # noqa: S704 - ours


def _rotation(view: View, scenes: Scenes) -> Iterator[Mapping[str, Any]]:
    """Every scene, and whether to turn to it: what has something current, else what has figures."""
    shown = [one for one in scenes.values() if awaited.current(view, one)]
    if not any(reads(view, one) for one in shown):
        shown = [one for one in scenes.values() if awaited.held(view, one)]
    for one in scenes.values():
        yield {"id": one.id, "shown": one in shown}


def without(parts: Sequence[Part], known: frozenset[str]) -> list[Part]:
    """The parts, with those that the browser has already as their digests alone."""
    return [Part(_empty(part), part.digest) if part.digest in known else part for part in parts]


def _empty(part: Part) -> Markup:
    start, _mark, _rest = part.html.partition(">")
    element = start[1:].partition(" ")[0]
    return Markup(f"{start} data-same></{element}>")  # noqa: S704 - our own mark-up
