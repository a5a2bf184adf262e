"""A batch's figures beside those that stand, in two queries however many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import isclose
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from cockpit.catalog import Catalog
from cockpit.effect import Verdict
from cockpit.period import Period
from cockpit.series import SeriesKey
from cockpit.warehouse import rows, schema, visible
from cockpit.warehouse.choice import Figure

_S, _O = schema.series.c, schema.observation.c
_KEY = (_S.indicator, _S.area, _S.freq, _S.accumulation, _S.transformation, _S.unit, _S.breakdown)


class Weighed(NamedTuple):
    """A figure brought, and the value that stands in its place now, in the same unit."""

    figure: Figure
    verdict: Verdict
    before: float | None
    doubtful: bool
    cell: str


def weigh(connection: Connection, batch: int, catalog: Catalog) -> list[Weighed]:
    """Judge every figure of a batch; of several cells for one figure, the one that would stand."""
    mine, stands = _mine(batch), _standing_beside(batch)
    same = [mine.c[name] == stands.c[name] for name in ("series", "start", "months")]
    beside = stands.c.value.label("before"), stands.c.unit.label("before_unit")
    held = stands.c.series.is_not(None).label("held")
    query = (
        select(mine, *beside, held)
        .outerjoin(stands, same[0] & same[1] & same[2] & (stands.c.place == 1))
        .where(mine.c.place == 1)
        .order_by(mine.c.id)
    )
    return [_weighed(row, catalog) for row in connection.execute(query).mappings()]


def standing(
    connection: Connection,
    indicators: Collection[str],
    areas: Collection[str],
    first: int,
    last: int,
) -> list[Figure]:
    """What stands of these indicators and areas in spans that end within these months."""
    published = visible.batches(None)
    columns = (*_KEY, _O.id, _O.start, _O.months, _O.value, _O.unit.label("printed"), _O.status)
    end = _O.start + _O.months - 1
    ranked = (
        visible.figures(published, *columns, visible.precedence(published).label("place"))
        .where(_S.indicator.in_(indicators), _S.area.in_(areas), end.between(first, last))
        .subquery()
    )
    query = select(ranked).where(ranked.c.place == 1).order_by(ranked.c.start, ranked.c.months)
    return [_figure(row) for row in connection.execute(query).mappings()]


def _mine(batch: int) -> Any:  # noqa: ANN401 - SQLAlchemy's own generics
    place = func.row_number().over(
        partition_by=[_O.series, _O.start, _O.months], order_by=[_O.value.is_(None), _O.id.desc()]
    )
    read = (_O.id, _O.series, _O.start, _O.months, _O.value, _O.unit.label("printed"), _O.status)
    said = (_O.needs_review, _O.sheet, _O.cell)
    query = select(*_KEY, *read, *said, place.label("place"))
    return (
        query.join_from(schema.observation, schema.series, _S.id == _O.series)
        .where(_O.batch == batch)
        .subquery()
    )


def _standing_beside(batch: int) -> Any:  # noqa: ANN401
    published = visible.batches(None)
    touched = schema.observation.alias("touched").c
    series = select(touched.series).where(touched.batch == batch).distinct()
    columns = (_O.series, _O.start, _O.months, _O.value, _O.unit)
    place = visible.precedence(published).label("place")
    return visible.figures(published, *columns, place).where(_O.series.in_(series)).subquery()


def _weighed(row: Mapping[str, Any], catalog: Catalog) -> Weighed:
    figure, before = _figure(row), row["before"]
    if before is not None and row["before_unit"] != figure.unit:
        before = catalog.units.convert(before, row["before_unit"], figure.unit)
    cell = "!".join(part for part in (row["sheet"], row["cell"]) if part)
    verdict = _verdict(figure, before, held=row["held"])
    return Weighed(figure, verdict, before, row["needs_review"], cell)


def _verdict(figure: Figure, before: float | None, *, held: bool) -> Verdict:
    if not (figure.key.indicator and figure.key.area):
        return "unknown"
    if figure.value is None:
        return "empty"
    if before is None:
        return "filled" if held else "new"
    return "same" if isclose(figure.value, before, rel_tol=1e-9) else "changed"


def _figure(row: Mapping[str, Any]) -> Figure:
    key = SeriesKey(
        indicator=row["indicator"],
        area=row["area"],
        freq=row["freq"],
        accumulation=row["accumulation"],
        transformation=row["transformation"],
        unit=row["unit"],
        breakdown=rows.read_breakdown(row["breakdown"]),
    )
    period = Period(row["start"], row["months"])
    return Figure(key, row["id"], period, row["value"], row["printed"], row["status"])


def supposed(figures: Iterable[Figure], brought: Iterable[Weighed]) -> list[Figure]:
    """What would stand: the figures that stand, with those brought in their places."""
    stands = {(figure.key, figure.period): figure for figure in figures}
    stands |= {(one.figure.key, one.figure.period): one.figure for one in brought}
    return sorted(stands.values(), key=lambda figure: figure.period)
