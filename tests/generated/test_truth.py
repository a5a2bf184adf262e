"""The generator's truth keeps to the contract's own lists, and a seed is a promise."""

from __future__ import annotations

import pytest
from bureau.canvas import Book
from bureau.make import make

from cockpit.catalog import Catalog, load_catalog
from cockpit.period import Period
from cockpit.settings import DATA

SEEDS = range(0, 300, 7)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(DATA / "catalog")


def truths(book: Book) -> list[dict]:
    return [cell.truth for sheet in book.sheets for _, _, cell in sheet.figures() if cell.truth]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_truth_is_a_possible_record(seed: int, catalog: Catalog) -> None:
    figures = truths(make(seed))
    assert figures
    for truth in figures:
        assert truth["indicator"] is None or truth["indicator"] in catalog.indicators
        assert truth["area"] is None or catalog.areas.get(truth["area"])
        assert catalog.units.parse(truth["unit"])
        assert Period.parse(truth["freq"], truth["time_period"], truth["accumulation"])


def test_a_seed_always_makes_the_same_book() -> None:
    assert make(11) == make(11)
