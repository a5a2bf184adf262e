"""Names of areas: what stands around a name settles which of its namesakes it is."""

from __future__ import annotations

import pytest

from cockpit.catalog import Area, Catalog
from loaders.places import Places


@pytest.fixture(scope="module")
def places(catalog: Catalog) -> Places:
    return Places(catalog)


CITIES = ["Jilin", "Fuzhou", "Dali", "Sanya", "Xi'an", "Changchun"]


def test_a_city_that_stands_in_every_month_is_still_one_of_the_seventy(catalog: Catalog) -> None:
    long = Places(catalog).axis(CITIES * 20)
    codes = [name.code for name in long[: len(CITIES)]]
    assert codes == ["220200", "350100", "532900", "460200", "610100", "220100"]


def test_alone_the_short_name_is_the_province_and_a_double_name_is_nobody(catalog: Catalog) -> None:
    assert Places(catalog).code("Jilin") == "220000"
    assert Places(catalog).code("Fuzhou") is None


# A table's rows, and the area its title names; `-` has no code.
AXES = """
薛城区 市中区 峄城区 台儿庄区 山亭区 滕州市 高新区 全市 | |
370403 370402 370404 370405 370406 370481 - 370400
全市 薛城区 市中区 市直 市本级 其他 全省 全国 | 370400 | 370400 370403 370402 - - - 370000 000000
1.薛城区 （二）市中区 一、市区 其中：滕州市 薛城区（含高新区） | 370400 |
370403 370402 - 370481 370403
薛城区 济南市 青岛 合计 | 370400 | 370403 370100 370200 370400
南京市 玄武区 鼓楼区 徐州市 鼓楼区 云龙区 | 320000 | 320100 320102 320106 320300 320302 320303
长春 吉林 四平 辽源 通化 延边州 | | 220100 220200 220300 220400 220500 222400
西宁 海东 海北 黄南 海南 果洛 | 630000 | 630100 630200 632200 632300 632500 632600
370402 370403000000 370404薛城 | | 370402 370403 370404
Shijiazhuang_City Xuzhou Hangzhou | | 130100 320300 330100
全县 城关镇 张集镇 | 320322 | 320322 - -
全市 全区 晋城市 城区 | 140000 | - - 140500 140502
济南 青岛 莱芜 枣庄 滕州 | | 370100 370200 - 370400 370481
北京 海淀 朝阳 | | 110000 110108 110105
呼市 锡盟 兴安盟 | | 150100 152500 152200
北京 天津 河北 吉林 海南 | | 110000 120000 130000 220000 460000
"""


def _cases(text: str) -> list[list[str]]:
    lines = text.strip().replace("|\n", "| ").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.mark.parametrize(("rows", "within", "codes"), _cases(AXES))
def test_rows_are_read_inside_the_area_of_the_title(
    places: Places, rows: str, within: str, codes: str
) -> None:
    texts = [row.replace("_", " ") for row in rows.split()]
    found = places.axis(texts, within or None)
    assert [place.code or "-" for place in found] == codes.split()
    assert places.are_places(texts)


@pytest.mark.parametrize(
    "words",
    [
        "合计 新建 住宅",
        "第一产业 第二产业 合计",
        "本月 累计",
        "其他 合计",
        "城镇 乡村",
        "工业 建筑业 其他",
        "东部 中部 西部",
        "和平 发展",
        "123456 234567 345678",
    ],
)
def test_other_columns_are_no_regions(places: Places, words: str) -> None:
    assert not places.are_places(words.split())


def test_every_area_answers_to_its_name_in_its_parents_tables(
    places: Places, catalog: Catalog
) -> None:
    below = [area for area in catalog.areas if area.parent]
    lost = [a.code for a in below if places.axis([a.name_zh], a.parent)[0].code != a.code]
    assert lost == []


def test_every_area_is_found_in_a_title_behind_its_parents_name(
    places: Places, catalog: Catalog
) -> None:
    lost = [
        area.code
        for area in catalog.areas
        if area.level != "country"
        and places.context(f"2024年1-10月{_above(catalog, area)}{area.name_zh}主要经济指标")
        != area.code
    ]
    assert lost == []


def _above(catalog: Catalog, area: Area) -> str:
    return "".join(a.name_zh for a in catalog.areas.path(area.code)[1:-1])


TITLES = """
2024年1-10月枣庄市各区(市)主要经济指标 370400
滕州市统计月报 370481
表3　江苏省分市地区生产总值 320000
南京 320100
南京市鼓楼区2024年 320106
枣庄市市中区 370402
枣庄市中区 370402
枣庄市场经营主体 370400
沛县主要经济指标 320322
涪陵2024年1-10月 500102
中国人民银行枣庄分行 370400
国家统计局山东调查总队 370000
吉林省吉林市 220200
大理州2024年 532900
阿里地区生产总值 542500
江西省分设区市主要经济指标 360000
Xuzhou Statistical Yearbook 2020 320300
2024年全国分省年度数据 000000
鼓楼区统计月报 -
2023年徐州市区房价 -
江苏省南京市、苏州市对比 -
各区域发展情况 -
县域经济 -
地区生产总值 -
全市主要指标 -
新建商品房销售 -
市场主体 -
郊区主要指标 -
2024年10月份分县(市、区)主要指标 -
"""


@pytest.mark.parametrize("line", TITLES.strip().splitlines())
def test_whom_a_title_speaks_of(places: Places, line: str) -> None:
    title, code = line.rsplit(maxsplit=1)
    assert (places.context(title) or "-") == code


def test_a_namesake_in_a_title_is_settled_by_what_is_known(places: Places) -> None:
    assert places.context("鼓楼区统计月报", "320300") == "320302"
    assert places.context("市中区", "370400") == "370402"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全　市", "whole"),
        ("合  计", "whole"),
        ("市本级", "other"),
        ("其他", "other"),
        ("枣庄高新技术产业开发区", "zone"),
        ("经开区", "zone"),
        ("浦东新区", "area"),
        ("景德镇", "area"),
        ("张集镇", "town"),
        ("城镇", None),
        ("规模以上工业", None),
    ],
)
def test_what_stands_among_areas(places: Places, text: str, kind: str | None) -> None:
    assert places.kind(text) == kind
