"""A lake put in order: small changes into files, files together, sorted; what nobody reads is gone.

Each measure is a transaction of its own, so that writers on other hosts hardly wait; where one of
them was quicker, the measure is begun again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import Connection, Engine, text

from cockpit.warehouse.changing import in_one
from cockpit.warehouse.lake import NAME, Lake
from cockpit.warehouse.statements import run

READING = timedelta(hours=1)
"""How long a read may still need files that have been replaced."""
WRITING = timedelta(days=1)
"""After how long a file that the catalogue does not name was left by a writer that is gone."""

_GONE = 0.1
"""Which part of a file's rows may be replaced ones before the file is written anew."""


def tidy(engine: Engine, lake: Lake) -> None:
    """Order and clean a lake; what stands and what stood is not changed."""
    in_one(engine, lambda connection: run(connection, "sort_files"), lake.folder, shared=True)
    for measure in (
        f"ducklake_flush_inlined_data('{NAME}')",
        f"ducklake_rewrite_data_files('{NAME}', delete_threshold => {_GONE})",
        f"ducklake_merge_adjacent_files('{NAME}')",
        f"ducklake_expire_snapshots('{NAME}', older_than => {_ago(READING)})",
        f"ducklake_cleanup_old_files('{NAME}', older_than => {_ago(READING)})",
        f"ducklake_delete_orphaned_files('{NAME}', older_than => {_ago(WRITING)})",
    ):
        in_one(engine, _called(measure), lake.folder, shared=True)


def _called(measure: str) -> Callable[[Connection], None]:
    return lambda connection: connection.execute(text(f"call {measure}")).close()


def _ago(span: timedelta) -> str:
    return f"now() - interval '{int(span.total_seconds())} seconds'"
