"""Which batches a reader may see, now or as of a time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, func, select

from cockpit.batch import BatchState
from cockpit.warehouse import schema

SEEN: tuple[BatchState, ...] = ("published", "withdrawn")
"""The steps by which readers see other figures than before."""


def batches(as_of: datetime | None = None, *, upto: int | None = None) -> Subquery:
    """The published batches: `batch`, `publication` (their order), `accepts`, `person`, `at`.

    `brought_by` staged the batch, `person` published it or accepted its doubtful figures since;
    `publication` and `at` are those of the first time it was published. Steps after `as_of`, or
    after the step `upto`, are left out.
    """
    step = schema.event.c
    # Doubtful figures accepted later stand where their batch always stood, not above later batches.
    first = {"publication": func.min(step.seq), "at": func.arg_min(step.at, step.seq)}
    shown = [f.filter(step.action == "published").label(name) for name, f in first.items()]
    last = {
        "action": step.action,
        "accepts": step.accepts_doubtful,
        "person": step.person,
    }
    now = [func.arg_max(column, step.seq).label(name) for name, column in last.items()]
    brought = func.arg_min(step.person, step.seq).label("brought_by")
    lives = select(step.batch, brought, *shown, *now)
    if as_of is not None:
        lives = lives.where(step.at <= as_of)
    if upto is not None:
        lives = lives.where(step.seq <= upto)
    ended = lives.group_by(step.batch).subquery()
    return select(ended).where(ended.c.action == "published").subquery()


def figures(published: Subquery, *columns: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """Every published figure, doubtful ones only where the publisher accepted them."""
    o = schema.observation.c
    return (
        select(*columns)
        .join_from(schema.observation, schema.series, schema.series.c.id == o.series)
        .join(published, published.c.batch == o.batch)
        .where(told(published))
    )


def told(published: Subquery) -> ColumnElement[bool]:
    """Not doubtful, or accepted by the publisher."""
    return ~schema.observation.c.needs_review | published.c.accepts


def empty(told: Any) -> ColumnElement[bool]:  # noqa: ANN401 - columns by name
    """Neither a figure nor the word that it is withheld."""
    return told.value.is_(None) & (told.status != "Q")


def precedence(published: Subquery) -> ColumnElement[int]:
    """1 for the figure that stands where several were published for one series and span.

    The later publication wins; a missing marker never replaces a figure, for an export cut short
    says nothing about what was printed before. One that withholds the figure does.
    """
    o = schema.observation.c
    return func.row_number().over(
        partition_by=[o.series, o.start, o.months],
        order_by=[empty(o), published.c.publication.desc(), o.id.desc()],
    )
