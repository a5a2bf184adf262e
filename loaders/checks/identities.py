"""A01: the three sectors make up gross domestic product."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cockpit.catalog import Catalog
from cockpit.observation import Issue, Observation
from cockpit.reading import Reading
from loaders.checks.rules import raise_issue

_WHOLE = "gdp"
_PARTS = ("gdp_primary", "gdp_secondary", "gdp_tertiary")

Place = tuple[object, ...]


def check_identities(reading: Reading, catalog: Catalog) -> Iterator[Issue]:  # noqa: ARG001
    """One issue a sum that does not come out, rounding allowed for."""
    found: dict[Place, dict[str, Observation]] = {}
    for record in reading.observations:
        if _takes_part(record):
            found.setdefault(_place(record), {})[record.indicator or ""] = record
    for figures in found.values():
        if all(part in figures for part in (_WHOLE, *_PARTS)):
            yield from _checked(figures[_WHOLE], [figures[part] for part in _PARTS])


def _takes_part(record: Observation) -> bool:
    is_level = record.transformation == "level" and not record.unit.endswith("=100")
    named = record.indicator in (_WHOLE, *_PARTS) and not record.breakdown
    return named and is_level and record.value is not None


def _place(record: Observation) -> Place:
    area = record.area or record.ref_area
    return (area, record.freq, record.time_period, record.accumulation, record.unit)


def _checked(whole: Observation, parts: list[Observation]) -> Iterator[Issue]:
    """Tolerance of a sum of n parts printed with d decimals: (n + 1) × 0.5 × 10^-d."""
    total = sum((Decimal(str(part.value)) for part in parts), Decimal(0))
    step = max(_step(figure) for figure in (whole, *parts))
    if abs(total - Decimal(str(whole.value))) > (len(parts) + 1) * step / 2:
        at = (whole.sheet, whole.cell)
        where = {"area": whole.ref_area, "period": whole.time_period}
        yield raise_issue("A01", at, expected=whole.value, found=float(total), **where)


def _step(record: Observation) -> Decimal:
    exponent = Decimal(str(record.value)).normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0))
