"""Unit-level rows in, a batch of totals out: what is added, what is refused, what is withheld."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pytest

from app import ROOMS
from cockpit.aggregation import aggregate, request
from cockpit.catalog import Catalog
from cockpit.cockpit import Cockpit
from cockpit.errors import FileRefused, NotInCatalogue
from cockpit.series import Selection
from cockpit.settings import Settings
from cockpit.warehouse.parquet import DuckDB
from tests.aggregation.conftest import Write

CITY, TOWN = "370400", "370402001"
COUNTIES, DIVISIONS = ("370402", "370403", "370481"), ("0610", "1311", "C2611")
FEW = ("370481", "1311")


def units(amounts: list[str], start: int = 0, **named: str) -> list[dict[str, Any]]:
    return [
        {"reporting_unit": f"U{start + n}", "value": Decimal(amount)} | named
        for n, amount in enumerate(amounts)
    ]


def october() -> list[dict[str, Any]]:
    """Four units of each of three divisions in each of three counties; of one, only two."""
    places = product(COUNTIES, DIVISIONS)
    rows = [
        row
        for n, (area, industry) in enumerate(places)
        for row in units(["10.10", "20", "30", "40.5"], 10 * n, area=area, industry=industry)
    ]
    return [
        *(row for row in rows if (row["area"], row["industry"]) != FEW),
        *units(["9", "1"], 200, area=FEW[0], industry=FEW[1]),
        *units(["50", "51"], 300, area=TOWN, industry="2611"),
    ]


def told(catalog: Catalog, file: Path, count: str = "") -> dict[tuple[str, str], dict[str, str]]:
    content, _ = aggregate(request(catalog, [file], CITY, count), catalog, DuckDB())
    table = content.decode("utf-8-sig").split("\n\n")[-1]
    rows = csv.DictReader(io.StringIO(table))
    return {(row["area"], row["industry"]): row for row in rows if row["indicator"] != count}


def test_totals_on_every_level(catalog: Catalog, reported: Write) -> None:
    cells = told(catalog, reported(*october()))
    values = {place: cell["value"] for place, cell in cells.items()}
    assert values[CITY, ""] == "915.8"
    assert values["370402", ""] == "402.8"
    assert values[CITY, "B"] == "301.8"
    assert values["370403", "B"] == values["370403", "B06"] == "100.6"
    assert cells["370402", "C"]["units"] == "10"
    assert not any(place.endswith("-") or branch.endswith("-") for place, branch in values)


def test_two_units_are_withheld_and_do_not_come_out_by_subtraction(
    catalog: Catalog, reported: Write
) -> None:
    cells = told(catalog, reported(*october()))
    marks = {place: cell["conf_status"] for place, cell in cells.items()}
    assert marks[FEW[0], "C13"] == "A"
    assert cells[FEW[0], "C13"]["value"] == "x"
    assert marks[TOWN, ""] == marks[TOWN, "C26"] == "A"
    of_division = [marks[county, "C13"] for county in COUNTIES]
    of_county = [marks[FEW[0], division] for division in ("C13", "C26")]
    assert "D" in of_division
    assert of_county == ["A", "D"]
    assert {marks[CITY, branch] for branch in ("", "B", "C", "C13", "C26")} == {"F"}


def test_the_same_bytes_for_the_same_rows(catalog: Catalog, reported: Write) -> None:
    asked = request(catalog, [reported(*october())], CITY, "ind_units")
    assert aggregate(asked, catalog, DuckDB())[0] == aggregate(asked, catalog, DuckDB())[0]


def test_a_batch_like_any_other(settings: Settings, catalog: Catalog, reported: Write) -> None:
    file = reported(*october())
    cockpit = Cockpit(settings, ROOMS)
    staged = cockpit.aggregate(request(catalog, [file], CITY, "ind_units"), DuckDB(), "李")
    assert staged.batch.state == "staged"
    chosen = Selection(indicator="ind_revenue", area="370402", breakdown=(("industry", "B06"),))
    assert cockpit.door().series(chosen).points == ()
    cockpit.warehouse.publish(staged.batch.id, "王")
    (point,) = cockpit.door().series(chosen).points
    (source,) = cockpit.door().sources([point.observation or 0]).values()
    kept = cockpit.warehouse.original(source.sha256)
    assert kept is not None
    lines = kept[0].read_text("utf-8-sig").splitlines()
    assert lines[int(source.cell[1:]) - 1].split(",")[7:] == ["100.6", "4", "F"]
    (count,) = cockpit.door().series(Selection(indicator="ind_units", area="370481")).points
    assert count.value == 10
    (entry,) = (e for e in cockpit.warehouse.audit() if e.action == "aggregate")
    assert file.name in str(entry.detail)
    assert "U200" not in kept[0].read_text("utf-8-sig")
    cockpit.warehouse.close()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{}, {}], "重复上报"),
        ([{"value": None}], "缺少数值"),
        ([{"area": "110101"}], "不在所指地区之内"),
        ([{"area": "3704020"}], "不在所指地区之内"),
        ([{"industry": "9999"}], "GB/T 4754"),
        ([{"indicator": "ind_debt_ratio", "unit": "%"}], "不能由单位数据相加"),
        ([{"indicator": "profit"}], "没有指标 profit"),
        ([{"unit": "户"}], "不是 ind_revenue 的计量单位"),
        ([{}, {"reporting_unit": "U2", "unit": "万元"}], "几种计量单位"),
        ([{"time_period": "2024-13"}], "不是有效的时期"),
        ([], "没有数据行"),
    ],
)
def test_rows_that_do_not_add_up_are_refused(
    catalog: Catalog, reported: Write, rows: list[dict[str, Any]], sentence: str
) -> None:
    asked = request(catalog, [reported(*rows)], CITY)
    with pytest.raises(FileRefused, match=sentence):
        aggregate(asked, catalog, DuckDB())


def test_files_of_other_columns_are_refused(
    catalog: Catalog, reported: Write, tmp_path: Path
) -> None:
    with pytest.raises(FileRefused, match="定点数"):
        request(catalog, [reported({"value": 1.5}, values=pa.float64())], CITY)
    (tmp_path / "text.parquet").write_text("no Parquet")
    with pytest.raises(FileRefused, match="不是 Parquet"):
        request(catalog, [tmp_path / "text.parquet"], CITY)
    with pytest.raises(NotInCatalogue):
        request(catalog, [reported({})], "999999")
    two = [reported({}), reported({}, values=pa.decimal128(12, 1), name="other.parquet")]
    with pytest.raises(FileRefused, match="列与"):
        request(catalog, two, CITY)


def test_a_folder_stands_for_its_files(catalog: Catalog, reported: Write) -> None:
    reported(*october()[:9])
    folder = reported(*october()[9:], name="more.parquet").parent
    asked = request(catalog, [folder], CITY)
    reading = aggregate(asked, catalog, DuckDB())[1]
    assert len(asked.files) == 2
    assert orjson.dumps(reading.observations[0].to_dict())
