"""The walls of a cockpit: tokens made, shown once, looked up and revoked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol

from cockpit.catalog import Areas
from cockpit.i18n import gettext as _
from cockpit.wall.grant import DAYS, Wall, WallRefused, check
from cockpit.wall.token import digest, fits, new_secret, parts, written

_LONGEST_DAYS = 3660


class Kept(Protocol):
    """Where walls are kept."""

    def listed(self) -> list[Wall]:
        """Every wall, newest first."""
        ...

    def found(self, wall: int) -> tuple[Wall, str] | None:
        """A wall and what is kept of its secret."""
        ...

    def make(
        self,
        name: str,
        scenes: Sequence[str],
        areas: Sequence[str],
        expires: datetime,
        kept: str,
        person: str,
        visitor: bool = False,
    ) -> Wall:
        """Write a wall."""
        ...

    def revoke(self, wall: int, person: str, reason: str) -> Wall:
        """Take a token back; raises WallRefused where that was done, or there is none."""
        ...

    def note_opened(self, wall: Wall, address: str) -> None:
        """Write that a wall was opened, and from where."""
        ...


class Walls:
    """Makes tokens and says what a token may see; `scenes` are those there are."""

    def __init__(self, kept: Kept, scenes: Callable[[], Collection[str]], areas: Areas) -> None:
        self._kept = kept
        self._scenes = scenes
        self._areas = areas

    def listed(self) -> list[Wall]:
        """Every wall, newest first."""
        return self._kept.listed()

    def make(
        self,
        name: str,
        scenes: Sequence[str],
        areas: Sequence[str],
        person: str,
        days: int = DAYS,
        visitor: bool = False,
    ) -> tuple[Wall, str]:
        """A new wall and its token, which is told this once and never again.

        A wall for visitors never shows what has not been released.

        Raises WallRefused.
        """
        check(name, scenes, areas, self._scenes(), self._areas)
        if not 1 <= days <= _LONGEST_DAYS:
            raise WallRefused(_("A token is good for 1 to %(most)s days.", most=_LONGEST_DAYS))
        if not person.strip():
            raise WallRefused(_("Who takes this step? Please fill in the name."))
        secret = new_secret()
        expires = now() + timedelta(days=days)
        about = (name.strip(), scenes, areas, expires, digest(secret), person.strip())
        wall = self._kept.make(*about, visitor=visitor)
        return wall, written(wall.id, secret)

    def revoke(self, wall: int, person: str, reason: str = "") -> Wall:
        """Take a token back; whoever holds it sees nothing from then on. Raises WallRefused."""
        if not person.strip():
            raise WallRefused(_("Who takes this step? Please fill in the name."))
        return self._kept.revoke(wall, person.strip(), reason.strip())

    def of(self, token: str) -> Wall | None:
        """The wall of a token that stands now."""
        known = parts(token)
        found = self._kept.found(known[0]) if known else None
        if known is None or found is None or not fits(known[1], found[1]):
            return None
        return found[0] if found[0].stands(now()) else None

    def opened(self, token: str, address: str) -> Wall | None:
        """The wall of a token; that it was opened is written into the audit trail."""
        wall = self.of(token)
        if wall:
            self._kept.note_opened(wall, address)
        return wall


def now() -> datetime:
    """The time as naive UTC."""
    return datetime.now(UTC).replace(tzinfo=None)
