"""A first warehouse from the sample workbooks, through the same door as any upload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cockpit.cockpit import Cockpit
from cockpit.settings import DATA

_CONTAINERS = {".csv", ".xls", ".xlsx", ".html"}


def sample_files() -> list[Path]:
    """The shipped workbooks in the order they were published; invented cases are not among them."""
    return sorted(p for p in (DATA / "samples").iterdir() if p.suffix in _CONTAINERS)


def fill(cockpit: Cockpit) -> Iterator[tuple[str, int]]:
    """Publish every sample that does not stand published yet; yields file name and figures."""
    standing = {b.file_name for b in cockpit.warehouse.batches() if b.state == "published"}
    for path in sample_files():
        if path.name not in standing:
            staged = cockpit.bring(path.read_bytes(), path.name, "demo")
            batch = cockpit.warehouse.publish(staged.batch.id, "demo")
            yield batch.file_name, batch.observations
