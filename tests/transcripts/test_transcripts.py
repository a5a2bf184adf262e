"""The transcripts are well formed, and the reader agrees with them as far as it must."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import compare
import transcript as truth

from cockpit.catalog import Catalog, load_catalog
from cockpit.period import Period
from cockpit.settings import DATA

RIGHT, SILENT, MARKED = 97.0, 0.2, 5.0


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(DATA / "catalog")


@pytest.mark.parametrize("path", truth.paths(), ids=lambda path: path.stem)
def test_a_transcript_is_well_formed(path: Path, catalog: Catalog) -> None:
    rows = truth.read(path).rows
    addresses = [truth.address(row) for row in rows]
    assert rows
    assert len(set(addresses)) == len(addresses)
    assert [fault for row in rows for fault in _faults(row, catalog)] == []


def _faults(row: dict[str, str], catalog: Catalog) -> list[str]:
    Period.parse(row["freq"], row["time_period"], row["accumulation"])
    unit = catalog.units.parse(row["unit"])
    known = {
        "indicator": row["indicator"] in ("", *catalog.indicators),
        "area": not row["area"] or catalog.areas.get(row["area"]) is not None,
        "unit": not row["indicator"] or (unit is not None and unit.symbol == row["unit"]),
        "status": (row["status"] == "M") == (row["value"] == "") and row["status"] in "AMPE",
        "label": bool(row["label"] and row["ref_area"]),
    }
    unsaid = {field for field in known if row["ask"] and row.get(field) == truth.UNSAID}
    faults = [field for field, right in known.items() if not right and field not in unsaid]
    return [f"{row['cell']} {field} {row.get(field)}" for field in faults]


@pytest.fixture(scope="module")
def scores() -> dict[str, compare.Score]:
    folder = truth.specimens()
    if folder is None:
        pytest.skip("COCKPIT_SPECIMENS names no folder")
    return compare.score_all(folder)


@pytest.mark.parametrize("group", ["", "yearbook/", "nbs/", "releases/"])
def test_the_reader_agrees_with_the_transcripts(
    scores: dict[str, compare.Score], group: str
) -> None:
    right, silent, marked = compare.total(scores, group).rates()
    summary = compare.report(scores, 10)
    assert right >= RIGHT, summary
    assert silent <= SILENT, summary
    assert marked <= MARKED, summary


def test_what_a_file_does_not_say_is_asked(scores: dict[str, compare.Score]) -> None:
    assert compare.total(scores).differences["ask: not asked"] == 0
