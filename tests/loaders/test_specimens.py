"""Real exports of the National Bureau of Statistics, where COCKPIT_SPECIMENS names their folder.

`specimens.csv` was counted by hand and by a script without the loaders: records are rows × headed
columns of each table, figures the cells that hold a number, and other numbers those that are
years, months or serial numbers in headings and keys (in 工业增加值-月度: 23 under no heading).
"""

from __future__ import annotations

import csv
import os
import time
from collections import Counter
from pathlib import Path

import pytest

from cockpit.catalog import Catalog
from cockpit.errors import FileRefused
from cockpit.reading import Reading
from cockpit.settings import DATA
from loaders.registry import read
from loaders.sandbox import extract

SPECIMENS = Path(os.environ.get("COCKPIT_SPECIMENS") or "nowhere")
needs_specimens = pytest.mark.skipif(not SPECIMENS.is_dir(), reason="COCKPIT_SPECIMENS not set")
EXPORTS = SPECIMENS / "workbooks" / "nbs"
RELEASES = SPECIMENS / "workbooks" / "releases"
COUNTED = Path(__file__).with_name("specimens.csv")

UNNAMED = "no indicator found in title, sheet or file name"


def counted() -> list[dict[str, str]]:
    with COUNTED.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def reading_of(name: str, catalog: Catalog) -> Reading:
    return read(EXPORTS / name, name, catalog)


@needs_specimens
@pytest.mark.parametrize("row", counted(), ids=lambda row: row["file"])
def test_every_cell_of_every_export_is_accounted_for(row: dict[str, str], catalog: Catalog) -> None:
    reading = reading_of(row["file"], catalog)
    records = reading.observations
    figures = [record for record in records if record.value is not None]
    assert (len(records), len(figures)) == (int(row["records"]), int(row["figures"]))
    assert all(record.status == "M" for record in records if record.value is None)
    assert all(record.period for record in records)
    assert len({(record.sheet, record.cell) for record in records}) == len(records)
    assert not [issue for issue in reading.issues if issue.severity == "error"]
    for record in records:
        assert record.area is not None or record.needs_review
        assert record.label or UNNAMED in record.reasons


@needs_specimens
def test_all_exports_are_counted() -> None:
    assert {path.name for path in EXPORTS.iterdir()} == {row["file"] for row in counted()}


@needs_specimens
def test_a_splice_of_two_vintages_is_asked_about(catalog: Catalog) -> None:
    reading = reading_of("2020-data-integration_分省年度数据.xls", catalog)
    asked = {issue.cell: issue.found for issue in reading.issues if issue.issue == "T09"}
    assert asked["C6"] == "13362.92"
    by_cell = {record.cell: record.value for record in reading.observations}
    assert (by_cell["D6"], by_cell["C6"]) == (18549.19, 13362.92)


@needs_specimens
def test_figures_under_no_heading_are_reported(catalog: Catalog) -> None:
    reading = reading_of("GKDGKD_工业增加值-月度.xls", catalog)
    assert [issue.found for issue in reading.issues if issue.issue == "P26"] == ["W4:AH5"]


@needs_specimens
@pytest.mark.parametrize("name", ["202312", "202402", "202504", "202506"])
def test_house_prices_equal_a_second_source(name: str, catalog: Catalog) -> None:
    path = RELEASES / f"nbs_70city_release_{name}.html"
    reading = read(path, path.name, catalog)
    assert len(reading.observations) == 70 * (3 + 3 + 9 + 9)
    month = f"{name[:4]}-{name[4:]}"
    found = {
        (record.area, record.breakdown["house"]): record.value
        for record in reading.observations
        if record.unit == "上月=100" and set(record.breakdown) == {"house"}
    }
    assert found == published(month, catalog)


def published(month: str, catalog: Catalog) -> dict[tuple[str, str], float]:
    """What another collector wrote down of the same releases, city names in pinyin."""
    panel = SPECIMENS / "panels" / "changao_70cities_house_index_2011-2026.csv"
    found: dict[tuple[str, str], float] = {}
    with panel.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if f"{row['year']}-{int(row['month']):02d}" == month:
                area = catalog.areas.resolve(row["city"], "cities70")
                assert area is not None, row["city"]
                found[area.code, "new"] = float(row["new_home_price_index"])
                found[area.code, "existing"] = float(row["existing_home_price_index"])
    return found


def outcome(path: Path) -> str:
    """The rule that refuses a file; the sandbox raises nothing else."""
    try:
        extract(path, path.name, DATA / "catalog")
    except FileRefused as refused:
        return refused.issues[0].issue
    return "read"


@needs_specimens
def test_hostile_files_are_refused_or_read() -> None:
    outcomes: Counter[str] = Counter()
    for path in sorted((SPECIMENS / "hostile").iterdir()):
        started = time.monotonic()
        outcomes[outcome(path)] += 1
        assert time.monotonic() - started < 60, path.name
    assert sum(outcomes.values()) >= 91
    assert not outcomes["F06"], "no specimen should get as far as the limits"
