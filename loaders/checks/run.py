"""Every check of a file's records, in one order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cockpit.catalog import Catalog
from cockpit.observation import Issue
from cockpit.reading import Reading
from loaders.checks.areas import check_areas
from loaders.checks.confidentiality import check_confidentiality
from loaders.checks.contributions import check_contributions
from loaders.checks.cross import check_cross
from loaders.checks.cumulation import check_cumulation
from loaders.checks.duplicates import check_duplicates, check_units
from loaders.checks.figures import Figures
from loaders.checks.findings import Finding, Findings
from loaders.checks.growth import check_growth
from loaders.checks.histories import check_histories
from loaders.checks.identities import check_identities
from loaders.checks.names import check_file_name
from loaders.checks.parts import check_parts, check_ratios, check_shares
from loaders.checks.ranges import check_ranges
from loaders.checks.ranks import check_ranks
from loaders.checks.rates import check_rates

Check = Callable[[Figures], Iterator[Finding | Issue]]

CHECKS: tuple[Check, ...] = (
    check_file_name,
    check_duplicates,
    check_units,
    check_ranges,
    check_ranks,
    check_growth,
    check_rates,
    check_cumulation,
    check_histories,
    check_identities,
    check_parts,
    check_shares,
    check_ratios,
    check_contributions,
    check_areas,
    check_cross,
    check_confidentiality,
)


def check(reading: Reading, catalog: Catalog) -> Findings:
    """The issues that the records of one file raise, seen together; those without a period none."""
    figures = Figures(reading, catalog)
    found = [one for check_one in CHECKS for one in check_one(figures)]
    return Findings(found, figures.table)
