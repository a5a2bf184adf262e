"""What stands in each span, kept beside the figures in the transaction of every step.

`figure` and `latest` say nothing that observations and events do not say; they say it sorted.
"""

from __future__ import annotations

from sqlalchemy import Connection, and_, column, delete, insert, select, table

from cockpit.warehouse import schema, visible
from cockpit.warehouse.statements import run, statement

_SPAN = ("measure", "place", "start", "months")
_TOUCHED = table("touched", *map(column, (*_SPAN, "series")))
_STANDING = table("standing", *map(column, (*_SPAN, "observation", "value", "unit", "status")))


def settle(connection: Connection, batch: int, seq: int) -> bool:
    """Let what stands follow the step `seq`, by which a batch was published or withdrawn.

    Tells whether figures that stood stand no longer.
    """
    run(connection, "make_scratch")
    _touch(connection, batch)
    _stand(connection, seq)
    run(connection, "find_around", ever=schema.EVER)
    replaced = connection.execute(statement("count_replaced")).scalar_one() > 0
    if replaced:
        run(connection, "close_figures", seq=seq, ever=schema.EVER)
    run(connection, "open_figures", seq=seq, ever=schema.EVER)
    run(connection, "drop_latest", "add_latest", "drop_scratch", ever=schema.EVER)
    return replaced


def rebuild(connection: Connection) -> None:
    """Tell what stood and stands anew, step by step, from observations and events alone."""
    for told in (schema.figure, schema.latest):
        connection.execute(delete(told))
    step = schema.event.c
    steps = select(step.batch, step.seq).where(step.action.in_(visible.SEEN)).order_by(step.seq)
    for batch, seq in connection.execute(steps).all():
        settle(connection, batch, seq)


def compact(connection: Connection) -> None:
    """Sort what stood and stands, so that a series is read from one place of the file."""
    run(connection, "compact_figures", "compact_latest")


def _touch(connection: Connection, batch: int) -> None:
    o, s = schema.observation.c, schema.series.c
    spans = (
        select(s.measure, s.place, o.start, o.months, o.series)
        .join_from(schema.observation, schema.series, s.id == o.series)
        .where(o.batch == batch)
        .distinct()
    )
    connection.execute(insert(_TOUCHED).from_select(_TOUCHED.c.keys(), spans))


def _stand(connection: Connection, seq: int) -> None:
    """The figure that stands in each touched span once the step is counted."""
    o, t = schema.observation.c, _TOUCHED.c
    published = visible.batches(upto=seq)
    columns = (t.measure, t.place, o.start, o.months, o.id, o.value, o.unit, o.status)
    span = (t.series == o.series, t.start == o.start, t.months == o.months)
    ranked = (
        select(*columns, visible.precedence(published).label("rank"))
        .join_from(schema.observation, _TOUCHED, and_(*span))
        .join(published, published.c.batch == o.batch)
        .where(visible.told(published))
        .subquery()
    )
    first = select(*list(ranked.c)[:-1]).where(ranked.c.rank == 1)
    connection.execute(insert(_STANDING).from_select(_STANDING.c.keys(), first))
