import csv
import io
from pathlib import Path

import pytest

from cockpit.catalog import load_catalog
from cockpit.period import Period
from cockpit.series import Point, Series, SeriesKey
from layouts.explore.address import parse
from layouts.explore.export import inert, write_csv
from layouts.explore.league import League, league
from layouts.explore.regions import bar, peers


def held(area: str, **values: float | None) -> Series:
    key = SeriesKey(indicator="gdp", area=area, freq="A", accumulation="period", unit="元")
    points = (
        Point(Period.parse("A", year.removeprefix("y")), value, "A", 1)
        for year, value in values.items()
    )
    return Series(key, "亿元", tuple(points))


def ranked(found: League) -> list[tuple[str, float | None]]:
    return [(line.area, point.value) for line, point in found.ranked]


def test_areas_are_compared_at_the_latest_period_most_of_them_share():
    across = {str(n): held(str(n), y2022=float(n), y2023=float(-n)) for n in range(1, 6)}
    across["1"] = held("1", y2022=1.0, y2023=-1.0, y2024=9.0)
    found = league(across, [*across, "6"], parse("/explore/gdp", "000000"))
    assert found.period == Period.parse("A", "2023")
    assert ranked(found) == [("1", -1.0), ("2", -2.0), ("3", -3.0), ("4", -4.0), ("5", -5.0)]
    assert found.missing == ("6",)


def test_one_area_left_behind_does_not_hold_the_others_back():
    across = {str(n): held(str(n), y2022=1.0, y2023=2.0) for n in range(1, 10)}
    across["10"] = held("10", y2022=1.0, y2023=None)
    found = league(across, across, parse("/explore/gdp", "000000"))
    assert found.period == Period.parse("A", "2023")
    assert found.missing == ("10",)


def test_the_range_asked_for_bounds_the_comparison():
    across = {"1": held("1", y2022=1.0, y2023=2.0)}
    found = league(across, ["1"], parse("/explore/gdp?to=2022", "000000"))
    assert ranked(found) == [("1", 1.0)]


def test_places_change_and_the_lowest_leads_where_down_is_good():
    values = {"1": (3.0, 1.0), "2": (2.0, 2.0), "3": (1.0, 3.0)}
    across = {area: held(area, y2022=a, y2023=b) for area, (a, b) in values.items()}
    found = league(across, across, parse("/explore/gdp", "000000"), 1, "down")
    assert [line.area for line, _point in found.ranked] == ["1", "2", "3"]
    assert found.standings
    assert [place.moved for place in found.standings.places] == [2, 0, -2]


def test_bars_share_their_zero():
    values = [30.0, -10.0]
    assert bar(30.0, values) == (25.0, 75.0)
    assert bar(-10.0, values) == (0.0, 25.0)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_text_leaves_as_a_formula(text: str):
    written = write_csv(["a", "b"], [[text, -1.5]])
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert rows == [["a", "b"], [f"'{text}", "-1.5"]]
    assert inert("地区生产总值") == "地区生产总值"


def test_an_area_is_compared_with_those_beside_it_or_with_its_publishers_group():
    catalog = load_catalog(Path(__file__).parents[2] / "data" / "catalog")
    provinces = [area.code for area in catalog.areas.children("000000")]
    cities = next(list(g.areas) for g in catalog.areas.groups.values() if len(g.areas) == 70)
    assert peers(catalog, "000000", set(provinces)) == provinces
    assert peers(catalog, "110000", set(provinces)) == provinces
    assert peers(catalog, "110000", set(cities)) == cities
    assert peers(catalog, "110000", set()) == provinces
