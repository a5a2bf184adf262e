"""Lives other than those of batches, compared with what the audit trail tells of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from cockpit.i18n import gettext as _
from cockpit.warehouse import schema
from cockpit.warehouse.verify.finding import Finding

_A = schema.audit.c
_LIVES = ((schema.alarm_step, "alarm"), (schema.wall_step, "wall"))
"""A table of steps, and the column that names whose step it is."""


def findings(connection: Connection) -> Iterator[Finding]:
    """Steps that are not as they were told, or that only one of the two knows."""
    for table, owner in _LIVES:
        taken, told = _taken(connection, table, owner), _told(connection, table, owner)
        unlike = (seq for seq in taken.keys() | told.keys() if taken.get(seq) != told.get(seq))
        for seq in sorted(unlike):
            facts = {"seq": seq, "table": table.name}
            yield Finding(_("Audit: step %(seq)s of %(table)s is not as it was told.", **facts))


def _taken(connection: Connection, table: Table, owner: str) -> dict[int, tuple[Any, ...]]:
    rows = connection.execute(select(table)).mappings()
    return {
        row["seq"]: (
            f"{owner} {row[owner]}",
            row["person"],
            row["state"],
            row["at"].isoformat(),
            row["text"],
        )
        for row in rows
    }


def _told(connection: Connection, table: Table, owner: str) -> dict[int, tuple[Any, ...]]:
    query = select(_A.object, _A.person, _A.detail).where(_A.object.startswith(f"{owner} "))
    found = [(row, json.loads(row.detail)) for row in connection.execute(query)]
    return {
        said[table.name]: (row.object, row.person, said["state"], said["at"], said["text"])
        for row, said in found
        if table.name in said
    }
