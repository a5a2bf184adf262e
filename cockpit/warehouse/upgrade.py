"""A warehouse of an earlier release, brought to today's layout in one transaction."""

from __future__ import annotations

from sqlalchemy import Connection, update

from cockpit.warehouse import audit, schema, settling
from cockpit.warehouse.statements import run

AUDITED = 3
"""The layout from which on every action is told in the audit trail."""

NUMBERED = 4
"""The layout from which on series have numbers for what they measure and where."""


WALLED, BOUND = 6, 7
"""The layouts from which on walls have tokens, and tokens may be bound to what is released."""


def upgrade(connection: Connection, found: int) -> None:
    """Make the tables that are missing and fill those that tell older ones anew."""
    schema.metadata.create_all(connection)
    if found < AUDITED:
        audit.begin(connection)
    if found < NUMBERED:
        run(connection, "upgrade_measures", "upgrade_places", "upgrade_series")
        settling.rebuild(connection)
    if WALLED <= found < BOUND:
        run(connection, "upgrade_walls")
    connection.execute(update(schema.layout).values(version=schema.VERSION))
