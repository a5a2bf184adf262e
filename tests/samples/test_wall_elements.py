"""What the wall says of the samples, against what the warehouse holds of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cockpit.boundaries import shipped
from cockpit.cockpit import Cockpit
from cockpit.country import CHINA
from cockpit.indicator.structure import structure
from cockpit.series import Selection
from cockpit.settings import DATA
from cockpit.signals import load_rules
from layouts.wall.cards import card
from layouts.wall.content import CardContent, PanelContent
from layouts.wall.elements import KINDS
from layouts.wall.lands import Lands
from layouts.wall.scene import Scenes
from layouts.wall.scenes import read_scenes
from layouts.wall.screen import screen
from layouts.wall.view import View

JIANGSU, CHANGZHOU, NINGXIA = "320000", "320400", "640000"


@pytest.fixture(scope="module")
def scenes(cockpit: Cockpit) -> Scenes:
    return read_scenes(DATA / "scenes", cockpit.catalog)


@pytest.fixture(scope="module")
def view(cockpit: Cockpit) -> View:
    return View(
        catalog=cockpit.catalog,
        calculator=cockpit.calculator(),
        area=CHINA,
        today=date(2024, 1, 20),
        targets=cockpit.targets,
        rules=load_rules(DATA / "signals", cockpit.catalog),
        lands=Lands(shipped(cockpit.catalog.areas)),
    )


def told(found: CardContent) -> dict[str, str]:
    """What stands under a key figure, by kind."""
    return {
        one.kind: " ".join(
            filter(None, (one.words, one.figure and one.figure.text, one.mark, one.state))
        )
        for one in found.facts
    }


def of(view: View, scenes: Scenes, scene: str, indicator: str) -> CardContent:
    declared = next(one for one in scenes[scene].cards if one.main.selection.indicator == indicator)
    return card(view, declared)


def test_growth_amount_and_target_of_the_country(view: View, scenes: Scenes) -> None:
    found = of(view, scenes, "overview", "gdp")
    assert found.main is not None
    assert found.main.text == "+5.2"
    assert told(found) == {
        "change": "与上期持平",
        "cumulative": "累计 126.06",
        "target": "目标5%左右 ● 达标",
        "pace": "高于目标0.2个百分点",
    }


def test_an_amount_is_followed_against_time(view: View, scenes: Scenes) -> None:
    asked = Selection(indicator="budget_revenue", freq="M", accumulation="ytd")
    latest = view.calculator.series(asked).latest
    assert latest is not None
    assert latest.value == 200131.0
    found = told(of(view, scenes, "overview", "budget_revenue"))
    # 200131 of 217300 is 92.1 %; eleven months of twelve are 91.7 %.
    assert found["target"] == "完成目标92.1% ● 达标"
    assert found["pace"] == "快于序时进度0.4个百分点"
    assert found["cumulative"] == "累计 20.01"


def test_the_light_is_that_of_the_matrix(view: View, scenes: Scenes) -> None:
    lights = {
        indicator: found.light and (found.light.mark, found.light.words)
        for indicator in ("fai", "cpi", "ind_va_growth", "gdp")
        if (found := of(view, scenes, "overview", indicator))
    }
    assert lights == {
        "fai": ("▼", "偏冷"),
        "cpi": ("▼▼", "过冷"),
        "ind_va_growth": ("●", "正常"),
        "gdp": None,
    }


def test_a_province_has_a_place_and_no_target(view: View, scenes: Scenes) -> None:
    found = of(replace(view, area=JIANGSU), scenes, "overview", "gdp")
    assert found.when == "2024年"
    assert told(found) == {"rank": "31地第2位，位次不变"}


def test_a_place_without_an_earlier_one_says_nothing_of_its_change(
    view: View, scenes: Scenes
) -> None:
    found = of(replace(view, area=CHANGZHOU), scenes, "overview", "gdp")
    assert told(found) == {"rank": "13地第5位"}


def waterfall(view: View, scenes: Scenes) -> PanelContent:
    declared = next(one for one in scenes["gdp"].panels if one.kind == "waterfall")
    return KINDS["waterfall"].draw(view, declared, scenes)


def test_what_sectors_brought_leads_to_the_whole_with_its_residual(
    view: View, scenes: Scenes
) -> None:
    found = waterfall(view, scenes)
    assert found.finding == "2023年生产总值增长5.2%，其中第三产业拉动3.06个百分点"
    assert "估算" in found.measure
    assert found.model is not None
    *steps, whole = found.model["rows"]
    held = structure(view.calculator, view.catalog, Selection(indicator="gdp"))
    pulls = {part.indicator: part.value("contribution") for part in held.parts}
    order = ("gdp_tertiary", "gdp_secondary", "gdp_primary")
    assert [one["value"] for one in steps] == [*map(pulls.get, order), held.residual]
    assert sum(one["value"] for one in steps) == pytest.approx(whole["value"], abs=1e-8)
    assert [one["text"] for one in steps] == ["+3.06", "+1.88", "+0.30", "−0.04"]
    assert steps[0]["trail"] == "gdp_tertiary|000000|Q|ytd|contribution||2023-Q4"


def test_where_no_growth_is_published_the_sentence_says_why(view: View, scenes: Scenes) -> None:
    found = waterfall(replace(view, area=CHANGZHOU), scenes)
    assert found.body == "nothing"
    assert found.model is None
    assert found.values["words"].startswith("地区生产总值按现价的比值不是增长速度")


def shortfalls(view: View, scenes: Scenes) -> PanelContent:
    declared = next(one for one in scenes["targets"].panels if one.kind == "shortfalls")
    return KINDS["shortfalls"].draw(view, declared, scenes)


def test_what_falls_behind_stands_with_every_reason(view: View, scenes: Scenes) -> None:
    found = shortfalls(replace(view, area=NINGXIA), scenes)
    assert found.finding == "短板指标 · 4项中2项列入 · 10项无数据未判断"
    assert [(one["name"], one["when"], one["why"]) for one in found.values["rows"]] == [
        ("投资到位资金", "2024年", "负增长；31地第28位，后退25位"),
        ("进出口总额", "2024年 · 推算", "负增长；31地第28位，后退6位"),
    ]
    assert found.measure.startswith("规则：增速低于0%、年度目标落后、比上级差1个百分点以上")


def test_the_country_has_neither_a_level_above_nor_a_place(view: View, scenes: Scenes) -> None:
    found = shortfalls(view, scenes)
    assert {one["why"] for one in found.values["rows"]} == {"负增长"}
    assert [one["name"] for one in found.values["rows"]] == [
        "工业利润",
        "民间投资",
        "房地产开发投资",
    ]


def test_the_matrix_of_lights_ends_with_the_last_month_that_is_lit(
    view: View, scenes: Scenes
) -> None:
    found = KINDS["lights"].draw(view, scenes["lights"].panels[0], scenes)
    assert found.values["heads"] == ["22/12", "23/1", *map(str, range(2, 13))]
    assert any(row["cells"][-1] for row in found.values["rows"])


def test_a_fall_goes_the_other_way_than_a_rise(view: View, scenes: Scenes) -> None:
    declared = next(one for one in scenes["investment"].panels if one.kind == "ranking")
    found = KINDS["ranking"].draw(view, declared, scenes)
    assert found.measure == "同比，% · 3地无数据 · 位次变化对比2023年"
    first, *_rest, last = found.values["rows"]
    zero = first["bar"][0]
    assert first["figure"].text == "+35.2"
    assert last["figure"].value < 0
    assert sum(last["bar"]) == pytest.approx(zero, abs=0.02)
    assert (zero + first["bar"][1], last["bar"][0]) == (pytest.approx(100, abs=0.02), 0)


def test_a_target_adopted_later_is_not_known_yet(view: View, scenes: Scenes) -> None:
    before = replace(view, today=date(2023, 3, 1))
    assert "target" not in told(of(before, scenes, "overview", "gdp"))


def test_what_stands_in_for_another_series_is_called_by_its_own_name(
    view: View, scenes: Scenes
) -> None:
    drawn = screen(replace(view, area=JIANGSU), scenes["overview"], scenes)
    text = "".join(part.html for part in drawn.panels)
    assert "2024年到位资金下降4.0%" in text
    assert "2024年货物进出口总额5.61万亿元" in text
    assert "社会消费品零售总额5.61" not in text
