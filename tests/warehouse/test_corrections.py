"""Known errors of publishers: corrected when read, kept as published, under their guard only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.correction import COLUMNS, load_corrections
from cockpit.errors import CatalogueFault
from cockpit.indicator import Calculator
from cockpit.moment import as_of
from cockpit.observation import Observation
from cockpit.period import Period
from cockpit.series import Selection
from cockpit.settings import DATA, Settings
from cockpit.warehouse import Warehouse
from indicators import FORMULAS

Stage = Callable[..., Staged]

HEAD = ",".join(COLUMNS.split())
ROWS = (
    "gdp,120000,,2017,period,level,亿元,18549.19,18549.91,2026-01-05,两位数字颠倒,digits,年鉴",
    "gdp,120000,,2018,period,level,亿元,1.0,unknown,2026-01-05,不可能,impossible,年鉴",
    "gdp,120000,,2019,period,level,亿元,2.0,unknown,2026-01-05,不可能,impossible,年鉴",
)
GDP = Selection(indicator="gdp", area="120000")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "corrections"
    folder.mkdir()
    (folder / "test.csv").write_text("\n".join((HEAD, *ROWS)), encoding="utf-8")
    return Settings(home=tmp_path / "home", corrections=folder)


@pytest.fixture
def published(warehouse: Warehouse, stage: Stage, tianjin: Observation) -> Warehouse:
    impossible = tianjin._replace(time_period="2018", value=10000.0, unit="万元", raw="10000")
    mended = tianjin._replace(time_period="2019", value=14104.28)
    warehouse.publish(stage(tianjin, impossible, mended).batch.id, "李")
    return warehouse


def test_readers_are_given_the_right_value_or_none(published: Warehouse) -> None:
    points = published.reader().series(GDP).points
    assert [(p.period.year, p.value, p.status) for p in points] == [
        (2017, 18549.91, "A"),
        (2018, None, "M"),
        (2019, 14104.28, "A"),
    ]


def test_the_trail_keeps_the_published_value_and_says_why(
    published: Warehouse, catalog: Catalog
) -> None:
    calculator = Calculator(published.reader(), catalog, FORMULAS)
    trace = calculator.explain(GDP, Period.parse("A", "2017"))
    assert trace.source is not None
    assert (trace.value, trace.source.value, trace.source.raw) == (18549.91, 18549.19, "18549.19")
    assert all(text in trace.note for text in ("18549.19", "两位数字颠倒", "年鉴"))
    unknown = calculator.explain(GDP, Period.parse("A", "2018"))
    assert unknown.source is not None
    assert (unknown.value, unknown.source.value) == (None, 10000.0)
    assert calculator.explain(GDP, Period.parse("A", "2019")).note == ""


def test_a_guard_that_no_longer_fits_is_reported(published: Warehouse) -> None:
    told = [(one.state, one.found) for one in published.reader().corrected()]
    assert told == [("applied", 18549.19), ("applied", 10000.0), ("superseded", 14104.28)]


def test_before_its_day_nothing_was_known(published: Warehouse, settings: Settings) -> None:
    path = settings.corrections / "test.csv"
    later = path.read_text("utf-8").replace("2026-01-05", "2999-01-05")
    path.write_text(later, encoding="utf-8")
    before = published.reader().version()
    published.close()
    again = Warehouse(settings, published._catalog)
    assert again.reader(as_of("2998-01-01")).series(GDP).points[0].value == 18549.19
    assert again.reader(as_of("2999-02-01")).series(GDP).points[0].value == 18549.91
    assert again.reader().version() != before
    again.close()


@pytest.mark.parametrize(
    "row",
    [
        ROWS[0].replace("gdp", "gdq"),
        ROWS[0].replace("120000", "999999"),
        ROWS[0].replace("亿元", "亿圆"),
        ROWS[0].replace("18549.91", "perhaps"),
        ROWS[0].replace("2026-01-05", "yesterday"),
        ROWS[0].replace("level", "levels"),
        ROWS[0].replace(",2017,", ",2017-13,"),
        ROWS[0].replace("年鉴", ""),
        ROWS[0] + "\n" + ROWS[0],
    ],
)
def test_a_row_that_says_nothing_is_named_by_its_line(
    tmp_path: Path, catalog: Catalog, row: str
) -> None:
    (tmp_path / "x.csv").write_text(f"{HEAD}\n{row}", encoding="utf-8")
    with pytest.raises(CatalogueFault, match=r"x\.csv:[23]"):
        load_corrections(tmp_path, catalog)


def test_the_shipped_ones_are_well_formed(catalog: Catalog) -> None:
    assert load_corrections(DATA / "corrections", catalog).known


def test_the_effect_is_told_as_readers_will_see_it(
    published: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    mended = stage(
        tianjin._replace(value=18549.91),
        tianjin._replace(time_period="2018", value=18809.64),
        name="mended",
    )
    found = published.effect(mended.batch.id, FORMULAS)
    assert {v: n for v, n in found.certain.items() if n} == {"same": 1, "filled": 1}
    impossible = stage(tianjin._replace(time_period="2019", value=2.0), name="impossible")
    (change,) = published.effect(impossible.batch.id, FORMULAS).changes
    assert (change.before, change.after) == (14104.28, None)
