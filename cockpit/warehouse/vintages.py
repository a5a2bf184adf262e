"""Every publication of one series, in one query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func

from cockpit.catalog import Catalog
from cockpit.period import Period
from cockpit.series import SeriesKey
from cockpit.vintage import Publication, usual_reason
from cockpit.warehouse import rows, schema, visible

_S, _O, _B = schema.series.c, schema.observation.c, schema.batch.c


def publications(
    connection: Connection,
    key: SeriesKey,
    unit: str,
    catalog: Catalog,
    as_of: datetime | None = None,
) -> list[Publication]:
    """What stands published of a series, every vintage of it, oldest first; values in `unit`."""
    published = visible.batches(as_of)
    step, why = schema.event.c, schema.revision.c
    place = (_O.batch, _O.start, _O.months, _O.value, _O.unit, _O.sheet, _O.cell, _B.file_name)
    when = (published.c.publication, published.c.person, published.c.at, step.reason)
    query = (
        visible.figures(published, *place, *when, func.coalesce(why.reason, "").label("revision"))
        .join(schema.batch, _B.id == _O.batch)
        .join(schema.event, step.seq == published.c.publication)
        .outerjoin(schema.revision, why.event == step.seq)
        .where(*_is(key))
        .order_by(published.c.publication, _O.id)
    )
    return [_publication(row, unit, catalog) for row in connection.execute(query).mappings()]


def _is(key: SeriesKey) -> tuple[Any, ...]:
    named = ("indicator", "area", "freq", "accumulation", "transformation", "unit")
    same = (_S[name] == getattr(key, name) for name in named)
    return (*same, _S.breakdown == rows.write_breakdown(key.breakdown))


def _publication(row: Mapping[str, Any], unit: str, catalog: Catalog) -> Publication:
    value = row["value"]
    if value is not None and row["unit"] != unit:
        value = catalog.units.convert(value, row["unit"], unit)
    return Publication(
        period=Period(row["start"], row["months"]),
        value=value,
        batch=row["batch"],
        publication=row["publication"],
        at=row["at"],
        person=row["person"],
        reason=row["revision"] or usual_reason(row["file_name"]),
        remark=row["reason"],
        file_name=row["file_name"],
        sheet=row["sheet"],
        cell=row["cell"],
    )
