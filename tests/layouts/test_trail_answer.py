from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from dash.development.base_component import Component

from cockpit.catalog import Catalog, load_catalog
from cockpit.i18n import current_locale
from cockpit.indicator import Trace
from cockpit.period import Period
from cockpit.series import Source
from layouts.trail.answer import answer


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(Path(__file__).parents[2] / "data" / "catalog")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    token = current_locale.set("en")
    yield
    current_locale.reset(token)


def texts(node: object) -> Iterator[str]:
    """Every text and address of a component, in the order of the page."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, (list, tuple)):
        for one in node:
            yield from texts(one)
    elif isinstance(node, Component):
        yield from filter(None, [getattr(node, "href", None)])
        yield from texts(getattr(node, "children", None))


def source(cell: str, value: float, number: int = 1) -> Source:
    return Source(
        observation=number,
        value=value,
        unit="亿元",
        status="A",
        file_name=f"{cell}.xls",
        sheet="Sheet1",
        sha256="ab" * 32,
        cell=cell,
        raw=f"{value}",
        label="税收收入",
        ref_area="浙江省",
        batch=3,
        person="Li Hua",
        brought_by="Li Hua",
        published_at=datetime(2024, 1, 20, 1, 30),  # noqa: DTZ001 - kept as naive UTC
        needs_review=False,
        reasons=(),
    )


def figure(indicator: str, value: float, **more: object) -> Trace:
    fields = {
        "indicator": indicator,
        "area": "330000",
        "period": Period.parse("M", "2023-12", "ytd"),
        "freq": "M",
        "accumulation": "ytd",
        "transformation": "level",
        "breakdown": (),
        "value": value,
        "unit": "亿元",
        "kind": "published",
    }
    return Trace(**fields | more)


def test_a_derived_figure_is_followed_to_its_cells_and_their_earlier_values(catalog: Catalog):
    now, before = source("B7", 7000.5), source("C9", 6900.0, 2)
    tax = figure("budget_tax", 7000.5, source=now, history=(now, before))
    revenue = figure("budget_revenue", 8600.0, source=source("B3", 8600.0, 3))
    share = figure(
        "tax_share",
        81.4,
        unit="%",
        kind="derived",
        formula="budget_tax ÷ budget_revenue × 100",
        inputs=(tax, revenue),
    )
    said = list(texts(answer(share, catalog, None)))
    names = [catalog.indicators[i].name_en for i in ("budget_tax", "budget_revenue")]
    assert f"{names[0]} ÷ {names[1]} × 100" in said
    assert [text for text in said if text.startswith("Sheet1!")] == [
        "Sheet1!B7",
        "Sheet1!C9",
        "Sheet1!B3",
    ]
    assert f"/originals/{'ab' * 32}" in said
    assert "/explore/tax_share?area=330000&transformation=level&accumulation=ytd&freq=M" in said


def test_the_way_on_keeps_the_time_as_known(catalog: Catalog):
    trace = figure("budget_tax", 1.0, source=source("B7", 1.0))
    said = list(texts(answer(trace, catalog, "2024-05-01")))
    assert any(text.endswith("&as_of=2024-05-01") for text in said)


def test_an_input_nobody_delivered_is_said_to_be_missing(catalog: Catalog):
    missing = replace(figure("budget_tax", 0.0), value=None, kind="missing")
    share = figure("tax_share", 0.0, kind="derived", formula="x", inputs=(missing,))
    assert "Nobody has delivered this figure." in list(texts(answer(share, catalog, None)))
