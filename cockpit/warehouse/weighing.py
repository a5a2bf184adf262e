"""A batch's figures beside those that stand, in two queries however many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import isclose
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, select

from cockpit.catalog import Catalog
from cockpit.effect import Verdict
from cockpit.period import Period
from cockpit.series import SeriesKey
from cockpit.warehouse import schema, visible
from cockpit.warehouse.choice import Figure
from cockpit.warehouse.held import stood
from cockpit.warehouse.names import Names
from cockpit.warehouse.overlay import Overlay

_S, _O, _F = schema.series.c, schema.observation.c, schema.figure.c
_M, _P = schema.measure.c, schema.place.c
_SAME = ("measure", "place", "start", "months")


class Weighed(NamedTuple):
    """A figure brought, and the value seen in its place now, in the same unit.

    Both are as readers see them, with known errors of publishers corrected.
    """

    figure: Figure
    verdict: Verdict
    before: float | None
    doubtful: bool
    cell: str


def weigh(
    connection: Connection,
    names: Names,
    step: int,
    batch: int,
    catalog: Catalog,
    overlay: Overlay,
) -> list[Weighed]:
    """Judge every figure of a batch by what stands once a step is counted.

    Of several cells for one figure the one that would stand is judged, of the certain and of the
    doubtful ones each.
    """
    mine = _mine(batch)
    brought = connection.execute(select(mine).where(mine.c.nth == 1).order_by(mine.c.id)).all()
    same = and_(*(mine.c[name] == _F[name] for name in _SAME))
    told = (_F.observation, _F.value, _F.unit, _F.status)
    beside = select(*(_F[name] for name in _SAME), *told).join(mine, same)
    rows = connection.execute(beside.where(mine.c.nth == 1, stood(step)))
    held = {_span(row): row for row in rows}
    keys = names.keys(connection, {(row.measure, row.place) for row in brought})
    return [
        _weighed(row, keys[row.measure, row.place], held.get(_span(row)), catalog, overlay)
        for row in brought
    ]


def standing(
    connection: Connection,
    names: Names,
    step: int,
    overlay: Overlay,
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
    figures = [Figure(keys[m, p], o, Period(s, n), *rest) for m, p, o, s, n, *rest in found]
    return overlay.applied(figures)


def supposed(figures: Iterable[Figure], brought: Iterable[Weighed]) -> list[Figure]:
    """What would stand: the figures that stand, with those brought in their places."""
    stands = {(figure.key, figure.period): figure for figure in figures}
    stands |= {(one.figure.key, one.figure.period): one.figure for one in brought}
    return sorted(stands.values(), key=lambda figure: figure.period)


def _mine(batch: int) -> Any:  # noqa: ANN401 - SQLAlchemy's own generics
    """What was read of a batch; `nth` is 1 for the cell that counts among those of one figure."""
    nth = func.row_number().over(
        partition_by=[_O.series, _O.start, _O.months, _O.needs_review],
        order_by=[visible.empty(_O), _O.id.desc()],
    )
    read = (_O.id, _O.start, _O.months, _O.value, _O.unit, _O.status)
    said = (_O.needs_review, _O.sheet, _O.cell)
    query = select(_S.measure, _S.place, *read, *said, nth.label("nth"))
    joined = query.join_from(schema.observation, schema.series, _S.id == _O.series)
    return joined.where(_O.batch == batch).subquery()


def _span(row: Any) -> tuple[int, ...]:  # noqa: ANN401 - a database row
    return tuple(getattr(row, name) for name in _SAME)


def _weighed(
    row: Any,  # noqa: ANN401 - a database row
    key: SeriesKey,
    held: Any,  # noqa: ANN401 - a database row, or None
    catalog: Catalog,
    overlay: Overlay,
) -> Weighed:
    figure = _figure(key, row.id, row, overlay)
    beside = _figure(key, held.observation, held, overlay) if held else None
    before = beside.value if beside else None
    if beside and before is not None and beside.unit != figure.unit:
        before = catalog.units.convert(before, beside.unit, figure.unit)
    empty = row.value is None and row.status != "Q"
    verdict = "empty" if empty else _verdict(figure, before, beside)
    cell = "!".join(part for part in (row.sheet, row.cell) if part)
    return Weighed(figure, verdict if _known(key) else "unknown", before, row.needs_review, cell)


def _figure(key: SeriesKey, number: int, row: Any, overlay: Overlay) -> Figure:  # noqa: ANN401
    period = Period(row.start, row.months)
    (seen,) = overlay.applied([Figure(key, number, period, row.value, row.unit, row.status)])
    return seen


def _known(key: SeriesKey) -> bool:
    return bool(key.indicator and key.area)


def _verdict(figure: Figure, before: float | None, beside: Figure | None) -> Verdict:
    if beside and figure.value is None and beside.status == figure.status:
        return "same"
    if figure.value is None or before is None:
        return "changed" if before is not None else "filled" if beside else "new"
    return "same" if isclose(figure.value, before, rel_tol=1e-9) else "changed"
