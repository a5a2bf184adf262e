"""What is published inside and not yet released: staff see it, the public sees what came before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault
from cockpit.observation import Observation
from cockpit.period import Period
from cockpit.release import load_releases
from cockpit.release.calendar import BEIJING
from cockpit.release.load import COLUMNS
from cockpit.series import Selection
from cockpit.settings import DATA, Settings
from cockpit.warehouse import Warehouse

Stage = Callable[..., Staged]

HEAD = ",".join(COLUMNS.split())
SOON = (datetime.now(BEIJING) + timedelta(days=400)).strftime("%Y-%m-%d %H:%M")
ROWS = (
    "gdp,province,2017,2018-01-20 10:00,年鉴",
    f"gdp,province,2018,{SOON},日程表",
    "gdp,110000,2018,2019-01-20 10:00,北京市统计局",
    "deposits,120000,,held,内部使用",
)
GDP = Selection(indicator="gdp", area="120000", freq="A")
AREAS = ["110000", "120000"]
LATER = 13362.92


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    folder = tmp_path / "releases"
    folder.mkdir()
    (folder / "office.csv").write_text("\n".join((HEAD, *ROWS)), encoding="utf-8")
    return replace(settings, releases=folder)


@pytest.fixture
def published(warehouse: Warehouse, stage: Stage, tianjin: Observation) -> Warehouse:
    later = tianjin._replace(time_period="2018", value=LATER)
    ending = later._replace(time_period="2018-Q4", freq="Q", accumulation="ytd")
    beijing = later._replace(area="110000", ref_area="北京市", value=30320.0)
    deposits = tianjin._replace(indicator="deposits", value=437.0)
    warehouse.publish(stage(tianjin, later, ending, beijing, deposits).batch.id, "李")
    return warehouse


def test_the_latest_figure_is_the_latest_released(published: Warehouse) -> None:
    staff, public = published.reader(), published.reader(audience="public")
    assert [p.value for p in staff.series(GDP).points] == [18549.19, LATER]
    assert [p.value for p in public.series(GDP).points] == [18549.19]
    (head,) = (one.latest for one in public.wall([GDP]))
    assert head is not None
    assert head.value == 18549.19
    heads = public.latest(GDP, AREAS)
    assert {area: one.points[0].value for area, one in heads.items()} == {
        "110000": 30320.0,
        "120000": 18549.19,
    }


def test_no_way_of_reading_hands_it_out(published: Warehouse, tmp_path: Path) -> None:
    public, y2018 = published.reader(audience="public"), Period.parse("A", "2018")
    assert public.at(GDP, ["120000"], [y2018]) == {}
    key = published.reader().series(GDP).key
    assert key is not None
    assert public.history(key, y2018) == []
    points = published.reader().series(GDP).points
    assert len(public.sources([p.observation for p in points if p.observation])) == 1
    quarterly = public.series(replace(GDP, freq="Q", accumulation="ytd"))
    assert quarterly.points == ()
    assert {key.freq for key in public.keys("gdp", "120000")} == {"A"}
    shelf = public.shelf(["gdp"], AREAS, ["level"]).panel(GDP)
    assert shelf is not None
    assert sorted(shelf.value) == [18549.19, 30320.0]
    public.export(tmp_path / "public.parquet")
    assert sorted(pq.read_table(tmp_path / "public.parquet")["value"].to_pylist()) == [
        18549.19,
        30320.0,
    ]


def test_what_an_office_holds_back_is_not_even_named(published: Warehouse) -> None:
    assert published.reader().indicators() == {"gdp", "deposits"}
    public = published.reader(audience="public")
    assert public.indicators() == {"gdp"}
    assert public.series(Selection(indicator="deposits", area="120000")).points == ()


def test_a_file_is_kept_back_as_long_as_any_figure_of_it_is(published: Warehouse) -> None:
    (batch,) = published.batches()
    assert published.original(batch.sha256) is not None
    from cockpit.audience import current_audience

    token = current_audience.set("public")
    try:
        assert published.original(batch.sha256) is None
        triangle = published.triangle(GDP)
    finally:
        current_audience.reset(token)
    assert triangle is not None
    assert [row.period.year for row in triangle.rows] == [2017]


def test_the_version_tells_the_audiences_apart_and_a_release_passing(
    published: Warehouse, settings: Settings, catalog: Catalog
) -> None:
    before = published.reader(audience="public").version()
    assert before != published.reader().version()
    path = settings.releases / "office.csv"
    over = (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    path.write_text(path.read_text("utf-8").replace(SOON, over), encoding="utf-8")
    published.close()
    again = Warehouse(settings, catalog)
    assert again.reader(audience="public").version() != before
    assert again.reader(audience="public").series(GDP).points[-1].value == LATER
    again.close()


def test_a_release_passes_while_the_warehouse_is_open(published: Warehouse) -> None:
    calendar = published.releases
    then = next(one.at for what, one in calendar.rows.items() if one.words() == SOON)
    assert then is not None
    gdp = ("gdp", "120000", "A", Period.parse("A", "2018").end)
    assert not calendar.shows(*gdp, then - timedelta(seconds=1))
    assert calendar.shows(*gdp, then)
    assert calendar.released(then) == calendar.released(then - timedelta(seconds=1)) + 1


def test_the_past_is_shown_as_it_was_released_then(published: Warehouse) -> None:
    now = datetime.now(UTC).replace(tzinfo=None)
    seen = published.reader(now, "public")
    assert [p.value for p in seen.series(GDP).points] == [18549.19]
    # What will be released is not let out by a moment in the future.
    ahead = published.reader(now + timedelta(days=4000), "public")
    assert [p.value for p in ahead.series(GDP).points] == [18549.19]


def test_faults_of_a_calendar_are_told_with_their_lines(tmp_path: Path, catalog: Catalog) -> None:
    rows = (
        "gdp nothing,province,2018,2019-01-20 10:00,x",
        "gdp,moon,2018,2019-01-20,x",
        "gdp,120000,,2019-01-20 10:00,x",
        "gdp,120000,2018,held,",
        "gdp,120000,2018,held,x",
    )
    (tmp_path / "a.csv").write_text("\n".join((HEAD, *rows)), encoding="utf-8")
    with pytest.raises(CatalogueFault) as refused:
        load_releases(tmp_path, catalog)
    told = str(refused.value)
    for line, words in (
        (2, '"nothing" is not in indicators.csv'),
        (3, '"moon"'),
        (3, '"2019-01-20"'),
        (4, "time_period is empty"),
        (5, "source is empty"),
        (6, "already"),
    ):
        assert any(f"a.csv:{line}:" in one and words in one for one in told.splitlines()), words


def test_the_shipped_calendar_names_its_sources(catalog: Catalog) -> None:
    calendar = load_releases(DATA / "calendar" / "releases", catalog)
    october = calendar.of("retail_total", "000000", "M", 2026 * 12 + 8)
    assert october is not None
    # The 国庆 week moves September's figures; only a dated row knows.
    assert october.words() == "2026-10-19 10:00"
    assert "国家统计局" in october.source
    assert calendar.of("retail_total", "370000", "M", 2026 * 12 + 8) is None
