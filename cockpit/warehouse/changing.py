"""One change, one transaction: done whole, or begun again where somebody else was quicker."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError

from cockpit.warehouse.audit import Overtaken
from cockpit.warehouse.room import room_on
from cockpit.warehouse.statements import statement

TRIES = 40
_SHORTEST, _LONGEST = 0.005, 0.25
"""Seconds to wait before beginning again, doubled each time."""

# DuckDB, where it cannot write its log into the file after a commit: the change stands, and the
# database has to be opened again.
_LANDED = "COMMIT succeeded and is durable"

T = TypeVar("T")


def in_one(
    engine: Engine,
    work: Callable[[Connection], T],
    place: Path | str | None,
    *,
    shared: bool = False,
) -> T:
    """Do the work in one transaction; every change moves the audit trail's tip, so two never cross.

    Whatever the work reads it reads again on the next try, so that it refuses what no longer fits.
    Where the database is `shared`, processes take turns, so that a long change is not overtaken
    for ever by short ones. Raises OutOfRoom where the disk of `place` is full.
    """
    with room_on(place), _turn(engine) if shared else nullcontext():
        return _tried(engine, work)


@contextmanager
def _turn(engine: Engine) -> Generator[None]:
    """Wait for who is changing the database; go on in spite of one who takes too long."""
    with engine.connect() as connection:
        try:
            connection.execute(statement("take_turn"))
        except DBAPIError as error:
            if "lock timeout" not in str(error):
                raise
        yield


def _tried(engine: Engine, work: Callable[[Connection], T]) -> T:
    for again in range(TRIES - 1):
        try:
            return _once(engine, work)
        except Overtaken:
            _wait(again)
        except OperationalError as error:
            if "conflict" not in str(error.orig).lower():
                raise
            _wait(again)
    return _once(engine, work)


def _once(engine: Engine, work: Callable[[Connection], T]) -> T:
    done: list[T] = []
    try:
        with engine.begin() as connection:
            done.append(work(connection))
    except DBAPIError as error:
        if _LANDED not in str(error):
            raise
        engine.dispose()
    return done[0]


def _wait(again: int) -> None:
    longest = min(_LONGEST, _SHORTEST * 2**again)
    time.sleep(random.uniform(0, longest))  # noqa: S311 - so that two do not meet again
