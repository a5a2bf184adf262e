"""Batches against what the audit trail said of them when they were brought."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from cockpit.i18n import gettext as _
from cockpit.warehouse import audit, schema
from cockpit.warehouse.digest import digests
from cockpit.warehouse.verify.finding import Finding

_OBJECT = "batch "


def findings(connection: Connection) -> Iterator[Finding]:
    """Batches whose figures or original are not those that were brought."""
    now = digests(connection)
    b = schema.batch.c
    held = {f"{_OBJECT}{row.id}": row for row in connection.execute(select(b.id, b.sha256))}
    for entry in audit.entries(connection):
        row = held.get(entry.object)
        if entry.action != "stage" or row is None or "records" not in entry.detail:
            continue
        brought = (entry.detail["records"], entry.detail["sha256"])
        if brought != (now.get(row.id, ""), row.sha256):
            yield Finding(
                _("Batch %(batch)s no longer holds the figures it was brought with.", batch=row.id)
            )
