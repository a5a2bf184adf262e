"""Points in time as people write them."""

from __future__ import annotations

from datetime import UTC, datetime

from cockpit.errors import NotInCatalogue
from cockpit.i18n import gettext as _


def as_of(text: str | None) -> datetime | None:
    """Read an ISO 8601 time as naive UTC; a time without an offset is this machine's.

    Raises NotInCatalogue where it cannot be read.
    """
    if not text:
        return None
    try:
        given = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
    except ValueError as error:
        message = _("%(text)s is not a time; write 2024-05-20 or 2024-05-20T09:30:00.", text=text)
        raise NotInCatalogue(message) from error
    return given.astimezone(UTC).replace(tzinfo=None)
