import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from cockpit.boundaries import shipped
from cockpit.i18n import current_locale
from cockpit.indicator import Calculator
from cockpit.observation import Observation
from cockpit.position import load_targets
from cockpit.series import Series, SeriesKey
from cockpit.settings import DATA
from cockpit.signals.rules import load_rules
from cockpit.trail import parse_trail_key
from indicators import FORMULAS
from layouts.explore.reading import Line
from layouts.wall.amounts import amount, scale
from layouts.wall.lands import Lands
from layouts.wall.scene import Scene
from layouts.wall.scenes import read_scenes
from layouts.wall.screen import Screen, screen, without
from layouts.wall.view import View

TODAY = date(2024, 1, 20)


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
    calculator = Calculator(warehouse.reader(), catalog, FORMULAS)
    return View(
        catalog=catalog,
        calculator=calculator,
        area="000000",
        today=TODAY,
        targets=load_targets(DATA / "targets", catalog),
        rules=load_rules(DATA / "signals", catalog),
        lands=Lands(shipped(catalog.areas)),
    )


@pytest.fixture
def investment(stage, warehouse) -> None:
    figures = [growth("2023-11", 2.9, "C4"), growth("2023-12", 3.0, "B4")]
    warehouse.publish(stage(*figures).batch.id, "李", accept_doubtful=True)


@pytest.fixture
def private(stage, warehouse) -> None:
    figure = growth("2023-10", -0.5, "D4")._replace(indicator="fai_private")
    warehouse.publish(stage(figure, name="private.csv").batch.id, "李", accept_doubtful=True)


@pytest.fixture(scope="session")
def scenes(catalog):
    return read_scenes(DATA / "scenes", catalog)


@pytest.fixture
def draw(view, scenes):
    return lambda name, at=view: screen(at, scenes[name], scenes)


def written(drawn: Screen) -> str:
    return "".join(part.html for part in drawn.parts)


def trails(text: str) -> list[str]:
    return re.findall(r'"trail": "([^"]+)"|data-trail="([^"]+)"', text)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("name", sorted(path.stem for path in (DATA / "scenes").glob("*.toml")))
def test_a_scene_without_figures_says_so(draw, scenes, name):
    text = written(draw(name))
    scene: Scene = scenes[name]
    assert len(re.findall('class="card"', text)) == len(scene.cards)
    assert trails(text) == []
    if scene.series():
        assert "fresh-missing" in text
    assert "NaN" not in text


@pytest.mark.usefixtures("chinese", "investment")
def test_a_panel_tells_the_finding_the_source_and_its_age(draw):
    text = written(draw("overview"))
    assert "2023年1—12月固定资产投资增长3.0%，比1—11月加快0.1个百分点" in text
    assert "同比，% · 来源：统计局" in text
    assert '<span class="tag fresh-current">当期</span>' in text


@pytest.mark.usefixtures("chinese", "investment")
def test_every_number_names_its_figure(draw):
    named = {one or other for one, other in trails(written(draw("overview")))}
    assert named == {"fai|000000|M|ytd|yoy||2023-12"}
    assert parse_trail_key(named.pop())[1].year == 2023


@pytest.mark.usefixtures("chinese", "investment", "private")
def test_a_strand_of_another_month_says_which(draw):
    assert '"when": "2023\\u5e741\\u201410\\u6708"' in written(draw("overview"))


@pytest.mark.usefixtures("chinese", "investment")
def test_only_scenes_with_something_current_are_turned_to(draw, view):
    shown = {one["id"] for one in draw("overview").rotation if one["shown"]}
    lists = {"targets", "lights", "sentences", "timeliness"}
    assert shown == {"overview", "investment", *lists}
    years_later = replace(view, today=date(2026, 1, 20))
    fallen_back = {one["id"] for one in draw("overview", years_later).rotation if one["shown"]}
    assert fallen_back == shown


@pytest.mark.usefixtures("chinese", "investment")
def test_the_strip_says_what_is_awaited_and_from_whom(draw):
    drawn = draw("overview")
    assert drawn.reach == "数据截至2023年12月"
    assert "下一次应报：固定资产投资" in drawn.status.html
    assert "待统计局" in drawn.status.html


@pytest.mark.usefixtures("chinese", "investment")
def test_only_what_has_changed_is_sent_again(draw, stage, warehouse, view, scenes):
    before = draw("overview")
    figure = growth("2024-02", 4.2, "E4")._replace(cell="E4")
    warehouse.publish(stage(figure, name="feb.csv").batch.id, "李", accept_doubtful=True)
    later = replace(view, calculator=Calculator(warehouse.reader(), view.catalog, FORMULAS))
    after = screen(later, scenes["overview"], scenes)
    sent = without(after.parts, frozenset(part.digest for part in before.parts))
    changed = [part.html for part in sent if "data-same" not in part.html]
    assert len(changed) == 3
    assert all("固定资产投资" in html for html in changed)
    assert sum(len(html) for html in changed) < 20_000


def level(unit: str = "亿元", transformation="level") -> Line:
    key = SeriesKey(
        indicator="gdp",
        area="000000",
        freq="A",
        accumulation="period",
        unit="cny",
        transformation=transformation,
    )
    return Line("000000", Series(key, unit, ()))


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (1260582.0, ("126.06", "万亿元"), ("126.06", "trillion yuan")),
        (2074.88, ("2075", "亿元"), ("207.5", "billion yuan")),
        (74.88, ("74.88", "亿元"), ("7.5", "billion yuan")),
    ],
)
def test_sums_are_written_in_the_unit_they_are_spoken_of(view: View, value, chinese, english):
    for locale, words in (("zh_CN", chinese), ("en", english)):
        token = current_locale.set(locale)
        assert amount(view, level(), value) == words
        current_locale.reset(token)


@pytest.mark.usefixtures("chinese")
def test_figures_beside_each_other_share_one_unit(view: View):
    values = [141500.0, 34000.0, 2765.0]
    shared = scale(level(), values)
    assert shared.unit(view) == "万亿元"
    assert [shared.text(view, value) for value in values] == ["14.15", "3.40", "0.28"]


def test_a_half_is_rounded_up_once_and_only_where_it_is_written(view: View):
    assert scale(level(), [1234.5]).text(view, 1234.5) == "1235"


@pytest.fixture
def provinces(stage, warehouse, tianjin) -> None:
    """Five provinces, one of which withholds its figure, and the country, which does."""
    values = {"110000": 30320.0, "130000": 36010.3, "140000": 16818.1, "150000": 17289.2}
    figures = [tianjin._replace(area=area, value=value) for area, value in values.items()]
    withheld = tianjin._replace(value=None, status="M", raw="保密")
    country = withheld._replace(indicator="fai", area="000000", transformation="yoy", unit="%")
    warehouse.publish(stage(*figures, withheld, country).batch.id, "李")


@pytest.mark.usefixtures("chinese", "investment", "provinces")
def test_a_withheld_figure_is_dotted_and_said_in_words(draw, view):
    text = written(draw("overview"))
    assert re.search(r'"120000": \["suppressed", "[^"]+", "[^"]+"\]', text)
    assert '<i class="suppressed"></i>保密' in text
    assert "1个保密" in text
    there = replace(view, area="120000")
    regions = written(draw("regions", there))
    assert re.search(r"天津.{0,300}保密", regions, re.DOTALL)


@pytest.mark.usefixtures("chinese", "provinces")
def test_a_card_says_that_its_figure_is_withheld(draw):
    card = next(part.html for part in draw("overview").cards if "固定资产投资" in part.html)
    assert '<span class="number">保密</span>' in card
    assert "2017年" in card
    assert "缺" not in card
