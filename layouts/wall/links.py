"""The ways out of a scene: other places, other scenes, other settings, other pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from layouts import terms
from layouts.services import Services
from layouts.wall.asked import Asked
from layouts.wall.scene import Scenes


@dataclass(frozen=True, slots=True)
class Link:
    """A way, its name, and whether it leads to where one is."""

    name: str
    href: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Links between which one chooses."""

    name: str
    links: Sequence[Link]


def places(services: Services, asked: Asked, scene: str) -> list[Link]:
    """The home area, what the place lies in, its neighbours or its parts."""
    areas, home = services.catalog.areas, services.home_area
    within = [one.code for one in areas.children(asked.area)]
    found = areas.get(asked.area)
    beside = [one.code for one in areas.children(found.parent)] if found and found.parent else []
    codes = dict.fromkeys((home, *([found.parent] if found and found.parent else []), asked.area))
    codes |= dict.fromkeys(within or beside)
    wall = services.wall_shown()
    return [
        Link(
            terms.area_name(services.catalog, code),
            asked.address(scene, area=code),
            here=code == asked.area,
        )
        for code in codes
        if wall is None or wall.reaches(code, areas)
    ]


def scene_links(scenes: Scenes, asked: Asked, scene: str) -> list[Link]:
    """Every scene for the same place."""
    return [Link(one.name, asked.address(one.id), here=one.id == scene) for one in scenes.values()]


def settings(asked: Asked, scene: str, *, bound: bool = False) -> list[Group]:
    """What may be set, each choice as an address; who is `bound` to visitors' figures stays so."""
    chosen = [
        Group(
            name, [_choice(asked, scene, field, value, words) for value, words in choices.items()]
        )
        for field, (name, choices) in _choices().items()
    ]
    visitors = [] if bound else [Group(_("Visitors look on"), _visitors(asked, scene))]
    return [*chosen, *visitors, Group(_("Language"), _languages(asked, scene))]


def pages(services: Services, asked: Asked) -> list[Link]:
    """The desk's pages; a wall with a token has none, nor has one that visitors look at."""
    if services.wall_shown() or asked.visitor:
        return []
    area = asked.area
    return [
        Link(_("Explore"), f"/explore?area={area}"),
        Link(_("Bring figures"), "/upload"),
        Link(_("Batches"), "/batches"),
        Link(_("Alarms"), "/alarms"),
        Link(_("Meetings"), "/meetings"),
        Link(_("Tokens"), "/admin"),
        Link(_("Walls"), "/admin/walls"),
    ]


def _choice(asked: Asked, scene: str, field: str, value: str, words: str) -> Link:
    address = asked.address(scene, **{field: value})
    return Link(words, address, here=getattr(asked, field) == value)


def _visitors(asked: Asked, scene: str) -> list[Link]:
    return [
        Link(words, asked.address(scene, visitor=value), here=asked.visitor == value)
        for value, words in (("", _("No: all figures")), ("1", _("Yes: only what is released")))
    ]


def _languages(asked: Asked, scene: str) -> list[Link]:
    now = current_locale.get()
    return [
        Link(words, f"{asked.address(scene)}&lang={code}", here=code == now)
        for code, words in (("zh_CN", "中文"), ("en", "English"))
    ]


def _choices() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    return {
        "distance": (
            _("Farthest reader"),
            {"near": _("Near"), "mid": _("Middle"), "far": _("Far"), "elder": _("Elder")},
        ),
        "theme": (_("Theme"), {"dark": _("Dark"), "light": _("Light")}),
        "direction": (
            _("Colour of a rise"),
            {"red": _("Red"), "green": _("Green"), "orange": _("Orange")},
        ),
        "rotate": (_("Turning over"), {"on": _("By itself"), "off": _("By hand")}),
    }
