"""What adds up to what: areas by the catalogue and the digits of towns, industries by GB/T 4754."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from cockpit.aggregation.cell import REST
from cockpit.aggregation.protection import Above
from cockpit.catalog import Catalog
from cockpit.catalog.codes import Industry

COUNTY, TOWN = 6, 9
"""Digits of their codes."""
SECTION, DIVISION = 1, 3
"""Letter, and letter with two digits."""
EVERY = ""


def areas_above(catalog: Catalog, within: str) -> Iterator[tuple[str, str]]:
    """Every area of a place with itself and each one it lies in, up to that place."""
    for area in catalog.areas:
        if catalog.areas.inside(area, within):
            path = [above.code for above in catalog.areas.path(area.code)]
            yield from ((area.code, above) for above in path[path.index(within) :])


def industries_above(industries: Mapping[str, Industry]) -> Iterator[tuple[str, str]]:
    """Every industry, written with its section's letter or without, with all that hold it."""
    for code in industries:
        for written in {code, code[SECTION:] or code}:
            yield from ((written, above) for above in _branches(code))


def _branches(code: str) -> tuple[str, ...]:
    section = code[:SECTION]
    return (EVERY, section, code[:DIVISION] if len(code) >= DIVISION else section + REST)


def area_above(catalog: Catalog, within: str) -> Above:
    """Towns to counties, areas to the next above, up to a place."""
    return partial(_area_above, catalog, within)


def _area_above(catalog: Catalog, within: str, code: str) -> str | None:
    if len(code) > COUNTY:
        return code[:COUNTY]
    area = catalog.areas.get(code)
    return area.parent if area and code != within else None


def industry_above(code: str) -> str | None:
    """Divisions to sections, sections to all."""
    if code == EVERY:
        return None
    return code[:SECTION] if len(code) > SECTION else EVERY
