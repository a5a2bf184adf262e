"""A batch's figures beside those that stand, in two queries however many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import isclose
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, select

from cockpit.catalog import Catalog
from cockpit.effect import Verdict
from cockpit.period import Period
from cockpit.warehouse import schema
from cockpit.warehouse.choice import Figure
from cockpit.warehouse.held import stood
from cockpit.warehouse.names import Names

_S, _O, _F = schema.series.c, schema.observation.c, schema.figure.c
_M, _P = schema.measure.c, schema.place.c
_SAME = ("measure", "place", "start", "months")


class Weighed(NamedTuple):
    """A figure brought, and the value that stands in its place now, in the same unit."""

    figure: Figure
    verdict: Verdict
    before: float | None
    doubtful: bool
    cell: str


def weigh(
    connection: Connection, names: Names, step: int, batch: int, catalog: Catalog
) -> list[Weighed]:
    """Judge every figure of a batch by what stands once a step is counted.

    Of several cells for one figure, the one that would stand is judged.
    """
    mine = _mine(batch)
    brought = connection.execute(select(mine).where(mine.c.nth == 1).order_by(mine.c.id)).all()
    same = and_(*(mine.c[name] == _F[name] for name in _SAME))
    beside = select(*(_F[name] for name in _SAME), _F.value, _F.unit).join(mine, same)
    rows = connection.execute(beside.where(mine.c.nth == 1, stood(step)))
    held = {tuple(row[:4]): (row.value, row.unit) for row in rows}
    keys = names.keys(connection, {(row.measure, row.place) for row in brought})
    return [
        _weighed(
            Figure(
                keys[row.measure, row.place],
                row.id,
                Period(row.start, row.months),
                row.value,
                row.unit,
                row.status,
            ),
            row,
            held.get((row.measure, row.place, row.start, row.months)),
            catalog,
        )
        for row in brought
    ]


def standing(
    connection: Connection,
    names: Names,
    step: int,
    indicators: Collection[str],
    areas: Collection[str],
    first: int,
    last: int,
) -> list[Figure]:
    """What stands of these indicators and areas in spans that end within these months."""
    told = (_F.measure, _F.place, _F.observation, _F.start, _F.months, _F.value, _F.unit, _F.status)
    query = (
        select(*told)
        .join(schema.measure, _M.id == _F.measure)
        .join(schema.place, _P.id == _F.place)
        .where(stood(step), _M.indicator.in_(indicators), _P.area.in_(areas))
        .where((_F.start + _F.months - 1).between(first, last))
        .order_by(_F.start, _F.months)
    )
    found = connection.execute(query).all()
    keys = names.keys(connection, {(row[0], row[1]) for row in found})
    return [Figure(keys[m, p], o, Period(s, n), *rest) for m, p, o, s, n, *rest in found]


def supposed(figures: Iterable[Figure], brought: Iterable[Weighed]) -> list[Figure]:
    """What would stand: the figures that stand, with those brought in their places."""
    stands = {(figure.key, figure.period): figure for figure in figures}
    stands |= {(one.figure.key, one.figure.period): one.figure for one in brought}
    return sorted(stands.values(), key=lambda figure: figure.period)


def _mine(batch: int) -> Any:  # noqa: ANN401 - SQLAlchemy's own generics
    """What was read of a batch; `nth` is 1 for the cell that counts among those of one figure."""
    nth = func.row_number().over(
        partition_by=[_O.series, _O.start, _O.months], order_by=[_O.value.is_(None), _O.id.desc()]
    )
    read = (_O.id, _O.start, _O.months, _O.value, _O.unit, _O.status)
    said = (_O.needs_review, _O.sheet, _O.cell)
    query = select(_S.measure, _S.place, *read, *said, nth.label("nth"))
    joined = query.join_from(schema.observation, schema.series, _S.id == _O.series)
    return joined.where(_O.batch == batch).subquery()


def _weighed(
    figure: Figure,
    row: Any,  # noqa: ANN401 - a database row
    held: tuple[float | None, str] | None,
    catalog: Catalog,
) -> Weighed:
    before, unit = held or (None, figure.unit)
    if before is not None and unit != figure.unit:
        before = catalog.units.convert(before, unit, figure.unit)
    cell = "!".join(part for part in (row.sheet, row.cell) if part)
    verdict = _verdict(figure, before, held=held is not None)
    return Weighed(figure, verdict, before, row.needs_review, cell)


def _verdict(figure: Figure, before: float | None, *, held: bool) -> Verdict:
    if not (figure.key.indicator and figure.key.area):
        return "unknown"
    if figure.value is None:
        return "empty"
    if before is None:
        return "filled" if held else "new"
    return "same" if isclose(figure.value, before, rel_tol=1e-9) else "changed"
