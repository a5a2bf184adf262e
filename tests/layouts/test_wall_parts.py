import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from plotly.io.json import to_json_plotly

from cockpit.i18n import current_locale
from cockpit.indicator import Calculator
from cockpit.observation import Observation
from cockpit.series import Series, SeriesKey
from cockpit.trail import parse_trail_key
from indicators import FORMULAS
from layouts.explore.reading import Line
from layouts.panels import PANELS
from layouts.panels.amounts import amount
from layouts.panels.view import View
from layouts.parts.frame import frame
from layouts.theme import WALL
from layouts.wall.cards import cards, chosen
from layouts.wall.status import reach, status


def growth(time: str, value: float, cell: str) -> Observation:
    return Observation(
        sheet="",
        cell=cell,
        label="固定资产投资额_累计增长",
        indicator="fai",
        ref_area="全国",
        area="000000",
        freq="M",
        time_period=time,
        accumulation="ytd",
        transformation="yoy",
        unit="%",
        value=value,
        raw=str(value),
    )


@pytest.fixture(params=["zh_CN", "en"])
def locale(request) -> Iterator[str]:
    token = current_locale.set(request.param)
    yield request.param
    current_locale.reset(token)


@pytest.fixture
def chinese() -> Iterator[None]:
    token = current_locale.set("zh_CN")
    yield
    current_locale.reset(token)


@pytest.fixture
def view(warehouse, catalog) -> View:
    return View(
        catalog=catalog,
        calculator=Calculator(warehouse.reader(), catalog, FORMULAS),
        area="000000",
        today=date(2024, 1, 20),
        style=WALL,
    )


@pytest.fixture
def investment(stage, warehouse) -> None:
    figures = [growth("2023-11", 2.9, "C4"), growth("2023-12", 3.0, "B4")]
    warehouse.publish(stage(*figures).batch.id, "李", accept_doubtful=True)


@pytest.fixture
def private(stage, warehouse) -> None:
    figure = replace(growth("2023-10", -0.5, "D4"), indicator="fai_private")
    warehouse.publish(stage(figure, name="private.csv").batch.id, "李", accept_doubtful=True)


@pytest.fixture
def trade(stage, warehouse) -> None:
    levels = [
        replace(
            growth(year, value, cell),
            indicator="trade_total",
            freq="A",
            accumulation="period",
            transformation="level",
            unit="亿元",
        )
        for year, value, cell in (("2022", 100.0, "B2"), ("2023", 110.0, "C2"))
    ]
    warehouse.publish(stage(*levels).batch.id, "李", accept_doubtful=True)


def written(parts: list) -> str:
    return to_json_plotly(parts)


def trails(text: str) -> list[str]:
    return re.findall(r'"data-trail": ?"([^"]+)"', text)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
def test_a_panel_without_figures_says_so(panel, view: View):
    text = written(frame(panel.draw(view)))
    assert "fresh-missing" in text
    assert trails(text) == []


@pytest.mark.usefixtures("locale")
def test_cards_and_strips_stand_without_figures(view: View):
    assert len(cards(view)) == len(chosen(view.area)) == 8
    assert reach(view) == []
    assert len(status(view)) == 3


@pytest.mark.usefixtures("chinese", "investment")
def test_a_panel_tells_the_finding_the_source_and_its_age(view: View):
    panel = next(panel for panel in PANELS if panel.id == "investment")
    content = panel.draw(view)
    assert content.finding == "2023年1—12月固定资产投资增长3.0%，比1—11月加快0.1个百分点"
    assert content.measure == "同比增速 · % · 2023年1—12月"
    assert content.source == "来源：统计局"
    assert content.fresh.words() == "当期"
    assert content.address.startswith("/explore/fai?area=000000")


@pytest.mark.usefixtures("chinese", "investment")
def test_every_number_on_a_card_names_its_figure(view: View):
    names = trails(written(cards(view)))
    assert names == ["fai|000000|M|ytd|yoy||2023-12"]
    assert parse_trail_key(names[0]).period.year == 2023


@pytest.mark.usefixtures("chinese", "investment", "private")
def test_a_strand_of_another_month_says_which(view: View):
    panel = next(panel for panel in PANELS if panel.id == "investment")
    text = written(frame(panel.draw(view)))
    assert "2023年1—10月" in text
    assert trails(text) == [
        "fai|000000|M|ytd|yoy||2023-12",
        "fai_private|000000|M|ytd|yoy||2023-10",
    ]


@pytest.mark.usefixtures("chinese", "investment")
def test_the_strips_say_how_far_figures_reach_and_what_is_due(view: View):
    assert "数据截至2023年12月" in json.loads(written(reach(view)))[0]["props"]["children"]
    assert "7项缺" in written(status(view))
    assert "下一次应报：固定资产投资" in written(status(view))


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (1260582.0, ("126.06", "万亿元"), ("126.06", "trillion yuan")),
        (2074.88, ("2074.88", "亿元"), ("207488", "million yuan")),
    ],
)
def test_sums_are_written_in_the_unit_they_are_spoken_of(view: View, value, chinese, english):
    key = SeriesKey(indicator="gdp", area="000000", freq="A", accumulation="period", unit="cny")
    line = Line("000000", Series(key, "亿元", ()))
    for locale, words in (("zh_CN", chinese), ("en", english)):
        token = current_locale.set(locale)
        assert amount(view, line, value) == words
        current_locale.reset(token)


@pytest.mark.usefixtures("chinese", "trade")
def test_growth_worked_out_from_levels_says_so(view: View):
    panel = next(panel for panel in PANELS if panel.id == "consumption")
    content = panel.draw(view)
    assert content.finding == "2023年货物进出口增长10.0%"
    assert content.measure.endswith("2023年 · 推算")
