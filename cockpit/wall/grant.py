"""What a wall may see: some scenes of some areas and what lies in them, until a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from cockpit.catalog import Areas
from cockpit.errors import InputError
from cockpit.i18n import gettext as _

WallState = Literal["made", "revoked"]

DAYS = 365
"""How long a token is good for where nobody says."""


class WallRefused(InputError):
    """A token that cannot be made or revoked as asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallStep:
    """A token made or revoked; `at` is UTC."""

    seq: int
    state: WallState
    person: str
    at: datetime
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A wall with a token of its own; `expires` is UTC.

    A wall for visitors shows what has been released, whatever is asked of it.
    """

    id: int
    name: str
    scenes: tuple[str, ...]
    areas: tuple[str, ...]
    expires: datetime
    steps: tuple[WallStep, ...]
    visitor: bool = False

    @property
    def state(self) -> WallState:
        """Whether its token was revoked."""
        return self.steps[-1].state

    def stands(self, now: datetime) -> bool:
        """Whether its token is good at a UTC time."""
        return self.state == "made" and now < self.expires

    def shows(self, scene: str) -> bool:
        """Whether a scene is one of its own."""
        return scene in self.scenes

    def reaches(self, code: str, areas: Areas) -> bool:
        """Whether an area is one of its own, or lies in one."""
        found = areas.get(code)
        return found is not None and any(areas.inside(found, own) for own in self.areas)

    def to_dict(self, now: datetime) -> dict[str, Any]:
        """Plain values; times carry their offset."""
        steps = [asdict(s) | {"at": _written(s.at)} for s in self.steps]
        told = {"expires": _written(self.expires), "stands": self.stands(now)}
        return asdict(self) | told | {"steps": steps, "state": self.state}


def check(
    name: str,
    scenes: Collection[str],
    areas: Collection[str],
    known_scenes: Collection[str],
    known_areas: Areas,
) -> None:
    """Raise WallRefused where a token would be for nothing, or for what is not there."""
    if not name.strip():
        raise WallRefused(_("Which wall is it? Please give it a name."))
    if not scenes or not areas:
        raise WallRefused(_("A wall needs at least one scene and one area."))
    for scene in scenes:
        if scene not in known_scenes:
            facts = {"name": scene, "known": ", ".join(sorted(known_scenes))}
            raise WallRefused(_("There is no scene %(name)s; there are: %(known)s.", **facts))
    for code in areas:
        if known_areas.get(code) is None:
            raise WallRefused(_("The catalogue has no area %(code)s.", code=code))


def _written(at: datetime) -> str:
    return at.replace(tzinfo=UTC).isoformat()
