"""What is kept beside figures: rows that are only ever added, in changes that never cross."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, func, select

Change = Callable[[Callable[[Connection], Any]], Any]


class Register:
    """Some tables of a warehouse; `change` is how it is changed."""

    def __init__(self, engine: Engine, change: Change) -> None:
        self._engine = engine
        self._change = change


def next_number(connection: Connection, column: Any) -> int:  # noqa: ANN401 - an integer column
    """The number after the last: given out in the transaction that uses it, so without gaps."""
    return connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one() + 1
