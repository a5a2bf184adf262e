"""A named moment, and what told figures then: enough to say whether they are still the same."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from cockpit.errors import InputError
from cockpit.i18n import gettext as _


class MeetingRefused(InputError):
    """A meeting that cannot be frozen as asked, or that there is none of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What figures as of a moment follow from.

    The last publication or withdrawal counted, the digest of the corrections known by then, and
    the release that computes what is derived.
    """

    publication: int
    corrections: str
    release: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Figures frozen as of a UTC time, by whom, and what they followed from then."""

    id: int
    name: str
    as_of: datetime
    publication: int
    corrections: str
    release: str
    person: str
    at: datetime

    @property
    def moment(self) -> str:
        """The time as addresses write it, to the microsecond."""
        return _written(self.as_of)

    def doubts(self, now: Basis) -> list[str]:
        """Why what is shown may not be what was shown then; nothing where it is the same."""
        found = []
        if now.publication != self.publication:
            found.append(_("The publications of that time are no longer the same."))
        if now.corrections != self.corrections:
            found.append(_("Corrections dated before the meeting were changed since."))
        if now.release != self.release:
            words = _("Derived figures are computed by release %(now)s, then by %(then)s.")
            found.append(words % {"now": now.release, "then": self.release})
        return found

    def to_dict(self) -> dict[str, Any]:
        """Plain values; times carry their offset so that they can be handed back as `as_of`."""
        return asdict(self) | {"as_of": self.moment, "at": _written(self.at)}


def _written(at: datetime) -> str:
    return at.replace(tzinfo=UTC).isoformat(timespec="microseconds")
