"""Short and romanised names, as areas.csv is made with them."""

from __future__ import annotations

import pytest

from cockpit.catalog.place_names import pinyin_name, short_name, stem


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("长沙市", "长沙"),
        ("大理白族自治州", "大理"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("东乡族自治县", "东乡"),
        ("鄂温克族自治旗", "鄂温克"),
        ("龙胜各族自治县", "龙胜"),
        ("沛县", "沛县"),
        ("清新区", "清新"),
        ("浦东新区", "浦东"),
        ("阿里地区", "阿里"),
    ],
)
def test_the_name_without_its_rank(name: str, expected: str) -> None:
    assert stem(name) == expected


def test_a_county_keeps_its_rank_on_a_chart() -> None:
    assert short_name("南昌县", "county") == "南昌县"
    assert short_name("南昌市", "city") == "南昌"
    assert short_name("白沙黎族自治县", "county") == "白沙县"
    assert short_name("兴安盟", "city") == "兴安盟"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("西安市", "Xi'an"), ("沛县", "Peixian"), ("长治市", "Changzhi"), ("吕梁市", "Lüliang")],
)
def test_pinyin_as_maps_write_it(name: str, expected: str) -> None:
    pytest.importorskip("pypinyin", reason="pypinyin only makes the file, nobody needs it to run")
    assert pinyin_name(name) == expected
