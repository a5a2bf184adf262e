"""One change, one transaction: done whole, or begun again where somebody else was quicker."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from cockpit.warehouse.audit import Overtaken
from cockpit.warehouse.room import room_on

TRIES = 40
_SHORTEST, _LONGEST = 0.005, 0.25
"""Seconds to wait before beginning again, doubled each time."""

T = TypeVar("T")


def in_one(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Do the work in one transaction; every change moves the audit trail's tip, so two never cross.

    Whatever the work reads it reads again on the next try, so that it refuses what no longer fits.
    Raises OutOfRoom where the disk is full.
    """
    with room_on(engine.url.database):
        return _tried(engine, work)


def _tried(engine: Engine, work: Callable[[Connection], T]) -> T:
    for again in range(TRIES - 1):
        try:
            with engine.begin() as connection:
                return work(connection)
        except Overtaken:
            _wait(again)
        except OperationalError as error:
            if "conflict" not in str(error.orig).lower():
                raise
            _wait(again)
    with engine.begin() as connection:
        return work(connection)


def _wait(again: int) -> None:
    longest = min(_LONGEST, _SHORTEST * 2**again)
    time.sleep(random.uniform(0, longest))  # noqa: S311 - so that two do not meet again
