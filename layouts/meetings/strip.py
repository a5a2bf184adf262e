"""The words that a screen of a meeting stands under."""

from __future__ import annotations

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.meeting import Meeting
from layouts import terms
from layouts.services import Services


def meeting_of(services: Services, named: str | None, as_of: str | None) -> Meeting | None:
    """The meeting that an address names, where the address also tells its moment."""
    if not named:
        return None
    try:
        found = services.meetings.one(named)
    except CockpitError:
        return None
    return found if found.moment == as_of else None


def strip(services: Services, meeting: Meeting) -> str:
    """Which meeting it is, as of when, and whether anything of it is not as it was then."""
    told = _(
        "Figures of the meeting %(name)s, as known on %(time)s; later publications are left out.",
        name=meeting.name,
        time=terms.time_words(meeting.as_of),
    )
    return " ".join((told, *services.meetings.doubts(meeting)))
