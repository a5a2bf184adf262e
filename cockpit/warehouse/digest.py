"""One number for all that a batch brought, so that an edit behind the warehouse's back shows."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, String, cast, func, select

from cockpit.warehouse import schema

_O, _S = schema.observation.c, schema.series.c
# Named one by one: a column that a later release adds must not change what was said before.
_BROUGHT = (
    "id batch start months value unit status sheet cell raw label parents ref_area "
    "needs_review reasons"
)
# Series are numbered as they come; what names one does not change.
_NAMING = "indicator label area ref_area freq accumulation transformation unit breakdown"
NAMING = tuple(_S[name] for name in _NAMING.split())
_SAID = (*(_O[name] for name in _BROUGHT.split()), *NAMING)
_SEPARATOR = "\x1f"


def digests(connection: Connection, batch: int | None = None) -> Mapping[int, str]:
    """The digest of each batch that brought figures, or of one: MD5 row by row, in any order."""
    row = func.md5_number(func.concat_ws(_SEPARATOR, *map(_text, _SAID)))
    query = (
        select(_O.batch, cast(func.bit_xor(row), String))
        .join_from(schema.observation, schema.series, _S.id == _O.series)
        .group_by(_O.batch)
    )
    if batch is not None:
        query = query.where(_O.batch == batch)
    return {row[0]: str(row[1]) for row in connection.execute(query)}


def _text(column: ColumnElement[object]) -> ColumnElement[str]:
    return func.coalesce(cast(column, String), "∅")
