"""What people did about alarms, walls and meetings, compared with what the audit trail tells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, select

from cockpit.i18n import gettext as _
from cockpit.warehouse import schema
from cockpit.warehouse.verify.finding import Finding

_A = schema.audit.c


class _Life(NamedTuple):
    """A table of steps: what they are about, the columns of its number and theirs, the rest."""

    table: Table
    noun: str
    owner: str
    number: str
    told: tuple[str, ...]


_STEP = ("state", "at", "text")
_LIVES = (
    _Life(schema.alarm_step, "alarm", "alarm", "seq", _STEP),
    _Life(schema.wall_step, "wall", "wall", "seq", _STEP),
    _Life(
        schema.meeting,
        "meeting",
        "id",
        "id",
        ("name", "as_of", "publication", "corrections", "release", "at"),
    ),
)


def findings(connection: Connection) -> Iterator[Finding]:
    """Steps that are not as they were told, or that only one of the two knows."""
    for life in _LIVES:
        taken, told = _taken(connection, life), _told(connection, life)
        unlike = (seq for seq in taken.keys() | told.keys() if taken.get(seq) != told.get(seq))
        for seq in sorted(unlike):
            facts = {"seq": seq, "table": life.table.name}
            yield Finding(_("Audit: step %(seq)s of %(table)s is not as it was told.", **facts))


def _taken(connection: Connection, life: _Life) -> dict[int, tuple[Any, ...]]:
    rows = connection.execute(select(life.table)).mappings()
    return {
        row[life.number]: (f"{life.noun} {row[life.owner]}", row["person"], *_facts(row, life))
        for row in rows
    }


def _told(connection: Connection, life: _Life) -> dict[int, tuple[Any, ...]]:
    query = select(_A.object, _A.person, _A.detail).where(_A.object.startswith(f"{life.noun} "))
    found = [(row, json.loads(row.detail)) for row in connection.execute(query)]
    return {
        said[life.table.name]: (row.object, row.person, *_facts(said, life))
        for row, said in found
        if life.table.name in said
    }


def _facts(said: Mapping[str, Any], life: _Life) -> tuple[Any, ...]:
    return tuple(_plain(said[name]) for name in life.told)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
