"""The series that a scene shows for a place, those included that rules name and not the scene."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from cockpit.series import Selection
from layouts.wall.scene import Scene
from layouts.wall.view import View

LIGHTS = "climate"
"""The set of warning lights that the wall shows."""


def reads(view: View, scene: Scene) -> tuple[Selection, ...]:
    """Every series of a scene, each once."""
    ruled = (one for panel in scene.panels for one in _RULED.get(panel.kind, _none)(view))
    return tuple(dict.fromkeys((*scene.series(), *ruled)))


def _none(_view: View) -> Iterable[Selection]:
    return ()


def _of_targets(view: View) -> Iterable[Selection]:
    year = view.targets.latest_year(view.area)
    for target in view.targets.of(view.area, year, view.today) if year else ():
        yield Selection(
            indicator=target.indicator,
            transformation=target.measure,
            breakdown=target.breakdown,
        )


def _of_lights(view: View) -> Iterable[Selection]:
    return (one.asked for one in view.rules.components.get(LIGHTS, ()))


_RULED: Mapping[str, Callable[[View], Iterable[Selection]]] = {
    "targets": _of_targets,
    "lights": _of_lights,
}
