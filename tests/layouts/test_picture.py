from dataclasses import dataclass
from pathlib import Path

import pytest

from cockpit.catalog import Catalog, load_catalog
from cockpit.errors import ArithmeticRefused
from cockpit.observation import Transformation
from cockpit.period import Period
from cockpit.series import Breakdown, Point, Selection, Series, SeriesKey
from layouts.explore.address import parse
from layouts.explore.picture import Picture, picture

SECTOR: Breakdown = (("sector", "2"),)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(Path(__file__).parents[2] / "data" / "catalog")


@dataclass
class Held:
    """A door and a calculator over these monthly cumulative series, one figure each."""

    held: tuple[tuple[Breakdown, Transformation], ...]
    published: bool = True

    def keys(self, indicator: str, area: str | None = None) -> list[SeriesKey]:
        return [key(indicator, area or "", *one) for one in self.held] if self.published else []

    def series(self, selection: Selection) -> Series:
        if (selection.breakdown, selection.transformation) not in self.held:
            raise ArithmeticRefused("refused")
        point = Point(Period.parse("M", "2024-05", "ytd"), 1.0, "A", 1)
        found = key(
            selection.indicator, selection.area, selection.breakdown, selection.transformation
        )
        return Series(found, "%", (point,))


def key(indicator: str, area: str, part: Breakdown, measure: Transformation) -> SeriesKey:
    return SeriesKey(
        indicator=indicator,
        area=area,
        freq="M",
        accumulation="ytd",
        transformation=measure,
        unit="%",
        breakdown=part,
    )


def seen(catalog: Catalog, url: str, held: Held) -> Picture:
    asked = parse(url, "000000")
    return picture(asked, catalog.indicators[asked.indicator or ""], catalog, held, held)  # type: ignore[arg-type]


def test_growth_comes_first_where_only_growth_is_published(catalog: Catalog):
    shown = seen(catalog, "/explore/ind_va_growth", Held((((), "yoy"),)))
    assert (shown.measure, shown.second) == ("yoy", "level")
    assert shown.whole.key is not None


def test_a_measure_asked_for_is_shown_even_where_it_is_refused(catalog: Catalog):
    shown = seen(catalog, "/explore/fai?transformation=level", Held((((), "yoy"),)))
    assert shown.measure == "level"
    assert shown.whole.refusal == "refused"


def test_a_part_comes_first_where_the_whole_is_not_published(catalog: Catalog):
    shown = seen(catalog, "/explore/fai_industry3", Held(((SECTOR, "yoy"),)))
    assert (shown.exploration.breakdown, shown.measure) == (SECTOR, "yoy")


def test_a_derived_indicator_is_offered_in_the_parts_its_formula_gives(catalog: Catalog):
    shown = seen(catalog, "/explore/gdp_structure", Held(((SECTOR, "level"),), published=False))
    assert shown.exploration.breakdown == SECTOR
    assert shown.parts == [SECTOR]


def test_the_second_measure_keeps_frequency_and_basis(catalog: Catalog):
    shown = seen(catalog, "/explore/retail_total", Held((((), "level"), ((), "yoy"))))
    assert [(s.transformation, s.freq, s.accumulation) for s in shown.selections] == [
        ("level", "M", "ytd"),
        ("yoy", "M", "ytd"),
    ]
