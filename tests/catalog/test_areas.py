"""Areas: every printed name means one place, or the catalogue says it cannot tell."""

from __future__ import annotations

import pytest

from cockpit.catalog import Area, Areas, Catalog

# Code, full name, short name, English name of the national statistics.
PROVINCES = """
110000 北京市 北京 Beijing|120000 天津市 天津 Tianjin|130000 河北省 河北 Hebei
140000 山西省 山西 Shanxi|150000 内蒙古自治区 内蒙古 Inner Mongolia|210000 辽宁省 辽宁 Liaoning
220000 吉林省 吉林 Jilin|230000 黑龙江省 黑龙江 Heilongjiang|310000 上海市 上海 Shanghai
320000 江苏省 江苏 Jiangsu|330000 浙江省 浙江 Zhejiang|340000 安徽省 安徽 Anhui
350000 福建省 福建 Fujian|360000 江西省 江西 Jiangxi|370000 山东省 山东 Shandong
410000 河南省 河南 Henan|420000 湖北省 湖北 Hubei|430000 湖南省 湖南 Hunan
440000 广东省 广东 Guangdong|450000 广西壮族自治区 广西 Guangxi|460000 海南省 海南 Hainan
500000 重庆市 重庆 Chongqing|510000 四川省 四川 Sichuan|520000 贵州省 贵州 Guizhou
530000 云南省 云南 Yunnan|540000 西藏自治区 西藏 Tibet|610000 陕西省 陕西 Shaanxi
620000 甘肃省 甘肃 Gansu|630000 青海省 青海 Qinghai|640000 宁夏回族自治区 宁夏 Ningxia
650000 新疆维吾尔自治区 新疆 Xinjiang|710000 台湾省 台湾 Taiwan
810000 香港特别行政区 香港 Hong Kong|820000 澳门特别行政区 澳门 Macao
"""
# The 70 cities of the house price release, in its order, with the English of other tables.
CITIES_70 = """
北京 Beijing|天津 Tianjin|石家庄 Shijiazhuang|太原 Taiyuan|呼和浩特 Hohhot|沈阳 Shenyang
大连 Dalian|长春 Changchun|哈尔滨 Harbin|上海 Shanghai|南京 Nanjing|杭州 Hangzhou|宁波 Ningbo
合肥 Hefei|福州 Fuzhou|厦门 Xiamen|南昌 Nanchang|济南 Jinan|青岛 Qingdao|郑州 Zhengzhou
武汉 Wuhan|长沙 Changsha|广州 Guangzhou|深圳 Shenzhen|南宁 Nanning|海口 Haikou|重庆 Chongqing
成都 Chengdu|贵阳 Guiyang|昆明 Kunming|西安 Xi'an|兰州 Lanzhou|西宁 Xining|银川 Yinchuan
乌鲁木齐 Urumqi|唐山 Tangshan|秦皇岛 Qinhuangdao|包头 Baotou|丹东 Dandong|锦州 Jinzhou
吉林 Jilin|牡丹江 Mudanjiang|无锡 Wuxi|徐州 Xuzhou|扬州 Yangzhou|温州 Wenzhou|金华 Jinhua
蚌埠 Bengbu|安庆 Anqing|泉州 Quanzhou|九江 Jiujiang|赣州 Ganzhou|烟台 Yantai|济宁 Jining
洛阳 Luoyang|平顶山 Pingdingshan|宜昌 Yichang|襄阳 Xiangyang|岳阳 Yueyang|常德 Changde
韶关 Shaoguan|湛江 Zhanjiang|惠州 Huizhou|桂林 Guilin|北海 Beihai|三亚 Sanya|泸州 Luzhou
南充 Nanchong|遵义 Zunyi|大理 Dali
"""


def _entries(text: str) -> list[list[str]]:
    return [entry.split(" ") for entry in text.strip().replace("\n", "|").split("|")]


