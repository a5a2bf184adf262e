"""The wall in a real browser: everything on one screen, and where each number comes from."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cockpit.settings import DATA

SCENES = sorted(path.stem for path in (DATA / "scenes").glob("*.toml"))
SCREENS = [(1920, 1080), (3840, 2160), (1366, 768), (2560, 1080), (3840, 1080), (7680, 2160)]
FLOORS = {"near": 12, "mid": 16, "far": 20, "elder": 25}
"""The least size of type at 1080 lines, for each distance of the farthest reader."""
NARROW_AND_WIDE = SCREENS[2::2]
LOOKS = [("zh_CN", "far", "dark"), ("zh_CN", "elder", "light"), ("en", "far", "light")]
LONG = os.environ.get("COCKPIT_SOAK") == "1"
if LONG:
    LOOKS = [
        (locale, distance, theme)
        for locale in ("zh_CN", "en")
        for distance in FLOORS
        for theme in ("dark", "light")
    ]
EMPTIED = ""
FAULTS = {
    "cut off": (".card .large", "overflow: hidden; width: 1em"),
    "small": (".card header", "font-size: 11px"),
    "over each other": (".card .large", "margin-top: -0.8em"),
    "off the screen": (".card", "position: relative; left: -100px"),
    "without words": (".card", EMPTIED),
    "no room": (".figure", "height: 9px"),
    "not drawn": (".figure", EMPTIED),
    "faint": (".card", "background: #7788aa"),
    "hidden": (".card header", "-webkit-text-fill-color: #0000"),
}
"""What each measurement is there to find, and how to bring it about."""
SPOIL = """(one, style) => {
  if (style) return void (one.style.cssText = style);
  one.removeAttribute("data-model");
  one.replaceChildren();
}"""

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("shot")]


def pages(page: Page) -> int:
    """How many pages the scene has on this screen."""
    return page.evaluate("() => wall.fit(document.getElementById('wall'), 0)")


@pytest.mark.parametrize(("locale", "distance", "theme"), LOOKS)
@pytest.mark.parametrize("scene", SCENES)
def test_everything_can_be_read_on_every_screen(
    page: Page, url: str, scene: str, locale: str, distance: str, theme: str, unreadable: Callable
) -> None:
    page.goto(f"{url}/wall/{scene}?distance={distance}&theme={theme}&rotate=off&lang={locale}")
    for drawing in page.locator(".map .figure").all():
        expect(drawing).to_have_attribute("data-drawn", "yes")
    screens = SCREENS if LONG or (locale, distance) == ("zh_CN", "far") else NARROW_AND_WIDE
    for n, (width, height) in enumerate(screens):
        page.set_viewport_size({"width": width, "height": height})
        floor = FLOORS[distance] * min(height / 1080, width / 1366)
        painted = height <= 1080 if LONG else n == 0
        found = [unreadable(page, floor, at, painted=painted) for at in range(pages(page))]
        assert not any(found), (width, height, found)
        scrolled = "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
        assert page.evaluate(scrolled) == [height, width]


@pytest.mark.parametrize("fault", FAULTS)
def test_each_measurement_finds_what_it_is_there_to_find(
    page: Page, url: str, fault: str, unreadable: Callable
) -> None:
    page.goto(f"{url}/wall/gdp?rotate=off")
    where, style = FAULTS[fault]
    page.locator(where).first.evaluate(SPOIL, style)
    assert fault in {line.partition(":")[0] for line in unreadable(page, 20, painted=True)}


def test_the_figures_are_the_published_ones_and_say_how_late_they_are(page: Page, url: str) -> None:
    page.goto(url)
    card = page.locator(".card", has_text="固定资产投资")
    expect(card.locator(".large .number")).to_have_text("+3.0")
    expect(card).to_contain_text("2023年1—12月")
    expect(card).to_contain_text("加快0.1个百分点")
    expect(card.locator(".tag")).to_have_text(re.compile(r"逾期\d+天"))
    expect(page.locator(".panel h2", has_text="2023年1—12月固定资产投资增长3.0%")).to_be_visible()


def test_under_a_key_figure_the_last_facts_give_way(page: Page, url: str) -> None:
    page.goto(url)
    card = page.locator(".card", has_text="一般公共预算收入")
    expect(card).to_contain_text("完成目标92.1%")
    expect(card.locator(".fact-pace")).to_have_text("快于序时进度0.4个百分点")
    expect(card.locator(".fact-cumulative")).to_be_hidden()
    page.set_viewport_size({"width": 3840, "height": 1080})
    expect(card.locator(".fact-cumulative")).to_contain_text("20.01")
    expect(card.locator(".light")).to_have_text(re.compile("正常"))


def test_the_steps_of_growth_answer_where_they_come_from(page: Page, url: str) -> None:
    page.goto(f"{url}/wall/gdp")
    steps = page.locator(".kind-waterfall")
    expect(steps.locator("rect")).to_have_count(5)
    steps.locator("[data-trail]", has_text="+3.06").press("Enter")
    expect(page.locator("dialog#trail")).to_contain_text("第三产业增加值")


def test_every_province_is_drawn_or_hatched_and_leads_to_its_own_wall(page: Page, url: str) -> None:
    page.goto(f"{url}/wall/regions")
    areas = page.locator(".map svg .main a path")
    expect(areas).to_have_count(34)
    hatched = page.locator(".map svg .main .missing")
    expect(hatched).to_have_count(3)
    expect(hatched.first).to_have_css("fill", re.compile("#hatch"))
    expect(page.locator(".panel", has_text="审图号")).to_contain_text("≥ 6")
    page.locator('.map svg .main a[data-area="320000"]').press("Enter")
    expect(page).to_have_url(re.compile("area=320000"))
    expect(page.locator(".ranking .own a")).to_have_text("江苏")


def test_the_map_leads_from_the_country_to_a_county_and_back(page: Page, url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2][:6]))
    page.goto(f"{url}/wall/regions")
    main = page.locator(".map svg .main")
    for code, name, parts in (("320000", "江苏", 13), ("320500", "苏州", 9)):
        main.locator(f'a[data-area="{code}"]').press("Enter")
        expect(page.locator(".place summary")).to_have_text(name)
        expect(main.locator("a path")).to_have_count(parts)
    page.locator('.map svg a[data-area="320583"]').press("Enter")
    expect(page.locator(".place summary")).to_have_text("昆山市")
    expect(main.locator("path.own")).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".place summary")).to_have_text("苏州")
    page.locator(".map .above a", has_text="江苏").click()
    expect(main.locator("a path")).to_have_count(13)
    expect(main.locator(".missing")).to_have_count(0)
    assert [asked.count(code) for code in ("000000", "320000", "320500", "320583")] == [1, 1, 1, 0]


@pytest.mark.parametrize(("area", "theme"), [("320000", "dark"), ("460000", "light")])
def test_the_names_on_a_map_can_be_read(
    page: Page, url: str, area: str, theme: str, unreadable: Callable
) -> None:
    page.goto(f"{url}/wall/regions?area={area}&theme={theme}&rotate=off")
    expect(page.locator(".map .figure")).to_have_attribute("data-drawn", "yes")
    for n, (width, height) in enumerate(SCREENS):
        page.set_viewport_size({"width": width, "height": height})
        floor = FLOORS["far"] * min(height / 1080, width / 1366)
        assert unreadable(page, floor, painted=n == 0) == [], (width, height)
        assert page.locator(".map .names text").count() > 4


def test_one_click_tells_where_a_number_comes_from(page: Page, url: str) -> None:
    page.goto(url)
    page.locator(".card", has_text="固定资产投资").locator(".large .number").click()
    drawer = page.locator("dialog#trail")
    expect(drawer).to_contain_text("05 月度数据 固定资产投资.csv")
    expect(drawer).to_contain_text("B4")
    with page.expect_download() as kept:
        drawer.locator("a[href^='/originals/']").first.click()
    assert kept.value.suggested_filename == "05 月度数据 固定资产投资.csv"
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()


def test_the_last_figure_of_a_line_answers_too(page: Page, url: str) -> None:
    page.goto(url)
    page.locator("svg [data-trail]", has_text="−0.4").press("Enter")
    expect(page.locator("dialog#trail")).to_contain_text("民间投资")


def test_scenes_are_turned_over_by_keys_and_by_themselves(page: Page, url: str) -> None:
    page.goto(f"{url}/wall/gdp")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("/wall/industry"))
    expect(page.locator("h1")).to_have_text("工业")
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("/wall/gdp"))
    page.keyboard.press(" ")
    expect(page.locator(".turning")).to_contain_text("已暂停")
    page.evaluate("() => { document.getElementById('wall').dataset.dwell = 0; }")
    page.keyboard.press(" ")
    expect(page.locator("h1")).to_have_text("工业")


def test_a_card_leads_to_explore(page: Page, url: str) -> None:
    page.goto(url)
    page.locator(".card header a", has_text="生产总值").click()
    expect(page).to_have_url(re.compile("/explore/gdp"))


def test_a_place_without_figures_says_so(page: Page, url: str) -> None:
    page.goto(f"{url}/wall/prices-livelihood?area=320400")
    expect(page.locator(".card", has_text="城镇调查失业率")).to_contain_text("缺")
    expect(page.locator(".panel", has_text="城镇调查失业率")).to_contain_text("本地区没有数据")
    assert "NaN" not in page.locator("#wall").inner_text()


def test_an_address_that_asks_for_what_is_not_there_is_answered(page: Page, url: str) -> None:
    page.goto(f"{url}/wall/gdp?area=999999&colour=red&theme=pink")
    refused = page.locator(".refused")
    expect(refused).to_have_count(3)
    expect(refused.filter(has_text="999999")).to_be_visible()
