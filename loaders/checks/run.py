"""Every check of a file's records, in one order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cockpit.catalog import Catalog
from cockpit.observation import Issue
from cockpit.reading import Reading
from loaders.checks.duplicates import check_duplicates
from loaders.checks.histories import check_histories
from loaders.checks.identities import check_identities
from loaders.checks.ranges import check_ranges

Check = Callable[[Reading, Catalog], Iterator[Issue]]

CHECKS: tuple[Check, ...] = (check_duplicates, check_ranges, check_histories, check_identities)


def check(reading: Reading, catalog: Catalog) -> tuple[Issue, ...]:
    """The issues that the records of one file raise, seen together."""
    return tuple(issue for check_one in CHECKS for issue in check_one(reading, catalog))