@pytest.fixture(scope="module")
def areas(catalog: Catalog) -> Areas:
    return catalog.areas


def _code(area: Area | None) -> str | None:
    return area.code if area else None


@pytest.mark.parametrize(
    ("code", "full", "short", "english"),
    [(code, full, short, " ".join(english)) for code, full, short, *english in _entries(PROVINCES)],
)
def test_provinces_by_every_name(
    areas: Areas, code: str, full: str, short: str, english: str
) -> None:
    assert {_code(areas.resolve(name)) for name in (full, short, english)} == {code}
    assert areas.resolve(short).name_en == english  # ty: ignore[unresolved-attribute]


def test_the_seventy_cities_by_every_name(areas: Areas) -> None:
    wrong = [
        name
        for place, name in zip(areas.groups["cities70"].areas, _entries(CITIES_70), strict=True)
        for written in (name[0], "　　".join(name[0]), name[1])
        if _code(areas.resolve(written, "cities70")) != place
    ]
    assert wrong == []


def test_cities_of_the_release_without_knowing_the_release(areas: Areas) -> None:
    """吉林 alone is the province; Fuzhou is 福州 or 抚州, and the catalogue does not guess."""
    found = {name: areas.resolve(name) for name, _english in _entries(CITIES_70)}
    assert _code(found.pop("吉林")) == "220000"
    assert {area.level if area else None for area in found.values()} == {"city", "province"}
    assert areas.resolve("Fuzhou") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Xian", "610100"),
        ("Nei Mongol", "150000"),
        ("Ningxia Hui", "640000"),
        ("Xinjiang Uygur", "650000"),
        ("Xizang", "540000"),
        ("襄樊", "420600"),
        ("思茅市", "530800"),
        ("济源", "419001"),
        ("仙桃市", "429004"),
        ("神农架", "429021"),
        ("石河子", "659001"),
        ("白沙县", "469025"),
        ("琼中黎族苗族自治县", "469030"),
        ("延边州", "222400"),
        ("海南州", "632500"),
        ("沛县", "320322"),
        ("全国", "000000"),
        ("即墨市", "370215"),
    ],
)
def test_other_names(areas: Areas, name: str, code: str) -> None:
    assert _code(areas.resolve(name)) == code


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("鼓楼区", "320100", "320106"),
        ("鼓楼区", "350000", "350102"),
        ("吉林", "220000", "220200"),
        ("海南", "630000", "632500"),
        ("南昌市", "360100", "360100"),
        ("Fuzhou", "360000", "361000"),
        ("北京", "CN", "110000"),
    ],
)
def test_namesakes_by_the_area_above(areas: Areas, name: str, within: str, code: str) -> None:
    assert _code(areas.resolve(name, within)) == code


@pytest.mark.parametrize("name", ["鼓楼区", "城区", "Suzhou"])
def test_namesakes_alone_are_not_guessed(areas: Areas, name: str) -> None:
    assert areas.resolve(name) is None
    assert len(areas.candidates(name)) > 1


@pytest.mark.parametrize(
    "text", ["合计", "市辖区", "市本级", "省直", "其他", "莱芜市", "京津冀", "", " ", "台", "新"]
)
def test_words_that_are_no_area(areas: Areas, text: str) -> None:
    assert areas.resolve(text) is None


def test_every_area_answers_to_its_own_name_under_its_parent(areas: Areas) -> None:
    lost = [a.code for a in areas if _code(areas.resolve(a.name_zh, a.parent or None)) != a.code]
    assert lost == []


def test_the_tree_of_areas(areas: Areas) -> None:
    assert len(areas.children("000000")) == 34
    assert [area.code for area in areas.path("360111")] == ["000000", "360000", "360100", "360111"]
    assert {area.level for area in areas.children("460000")} == {"city", "county"}
    assert areas.get("100000") == areas.get("CN") == areas.get("156") == areas.get("000000")
    assert areas.get("999999") is None
