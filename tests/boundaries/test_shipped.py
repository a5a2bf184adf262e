"""The boundaries that ship: every area of the catalogue, each where it belongs."""

from __future__ import annotations

import pytest

from cockpit.boundaries import Boundaries, Shape, shipped
from cockpit.boundaries.land import area_and_centre
from cockpit.catalog import Catalog
from cockpit.country import CHINA

YOUNGER_THAN_THE_SOURCE = {"500157", "653132", "653228", "653229", "659013"}
"""Areas set up after the source was drawn; the README beside the files names them."""


@pytest.fixture(scope="module")
def boundaries(catalog: Catalog) -> Boundaries:
    return shipped(catalog.areas)


def size(shape: Shape) -> float:
    return area_and_centre(shape)[0]


def test_every_area_of_the_catalogue_has_a_boundary(
    boundaries: Boundaries, catalog: Catalog
) -> None:
    drawn = {area.code for area in catalog.areas if boundaries.own(area.code)}
    assert {area.code for area in catalog.areas} - drawn == YOUNGER_THAN_THE_SOURCE | {CHINA}


def test_the_parts_of_an_area_are_as_large_as_the_area(
    boundaries: Boundaries, catalog: Catalog
) -> None:
    uneven = {}
    for area in catalog.areas:
        land, own = boundaries.land(area.code), boundaries.own(area.code)
        # 三沙 is isles, of which a map keeps little more than that they are there.
        if land is None or own is None or area.code == "460300":
            continue
        share = sum(map(size, land.parts.values())) / size(own)
        if abs(share - 1) > 0.05:
            uneven[area.name_zh] = round(share, 3)
    assert uneven == {}


def test_the_southern_sea_is_on_the_maps_that_reach_there(boundaries: Boundaries) -> None:
    lands = {code: boundaries.land(code) for code in (CHINA, "460000", "460300", "320000")}
    lines = {code: len(land.lines) for code, land in lands.items() if land}
    assert lines["460000"] == lines["460300"] == 10
    assert lines[CHINA] > 10
    assert lines["320000"] == 0
    assert all(lands[code].isles for code in (CHINA, "460000", "460300"))


def test_an_area_without_parts_is_shown_in_what_it_lies_in(boundaries: Boundaries) -> None:
    assert boundaries.around("320583") == "320500"
    assert boundaries.around("441900") == "440000"
    assert boundaries.around("810000") == CHINA
    assert boundaries.around("110000") == "110000"
