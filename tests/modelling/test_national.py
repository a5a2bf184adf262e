"""The national series against pandas and statsmodels; `expected/make.py` made what is expected.

X-13 with our regressors is not compared: statsmodels has no test of a user's holiday regressor
and of the days of the week by AICC. Without them the two give the same figures.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cockpit.cockpit import Cockpit
from cockpit.errors import ArithmeticRefused
from cockpit.modelling import festivals, label
from cockpit.modelling.smoothing import smoothing
from cockpit.modelling.told import adjusted_told, projected_told
from cockpit.modelling.x13 import specification, x13
from cockpit.moment import as_of
from cockpit.series import Selection

EXPECTED = Path(__file__).parent / "expected" / "national.json"
EXACT = 1e-9
SEARCHED = 1e-6
"""What a search for the best parameters finds differs from processor to processor, in the seventh
digit between the two at hand."""


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return json.loads(EXPECTED.read_text(encoding="utf-8"))


def test_stl_of_generation(national: Cockpit, expected: dict[str, Any]) -> None:
    found = national.models.adjusted(Selection(indicator="generation"))
    assert found.method == "STL"
    assert "X-13 不能处理" in found.because
    assert found.values == pytest.approx(expected["generation_stl"], rel=EXACT)


def test_x13_of_unemployment(national: Cockpit, expected: dict[str, Any]) -> None:
    found = national.models.adjusted(Selection(indicator="unemp_survey"))
    assert (found.method, found.festival) == ("X-13ARIMA-SEATS", True)
    plain = x13(found.figures, [0.0] * (len(found.figures) + 12))
    assert plain.adjusted == pytest.approx(expected["unemployment_x13"], rel=EXACT)
    assert found.values != pytest.approx(plain.adjusted, rel=1e-4)
    text = specification(found.figures, festival=True)
    assert max(map(len, text.splitlines())) < 132


def test_smoothing_of_retail_sales(national: Cockpit, expected: dict[str, Any]) -> None:
    figures = national.models.projected(Selection(indicator="retail_total")).figures
    model = smoothing(figures, festivals(), logarithmic=True)
    assert not model.effect.counts
    steps = model.ahead(figures, 11)
    for name, wanted in expected["retail_ets"].items():
        assert [getattr(step, name) for step in steps] == pytest.approx(wanted, rel=SEARCHED)


def test_growth_of_exports(national: Cockpit, expected: dict[str, Any]) -> None:
    dollars = (("currency", "usd"),)
    asked = Selection(indicator="trade_export", freq="M", accumulation="period", breakdown=dollars)
    series = national.calculator().series(replace(asked, transformation="yoy"))
    found = {p.period.time_period("M"): p.value for p in series.points}
    assert len(expected["export_growth"]) == 228
    for when, value in expected["export_growth"].items():
        assert found[when] == pytest.approx(value, rel=EXACT, abs=1e-9)


def test_every_row_of_a_model_says_what_it_is(national: Cockpit) -> None:
    asked = Selection(indicator="generation")
    told = [
        adjusted_told(national.models.adjusted(asked)),
        projected_told(national.models.projected(asked)),
    ]
    for answer in told:
        assert answer["label"] == label()
        assert {row["label"] for row in answer["points"]} == {label()}
        assert {row["unit"] for row in answer["points"]} == {"亿千瓦时"}


def test_a_model_is_made_once_for_what_is_known_and_never_stored(national: Cockpit) -> None:
    asked = Selection(indicator="generation")
    version = national.door().version()
    first = national.models.adjusted(asked)
    assert national.models.adjusted(asked) is first
    assert national.door().version() == version
    with pytest.raises(ArithmeticRefused, match="没有数据"):
        national.models.adjusted(asked, as_of("2001-01-01"))


def test_an_adjustment_knows_how_it_was_revised(national: Cockpit) -> None:
    asked = Selection(indicator="generation")
    found = national.models.adjusted(asked)
    told = national.models.revised(asked)
    assert [one.span for one in told] == list(found.figures.spans[-13:-1])
    assert [one.latest for one in told] == list(found.values[-13:-1])
    assert all(one.first == pytest.approx(one.latest, rel=0.05) for one in told)
    assert any(one.first != one.latest for one in told)
