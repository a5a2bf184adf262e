"""Sheet memory as rows: answers only ever added, layouts told by what stands published."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from cockpit.errors import InputError
from cockpit.i18n import gettext as _
from cockpit.memory import Answer, Memory, Signature, Trait, timeless
from cockpit.memory.answer import may_concern
from cockpit.warehouse import audit, schema, visible

_A = schema.answer.c


class NotRemembered(InputError):
    """There is no such answer."""


def add(connection: Connection, answers: Sequence[Answer], person: str) -> None:
    """Write answers with who gave them and when."""
    first = connection.execute(select(func.coalesce(func.max(_A.id), 0))).scalar_one() + 1
    now = datetime.now(UTC).replace(tzinfo=None)
    for number, answer in enumerate(answers, start=first):
        said = {"subject": answer.subject, "printed": answer.printed}
        meaning = json.dumps(dict(answer.meaning), ensure_ascii=False)
        row = {"id": number, "family": answer.family, **said, "meaning": meaning}
        connection.execute(insert(schema.answer).values(**row, person=person, at=now))
        told = {"id": number, **said, "meaning": dict(answer.meaning)}
        audit.append(connection, person, "answer", f"family {answer.family}", told)


def standing(connection: Connection, family: str | None = None) -> list[Answer]:
    """The last answer about each text, oldest first, without those taken back."""
    query = select(schema.answer).order_by(_A.id)
    if family is not None:
        query = query.where(_A.family == family)
    last: dict[tuple[str, str, str], Answer] = {}
    for row in connection.execute(query).mappings():
        last[row["family"], row["subject"], row["printed"]] = _answer(row)
    return sorted((one for one in last.values() if one.meaning), key=lambda one: one.id)


def take_back(connection: Connection, answer: int, person: str) -> Answer:
    """Write an empty answer over a standing one."""
    found = next((one for one in standing(connection) if one.id == answer), None)
    if found is None:
        raise NotRemembered(_("No answer no. %(id)s is remembered.", id=answer))
    empty = Answer(family=found.family, subject=found.subject, printed=found.printed, meaning={})
    add(connection, [empty], person)
    return found


def memory(connection: Connection, file_name: str, bureau: str) -> Memory:
    """The answers and the last layouts of every family that a file of this name may belong to."""
    answers = [one for one in standing(connection) if may_concern(one.family, file_name, bureau)]
    latest = _latest(connection)
    layouts = {
        family: _signature(connection, batch)
        for family, batch in latest.items()
        if may_concern(family, file_name, bureau)
    }
    return Memory(answers, layouts, bureau)


def _latest(connection: Connection) -> dict[str, int]:
    """The batch that was published last of each family, and stands."""
    shown, kinds = visible.batches(None), schema.family.c
    query = select(kinds.family, func.arg_max(shown.c.batch, shown.c.publication).label("batch"))
    joined = query.join_from(schema.family, shown, shown.c.batch == kinds.batch)
    return {row.family: row.batch for row in connection.execute(joined.group_by(kinds.family))}


def _signature(connection: Connection, batch: int) -> Signature:
    """What `cockpit.memory.signature` says of the batch's records, asked of the database."""
    o, s = schema.observation.c, schema.series.c
    letters = func.regexp_extract(o.cell, "^[A-Z]+").label("letters")
    counted = (s.accumulation, s.transformation, o.unit)
    told = (o.sheet, letters, s.indicator, o.label, *counted, s.area, o.ref_area)
    query = (
        select(*told)
        .join_from(schema.observation, schema.series, s.id == o.series)
        .where(o.batch == batch)
        .group_by(*told)
        .order_by(func.min(o.id))
    )
    rows = [_trait(*row) for row in connection.execute(query)]
    return Signature(tuple(dict.fromkeys(rows)))


def _trait(sheet: str, letters: str, indicator: str, label: str, *counted: str) -> Trait:
    *counting, area, ref_area = counted
    return Trait(timeless(sheet), letters, indicator or label, *counting, area or ref_area)


def _answer(row: Any) -> Answer:  # noqa: ANN401 - a database row
    return Answer(**{**row, "meaning": json.loads(row["meaning"])})
