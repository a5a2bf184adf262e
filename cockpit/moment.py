"""Points in time as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from cockpit.errors import NotInCatalogue
from cockpit.i18n import gettext as _


def as_of(text: str | None) -> datetime | None:
    """Read an ISO 8601 date or time as naive UTC; a date means its end, as this machine counts.

    Raises NotInCatalogue where it cannot be read.
    """
    if not text:
        return None
    try:
        given = _moment(text) if ":" in text else _end_of_day(text)
        return given.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError) as error:
        message = _("%(text)s is not a time; write 2024-05-20 or 2024-05-20T09:30:00.", text=text)
        raise NotInCatalogue(message) from error


def _end_of_day(text: str) -> datetime:
    return datetime.combine(date.fromisoformat(text), time.max)


def _moment(text: str) -> datetime:
    # A plus sign that travelled unescaped in an address arrives as a blank.
    return datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
