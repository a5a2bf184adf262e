"""Spark, in an environment and a process of its own: the product never imports it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cockpit.i18n import gettext as _
from cockpit.warehouse.parquet.task import EngineFailed, Task, statement

if TYPE_CHECKING:
    import pyarrow as pa

_PROGRAM = Path(__file__).with_name("program.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """A cluster by its master, or this machine's cores (`local[*]`).

    `python` is the interpreter of the environment that has pyspark. The folder a task is given,
    like the files it reads, must be where every worker finds it under the same name.
    """

    python: Path
    master: str = "local[*]"

    def run(self, task: Task, folder: Path) -> Mapping[str, pa.Table]:
        """The answer to each statement; raises EngineFailed with Spark's last words."""
        if not self.python.exists():
            raise EngineFailed(
                _("There is no Spark at %(place)s; install it: make spark", place=self.python)
            )
        order = folder / "order.json"
        order.write_text(json.dumps(self._order(task, folder)), encoding="utf-8")
        command = [str(self.python), str(_PROGRAM), str(order)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise EngineFailed(_("Spark has failed: %(reason)s", reason=_last_words(done.stderr)))
        return {name: _answer(folder / name) for name in task.statements}

    def _order(self, task: Task, folder: Path) -> dict[str, object]:
        return {
            "master": self.master,
            "relations": {
                name: [str(file.resolve()) for file in files]
                for name, files in task.relations.items()
            },
            "statements": {name: statement(name) for name in task.statements},
            "folder": str(folder.resolve()),
        }


def _answer(folder: Path) -> pa.Table:
    """Spark writes one file a partition, numbered in the order of the rows."""
    import pyarrow as pa
    from pyarrow import parquet

    return pa.concat_tables(parquet.read_table(part) for part in sorted(folder.glob("*.parquet")))


def _last_words(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line for line in lines if "Exception" in line or "Error" in line]
    return (errors or lines or [""])[-1]
