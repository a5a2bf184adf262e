"""The meetings of a cockpit: frozen, listed, found again, and compared with what stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

from cockpit.i18n import gettext as _
from cockpit.meeting.frozen import Basis, Meeting, MeetingRefused

_LONGEST = 100


class Kept(Protocol):
    """Where meetings are kept."""

    def listed(self) -> list[Meeting]:
        """Every meeting, newest first."""
        ...

    def freeze(
        self,
        name: str,
        person: str,
        as_of: datetime | None,
        basis: Callable[[datetime, int], Basis],
    ) -> Meeting:
        """Write a meeting as of a time or of now; `basis` is told of the moment and its step."""
        ...

    def step(self, as_of: datetime) -> int:
        """The last publication or withdrawal by a UTC time."""
        ...


class Meetings:
    """Freezes figures under a name; `corrections` gives the digest of those known by a time."""

    def __init__(self, kept: Kept, corrections: Callable[[datetime], str]) -> None:
        self._kept = kept
        self._corrections = corrections

    def listed(self) -> list[Meeting]:
        """Every meeting, newest first."""
        return self._kept.listed()

    def one(self, meeting: int | str) -> Meeting:
        """The meeting of a number; raises MeetingRefused where there is none."""
        found = (one for one in self.listed() if str(one.id) == str(meeting))
        try:
            return next(found)
        except StopIteration:
            raise MeetingRefused(_("There is no meeting %(id)s.", id=meeting)) from None

    def freeze(self, name: str, person: str, as_of: datetime | None = None) -> Meeting:
        """Freeze figures as of a UTC time that has passed, by default now.

        Raises MeetingRefused.
        """
        if not name.strip() or len(name.strip()) > _LONGEST:
            words = _("Please name the meeting, in at most %(most)s characters.", most=_LONGEST)
            raise MeetingRefused(words)
        if not person.strip():
            raise MeetingRefused(_("Who takes this step? Please fill in the name."))
        return self._kept.freeze(name.strip(), person.strip(), as_of, self._basis)

    def doubts(self, meeting: Meeting) -> list[str]:
        """Why what is shown may not be what was shown then; nothing where it is the same."""
        return meeting.doubts(self._basis(meeting.as_of, self._kept.step(meeting.as_of)))

    def _basis(self, as_of: datetime, step: int) -> Basis:
        return Basis(publication=step, corrections=self._corrections(as_of), release=_release())


def _release() -> str:
    try:
        return version("econ-cockpit")
    except PackageNotFoundError:
        return ""
