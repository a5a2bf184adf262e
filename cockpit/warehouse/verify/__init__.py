"""Is everything there, and is what readers see what the batches say?"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from cockpit.i18n import gettext as _
from cockpit.warehouse import audit
from cockpit.warehouse.originals import Originals
from cockpit.warehouse.reopening import Incident, incidents
from cockpit.warehouse.verify import brought, integrity, kept, lives, seen
from cockpit.warehouse.verify.finding import Finding

__all__ = ["Finding", "findings"]


def findings(connection: Connection, originals: Originals) -> Iterator[Finding]:
    """Everything that is wrong as of the connection's moment; nothing where all is well.

    Fatal errors that the engine has met are told too, and do no harm.
    """
    try:
        unreadable = list(integrity.unreadable(connection))
        yield from unreadable or _contradictions(connection, originals)
    except DBAPIError as error:
        yield Finding(_("The database cannot be read: %(error)s", error=error.orig))


def _contradictions(connection: Connection, originals: Originals) -> Iterator[Finding]:
    yield from kept.findings(connection, originals)
    broken = list(integrity.findings(connection))
    yield from broken
    if not broken:
        yield from seen.findings(connection)
    yield from (Finding(sentence) for sentence in audit.check_chain(connection))
    yield from lives.findings(connection)
    yield from brought.findings(connection)
    yield from map(_reopened, incidents(connection))


def _reopened(incident: Incident) -> Finding:
    facts = {"at": incident.at.isoformat(" ", "seconds"), "error": incident.message}
    text = _("%(at)s UTC: the engine was opened again after a fatal error: %(error)s", **facts)
    return Finding(text, harmless=True)
