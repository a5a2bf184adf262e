"""Every check of a file's records."""

from __future__ import annotations

from cockpit.catalog import Catalog
from cockpit.observation import Issue
from cockpit.reading import Reading


def check(reading: Reading, catalog: Catalog) -> tuple[Issue, ...]:
    """Nothing yet."""
    return ()
