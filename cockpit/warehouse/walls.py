"""Walls as rows: of a token only the hash, made and revoked as steps that are only ever added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from cockpit.i18n import gettext as _
from cockpit.wall import Wall, WallRefused, WallState, WallStep
from cockpit.warehouse import audit, schema
from cockpit.warehouse.register import Register, next_number

_ACTIONS = {"made": "make", "revoked": "revoke"}


class WallRows(Register):
    """The walls of a warehouse."""

    def listed(self) -> list[Wall]:
        """Every wall, newest first."""
        with self._engine.connect() as connection:
            return [wall for wall, _kept in _listed(connection)]

    def found(self, wall: int) -> tuple[Wall, str] | None:
        """A wall and what is kept of its secret."""
        with self._engine.connect() as connection:
            return next(iter(_listed(connection, wall)), None)

    def make(
        self,
        name: str,
        scenes: Sequence[str],
        areas: Sequence[str],
        expires: datetime,
        kept: str,
        person: str,
        visitor: bool = False,
    ) -> Wall:
        """Write a wall; the audit trail is told everything but the secret's hash."""

        def add(connection: Connection) -> Wall:
            number = next_number(connection, schema.wall.c.id)
            row = {"name": name, "scenes": " ".join(scenes), "areas": " ".join(areas)}
            values = {"id": number, **row, "expires": expires, "secret": kept}
            connection.execute(insert(schema.wall).values(**values, visitor=visitor))
            told = {"expires": expires.isoformat(), "visitor": visitor, **row}
            _record(connection, number, "made", person, "", **told)
            return _one(connection, number)

        return self._change(add)

    def revoke(self, wall: int, person: str, reason: str) -> Wall:
        """Take a token back; raises WallRefused where that was done, or there is none."""

        def take_back(connection: Connection) -> Wall:
            if _one(connection, wall).state == "revoked":
                raise WallRefused(_("The token of wall %(id)s was revoked before.", id=wall))
            _record(connection, wall, "revoked", person, reason)
            return _one(connection, wall)

        return self._change(take_back)

    def note_opened(self, wall: Wall, address: str) -> None:
        """Write that a wall was opened, and from where."""
        told = {"address": address, "name": wall.name}
        self._change(lambda c: audit.append(c, "", "open", f"wall {wall.id}", told))


def _record(
    connection: Connection, wall: int, state: WallState, person: str, text: str, **facts: object
) -> None:
    seq = next_number(connection, schema.wall_step.c.seq)
    at = datetime.now(UTC).replace(tzinfo=None)
    row = {"seq": seq, "wall": wall, "state": state, "person": person, "at": at, "text": text}
    connection.execute(insert(schema.wall_step).values(**row))
    told = {"wall_step": seq, "state": state, "at": at.isoformat(), "text": text, **facts}
    audit.append(connection, person, _ACTIONS[state], f"wall {wall}", told)


def _one(connection: Connection, wall: int) -> Wall:
    found = _listed(connection, wall)
    if not found:
        raise WallRefused(_("There is no wall %(id)s.", id=wall))
    return found[0][0]


def _listed(connection: Connection, only: int | None = None) -> list[tuple[Wall, str]]:
    wall, step = schema.wall.c, schema.wall_step.c
    # Asked for by every wall at every pulse, so in one query.
    query = (
        select(schema.wall, step.seq, step.state, step.person, step.at, step.text)
        .join(schema.wall_step, step.wall == wall.id)
        .order_by(wall.id.desc(), step.seq)
    )
    if only is not None:
        query = query.where(wall.id == only)
    rows = connection.execute(query).mappings().all()
    lives: dict[int, list[WallStep]] = defaultdict(list)
    for row in rows:
        told = {name: row[name] for name in ("seq", "state", "person", "at", "text")}
        lives[row["id"]].append(WallStep(**told))
    first = {row["id"]: row for row in reversed(rows)}
    return [
        (_wall(first[number], steps), first[number]["secret"]) for number, steps in lives.items()
    ]


def _wall(row: Any, steps: Sequence[WallStep]) -> Wall:  # noqa: ANN401 - a database row
    return Wall(
        id=row["id"],
        name=row["name"],
        scenes=tuple(row["scenes"].split()),
        areas=tuple(row["areas"].split()),
        expires=row["expires"],
        steps=tuple(steps),
        visitor=bool(row["visitor"]),
    )
