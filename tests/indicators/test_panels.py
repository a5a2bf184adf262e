"""Whole columns give, figure by figure, what the calculator gives."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import event

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused
from cockpit.indicator import Calculator
from cockpit.indicator.panels import Panels
from cockpit.observation import Observation
from cockpit.panel import Panel
from cockpit.series import Selection
from cockpit.warehouse import Warehouse
from indicators import FORMULAS

AREAS = ["320100", "320200", "320300"]
KINDS: list[tuple[str, str, str, str, str]] = [
    ("budget_revenue", "level", "M", "ytd", "亿元"),
    ("budget_revenue", "yoy", "M", "ytd", "%"),
    ("retail_total", "level", "M", "ytd", "万元"),
    ("retail_total", "level", "M", "period", "亿元"),
    ("retail_total", "yoy", "M", "ytd", "%"),
    ("cpi", "level", "M", "period", "上年同月=100"),
    ("gdp", "level", "Q", "ytd", "亿元"),
    ("afre", "level", "Q", "ytd", "亿元"),
    ("deposits", "level", "M", "stock", "亿元"),
    ("tax_share", "level", "M", "ytd", "%"),
    ("grain_output", "level", "A", "period", "万吨"),
    ("re_under", "level", "M", "ytd", "万平方米"),
]
PERIODS = {
    "M": [f"{y}-{m:02}" for y in (2022, 2023, 2024) for m in range(1, 13)],
    "Q": [f"{y}-Q{q}" for y in (2022, 2023, 2024) for q in range(1, 5)],
    "A": ["2022", "2023", "2024"],
}


@pytest.fixture
def held(warehouse: Warehouse, stage: Callable[..., Staged], tianjin: Observation) -> Warehouse:
    """Three cities, with gaps, markers, falls and losses wherever chance puts them."""
    warehouse.publish(stage(*_observations(tianjin)).batch.id, "李")
    return warehouse


def _observations(like: Observation) -> Iterator[Observation]:
    chance = random.Random(5)
    row = 0
    for indicator, measure, freq, how, unit in KINDS:
        for area in AREAS:
            for time in PERIODS[freq]:
                row += 1
                kept = chance.random()
                if kept < 0.2:
                    continue
                month = int(time[-2:].lstrip("Q-") or 12) if freq != "A" else 12
                value = round(month * 10 + chance.gauss(0, 8), 2)
                yield like._replace(
                    cell=f"B{row}", indicator=indicator, area=area, freq=freq,
                    time_period=time, accumulation=how, transformation=measure, unit=unit,
                    value=None if kept < 0.25 else value, raw=str(value),
                    status="M" if kept < 0.25 else "A",
                )  # fmt: skip


def columns(panel: Panel) -> dict[Any, tuple[float, bool]]:
    rows = (panel.place, panel.start, panel.months, panel.value, panel.published)
    return {
        (panel.areas[place], start, months): (pytest.approx(value, rel=1e-9, abs=1e-9), published)
        for place, start, months, value, published in zip(*(r.tolist() for r in rows), strict=True)
        if value == value
    }


def figures(calculator: Calculator, selection: Selection) -> dict[Any, tuple[float, bool]]:
    try:
        found = calculator.across(selection, AREAS)
    except ArithmeticRefused:
        return {}
    return {
        (area, point.period.start, point.period.months): (
            point.value,
            point.observation is not None,
        )
        for area, series in found.items()
        for point in series.points
        if point.value is not None
    }


@pytest.mark.parametrize("what", ["growth", "single_periods"])
def test_columns_and_calculator_agree(what: str, held: Warehouse, catalog: Catalog) -> None:
    names = list(dict.fromkeys(kind[0] for kind in KINDS))
    made = getattr(Panels(held.reader(), catalog), what)(names, AREAS)
    panels = {panel.indicator: columns(panel) for panel in made}
    how: Any = {"transformation": "yoy"} if what == "growth" else {"accumulation": "period"}
    for name in names:
        calculator = Calculator(held.reader(), catalog, FORMULAS)
        wanted = figures(calculator, Selection(indicator=name, **how))
        assert panels.get(name, {}) == wanted, name
    assert sum(map(len, panels.values())) > 100


def test_all_indicators_of_all_areas_are_read_at_once(held: Warehouse, catalog: Catalog) -> None:
    asked: list[str] = []
    reader = held.reader()
    engine = held._engine
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert list(Panels(reader, catalog).growth(list(catalog.indicators), AREAS))
    assert len(asked) <= 3


def test_nothing_held_is_no_panel(warehouse: Warehouse, catalog: Catalog) -> None:
    assert list(Panels(warehouse.reader(), catalog).growth(["gdp"], AREAS)) == []
