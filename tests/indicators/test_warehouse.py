"""The calculator over the real warehouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused
from cockpit.indicator import Calculator
from cockpit.observation import Observation
from cockpit.period import Period
from cockpit.series import Selection
from cockpit.warehouse import Warehouse
from indicators import FORMULAS

Stage = Callable[..., Staged]

TIANJIN = "120000"
GDP = Selection(indicator="gdp", area=TIANJIN)
Y2018 = Period.parse("A", "2018")


def test_two_vintages_of_a_level_never_make_growth(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, catalog: Catalog
) -> None:
    """Tianjin as one genuine export has it: 18549.19 in 2017, after the census 13362.92 in 2018."""
    after = tianjin._replace(cell="C6", time_period="2018", value=13362.92, raw="13362.92")
    index = after._replace(cell="C9", unit="上年=100", value=103.6, raw="103.6")
    warehouse.publish(stage(tianjin, after).batch.id, "李")
    with pytest.raises(ArithmeticRefused):
        Calculator(warehouse.reader(), catalog, FORMULAS).series(replace(GDP, transformation="yoy"))
    warehouse.publish(stage(index, name="指数.csv").batch.id, "李")
    calculator = Calculator(warehouse.reader(), catalog, FORMULAS)
    assert [p.value for p in calculator.series(replace(GDP, transformation="yoy")).points] == [3.6]
    trace = calculator.explain(replace(GDP, transformation="yoy"), Y2018)
    assert trace.inputs[0].source is not None
    assert (trace.inputs[0].source.file_name, trace.inputs[0].source.cell) == ("指数.csv", "C9")


def test_a_revised_figure_tells_what_stood_before(
    warehouse: Warehouse,
    stage: Stage,
    tianjin: Observation,
    revised: Observation,
    catalog: Catalog,
) -> None:
    warehouse.publish(stage(tianjin).batch.id, "李")
    warehouse.publish(stage(revised, name="revised.xls").batch.id, "王")
    trace = Calculator(warehouse.reader(), catalog, FORMULAS).explain(
        GDP, Period.parse("A", "2017")
    )
    assert trace.source is not None
    assert (trace.value, trace.source.person, trace.source.cell) == (12450.56, "王", "J6")
    assert trace.source.unit == "亿元"
    assert [(s.value, s.person, s.cell) for s in trace.history] == [(18549.19, "李", "B6")]
    assert trace.to_dict()["history"][0]["value"] == 18549.19


def test_structure_across_areas_from_published_levels(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, catalog: Catalog
) -> None:
    figures = [
        tianjin._replace(area=area, indicator=indicator, value=value, cell=f"{column}{row}")
        for row, area in enumerate(("320100", "320200"), 5)
        for column, (indicator, value) in zip(
            "CDEF",
            {
                "gdp": 200.0,
                "gdp_primary": 4.0,
                "gdp_secondary": 72.0,
                "gdp_tertiary": 124.0,
            }.items(),
            strict=True,
        )
    ]
    warehouse.publish(stage(*figures).batch.id, "李")
    calculator = Calculator(warehouse.reader(), catalog, FORMULAS)
    wanted = Selection(indicator="gdp_structure", breakdown=(("sector", "2"),))
    found = calculator.across(wanted, ["320100", "320200", "320300"])
    assert {area: series.latest and series.latest.value for area, series in found.items()} == {
        "320100": 36.0,
        "320200": 36.0,
    }


def test_e26_a_verified_level_leaves_the_announced_growth(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, catalog: Catalog
) -> None:
    """National GDP of 2024: 1349084, finally 1348066; growth 5.0 both times, and never computed."""
    china = tianjin._replace(area="000000", time_period="2024", value=1349084.0, raw="1349084")
    growth = china._replace(cell="B7", transformation="yoy", unit="%", value=5.0, raw="5.0")
    before = china._replace(cell="B5", time_period="2023", value=1294272.0, raw="1294272")
    warehouse.publish(stage(before, china, growth).batch.id, "李")
    final = china._replace(cell="C3", value=1348066.0, raw="1348066")
    warehouse.publish(stage(final, name="最终核实.csv").batch.id, "王")
    calculator, year = Calculator(warehouse.reader(), catalog, FORMULAS), Period.parse("A", "2024")
    level = calculator.explain(replace(GDP, area="000000"), year)
    assert [level.value, *(s.value for s in level.history)] == [1348066.0, 1349084.0]
    rate = calculator.explain(replace(GDP, area="000000", transformation="yoy"), year)
    assert (rate.value, rate.kind) == (5.0, "published")
    (refused,) = {one.note for one in rate.beside}
    assert "可比价" in refused
