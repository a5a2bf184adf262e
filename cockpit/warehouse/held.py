"""What stood at a step: figures and the heads of series, asked for in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Any, TypeAlias

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    Select,
    String,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    tuple_,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.types import TypeEngine

from cockpit.period import Period
from cockpit.series import Selection, SeriesKey
from cockpit.warehouse import batches, rows, schema
from cockpit.warehouse.choice import Figure, Head
from cockpit.warehouse.names import Names, Pair

_F, _M, _P = schema.figure.c, schema.measure.c, schema.place.c
_Query: TypeAlias = Select[*tuple[Any, ...]]
_Columns: TypeAlias = ReadOnlyColumnCollection[str, Any]
_HEAD = ("measure", "place", "observation", "start", "months", "value", "unit", "status", "points")


def figures(
    connection: Connection,
    names: Names,
    step: int,
    selection: Selection,
    areas: Sequence[str],
    spans: Sequence[Period] = (),
    withheld: Set[int] = frozenset(),
) -> list[Figure]:
    """Every figure that may answer, in rising order of periods; of some spans where given."""
    columns = [_F[name] for name in _HEAD[:-1]]
    query = _meant(select(*columns).where(stood(step, withheld)), _F, [selection], areas)
    if spans:
        query = query.where(or_(*(and_(_F.start == p.start, _F.months == p.months) for p in spans)))
    found = connection.execute(query.order_by(_F.start, _F.months)).all()
    keys = names.keys(connection, ((row[0], row[1]) for row in found))
    return [Figure(keys[m, p], o, Period(s, n), *told) for m, p, o, s, n, *told in found]


def heads(
    connection: Connection,
    names: Names,
    step: int,
    selections: Sequence[Selection],
    areas: Sequence[str],
    withheld: Set[int] = frozenset(),
) -> list[Head]:
    """The head of every series that may answer, from the small table where it is of this step."""
    present = step == int(batches.version(connection))
    table = schema.latest.c if present else _heads_at(step, withheld)
    query = _meant(select(*(table[name] for name in _HEAD)), table, selections, areas)
    found: Sequence[Row[Any]] = connection.execute(query).all()
    if present and any(row.observation in withheld for row in found):
        found = _without(connection, step, found, withheld)
    keys = names.keys(connection, ((row.measure, row.place) for row in found))
    return [_head(keys[row.measure, row.place], row) for row in found]


def series(
    connection: Connection,
    step: int,
    indicator: str,
    area: str | None = None,
    withheld: Set[int] = frozenset(),
) -> list[Pair]:
    """Every series of an indicator of which anything stood."""
    query = select(_F.measure, _F.place).where(
        stood(step, withheld), _M.id == _F.measure, _M.indicator == indicator
    )
    if area is not None:
        query = query.where(_P.id == _F.place, _P.area == area)
    return [(row.measure, row.place) for row in connection.execute(query.distinct())]


def indicators(connection: Connection, step: int, withheld: Set[int] = frozenset()) -> list[str]:
    """Every indicator of which anything stood."""
    met = select(_F.measure).where(stood(step, withheld)).distinct()
    query = select(_M.indicator).where(_M.id.in_(met)).distinct()
    return list(connection.execute(query).scalars())


def stood(step: int, withheld: Set[int] = frozenset()) -> ColumnElement[bool]:
    """Figures that stood once a step was counted, less those of the observations withheld."""
    told = and_(_F.since <= step, _F.until > step)
    if not withheld:
        return told
    return told & _F.observation.not_in(_each(sorted(withheld), BigInteger()))


def _each(values: Sequence[object], kind: TypeEngine[Any]) -> _Query:
    """The values as rows, handed over as one."""
    return select(func.unnest(literal(list(values), ARRAY(kind))))


def _without(
    connection: Connection, step: int, found: Sequence[Row[Any]], withheld: Set[int]
) -> Sequence[Row[Any]]:
    """The heads with those that are withheld replaced by what stood before them, if anything."""
    gone = [(row.measure, row.place) for row in found if row.observation in withheld]
    table = _heads_at(step, withheld)
    query = select(*(table[name] for name in _HEAD)).where(
        tuple_(table.measure, table.place).in_(gone)
    )
    kept = [row for row in found if row.observation not in withheld]
    return [*kept, *connection.execute(query)]


def _heads_at(step: int, withheld: Set[int] = frozenset()) -> _Columns:
    """What `latest` said after an earlier step (sql/add_latest.sql)."""
    moment = case((_F.value.is_not(None), _F.start * 1000 + _F.months))
    told = [func.arg_max(_F[name], moment).label(name) for name in _HEAD[2:-1]]
    query = select(_F.measure, _F.place, *told, func.count().label("points"))
    query = query.where(stood(step, withheld))
    return query.group_by(_F.measure, _F.place).subquery().c


def _meant(
    query: _Query, table: _Columns, selections: Iterable[Selection], areas: Sequence[str]
) -> _Query:
    wanted = _each(areas, String())
    asked = {(s.indicator, s.transformation, rows.write_breakdown(s.breakdown)) for s in selections}
    return query.where(
        _M.id == table.measure,
        _P.id == table.place,
        tuple_(_M.indicator, _M.transformation, _M.breakdown).in_(sorted(asked)),
        _P.area.in_(wanted),
    )


def _head(key: SeriesKey, row: Row[Any]) -> Head:
    if row.start is None:
        return Head(key, None, row.points)
    period = Period(row.start, row.months)
    return Head(
        key, Figure(key, row.observation, period, row.value, row.unit, row.status), row.points
    )
