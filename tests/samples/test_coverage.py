"""Every indicator of the catalogue: a figure that is explained, or what is missing for one."""

from __future__ import annotations

import pytest

from cockpit.cockpit import Cockpit
from cockpit.country import CHINA
from cockpit.coverage import Coverage, coverage_anywhere
from cockpit.indicator import Trace
from cockpit.indicator.lacking import Stock
from cockpit.series import Selection
from layouts.explore.address import Exploration
from layouts.explore.picture import picture

FED = 99
"""Indicators the samples feed at least; more samples feed more."""


@pytest.fixture(scope="module")
def covered(cockpit: Cockpit) -> list[Coverage]:
    stock = Stock(area=CHINA, door=cockpit.door(), calculator=cockpit.calculator())
    return list(coverage_anywhere(stock, cockpit.catalog))


def cells(trace: Trace) -> list[str]:
    """The cells at the ends of a trace's branches."""
    own = [trace.source.cell] if trace.source else []
    return own + [cell for part in trace.inputs for cell in cells(part)]


def test_all_are_gone_through(cockpit: Cockpit, covered: list[Coverage]) -> None:
    assert [one.indicator for one in covered] == list(cockpit.catalog.indicators)
    assert sum(one.figure is not None for one in covered) >= FED


def test_what_is_fed_is_on_screen_and_explained(cockpit: Cockpit, covered: list[Coverage]) -> None:
    calculator, door = cockpit.calculator(), cockpit.door()
    for one in covered:
        key, found = one.series.key, one.figure
        if key is None or found is None:
            continue
        asked = Exploration(indicator=one.indicator, areas=(one.area,))
        entry = cockpit.catalog.indicators[one.indicator]
        shown = picture(asked, entry, cockpit.catalog, calculator, door).main[0].series.latest
        assert (shown and shown.value) == found.value, one.indicator
        selection = Selection(
            indicator=one.indicator,
            area=one.area,
            transformation=key.transformation,
            breakdown=key.breakdown,
        )
        trace = calculator.explain(selection.settled(one.series), found.period)
        assert trace.value == found.value, one.indicator
        assert cells(trace), one.indicator


def test_what_is_not_fed_names_what_is_missing(cockpit: Cockpit, covered: list[Coverage]) -> None:
    door = cockpit.door()
    for one in covered:
        if one.figure is None:
            held = {
                (key.indicator, key.transformation)
                for need in one.missing
                for key in door.keys(need.indicator, CHINA)
            }
            assert held.isdisjoint((n.indicator, n.transformation) for n in one.missing)
            assert one.wanted(cockpit.catalog)
