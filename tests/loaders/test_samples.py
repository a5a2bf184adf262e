"""The sample workbooks of a first run are read without a doubt and without an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from cockpit.catalog import Catalog
from cockpit.settings import DATA
from loaders.reasons import UNKNOWN_REGION
from loaders.registry import read

NUMBERED = sorted((DATA / "samples").glob("[0-9][0-9] *"))


@pytest.mark.parametrize("path", NUMBERED, ids=lambda path: path.stem[:30])
def test_a_sample_is_read_without_doubt(path: Path, catalog: Catalog) -> None:
    reading = read(path, path.name, catalog)
    assert not [issue for issue in reading.issues if issue.severity == "error"]
    assert not [record for record in reading.observations if record.needs_review]
    assert all(record.area for record in reading.observations)


def figure(name: str, cell: str, catalog: Catalog) -> dict[str, object]:
    (path,) = (path for path in NUMBERED if path.name.startswith(name))
    (found,) = (r for r in read(path, path.name, catalog).observations if r.cell == cell)
    return found.to_dict()


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        ("70", "C3", {"indicator": "gdp", "value": 1260582.0, "unit": "亿元", "area": "000000"}),
        ("70", "D4", {"indicator": "gdp_primary", "value": 4.1, "transformation": "yoy"}),
        ("70", "C9", {"indicator": None, "value": None, "status": "M", "unit": "亿元"}),
        ("70", "C4", {"parents": ("国内生产总值",), "label": "第一产业增加值"}),
        ("71", "C6", {"indicator": "gdp", "value": 16907.85, "area": "320100", "freq": "A"}),
        ("71", "F6", {"indicator": "va_industry", "parents": ("地区生产总值", "第二产业")}),
        ("71", "G10", {"indicator": "gdp_tertiary", "value": 12243.95, "time_period": "2022"}),
        ("25", "B5", {"time_period": "2018-Q4", "accumulation": "ytd", "value": 33105.97}),
        ("51", "B4", {"breakdown": {"house": "existing"}, "unit": "上月=100", "value": 100.0}),
    ],
)
def test_a_figure_of_a_sample(
    name: str, cell: str, expected: dict[str, object], catalog: Catalog
) -> None:
    found = figure(name, cell, catalog)
    assert {key: found[key] for key in expected} == expected


def test_the_countys_invented_sheet_asks_only_which_county_it_is(catalog: Catalog) -> None:
    (path,) = (DATA / "samples" / "county").glob("*.xlsx")
    reading = read(path, path.name, catalog)
    assert {record.ref_area for record in reading.observations} == {"虚构县"}
    assert {record.reasons for record in reading.observations} == {(UNKNOWN_REGION,)}
    assert not [issue for issue in reading.issues if issue.severity == "error"]
    figures = {r.cell: (r.time_period, r.accumulation, r.value) for r in reading.observations}
    assert figures["C5"] == ("2024-10", "period", 185230.0)
    assert figures["E5"] == ("2024-10", "ytd", 1723460.0)
