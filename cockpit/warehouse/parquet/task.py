"""A task for an engine: relations kept as Parquet, and the statements that are put to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cockpit.errors import CockpitError

if TYPE_CHECKING:
    import pyarrow as pa


class EngineFailed(CockpitError):
    """An engine is not there, cannot be reached, or gave the task up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Statements by the names of their files, and the Parquet files of each relation they read.

    Statements have no parameters: what a task is asked is a relation too, so that every engine is
    given the very same text. They add up decimals, whose sum knows no order, or work on doubles
    row by row, which every engine rounds alike: answers are identical by construction.
    """

    statements: tuple[str, ...]
    relations: Mapping[str, tuple[Path, ...]]


class Engine(Protocol):
    """Runs tasks; `folder` is room for what it writes on the way."""

    def run(self, task: Task, folder: Path) -> Mapping[str, pa.Table]:
        """The answer to each statement, in the statement's own order of rows."""
        ...


def statement(name: str) -> str:
    """The text in `sql/<name>.sql`."""
    place = files("cockpit.warehouse.parquet").joinpath("sql", f"{name}.sql")
    return place.read_text(encoding="utf-8")
