"""Units: the same printed quantity is the same number, and unlike things never convert."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.catalog import Catalog, Unit, load_catalog
from cockpit.errors import ArithmeticRefused, NotInCatalogue
from cockpit.settings import DATA

UNITS = load_catalog(DATA / "catalog").units
ALL = sorted(UNITS)


def _alike(unit: Unit) -> list[str]:
    return [symbol for symbol in ALL if UNITS[symbol].dimension == unit.dimension]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    one = draw(st.sampled_from(ALL))
    return one, draw(st.sampled_from(_alike(UNITS[one])))


@given(value=st.floats(-1e15, 1e15), pair=pairs())
def test_there_and_back_is_where_one_was(value: float, pair: tuple[str, str]) -> None:
    one, other = pair
    there = UNITS.convert(value, one, other)
    assert UNITS.convert(there, other, one) == pytest.approx(value, rel=1e-12, abs=1e-300)


@given(pair=pairs())
def test_the_base_unit_is_the_measure_of_its_dimension(pair: tuple[str, str]) -> None:
    one, other = pair
    assert UNITS.base(one) == UNITS.base(other)
    assert UNITS.convert(1, one, UNITS.base(one).symbol) == pytest.approx(float(UNITS[one].factor))


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (18549.19, "亿元", "万元", 185491900.0),
        (104520, "万元", "亿元", 10.452),
        (0.1, "亿元", "元", 10_000_000.0),
        (1, "亿美元", "千美元", 100_000.0),
        (1, "亿千瓦小时", "万千瓦时", 10_000.0),
        (1, "公顷", "亩", 15.0),
        (1500, "亩", "平方公里", 1.0),
        (3, "万㎡", "平方米", 30_000.0),
        (8.12, "‰", "%", 0.812),
        (12, "亿件", "万件", 120_000.0),
        (1_171_700, "户", "万户", 117.17),
    ],
)
def test_conversions_of_the_tables(value: float, source: str, target: str, expected: float) -> None:
    assert UNITS.convert(value, source, target) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [("亿美元", "亿元"), ("%", "百分点"), ("上年同月=100", "上月=100"), ("亩", "万元/亩")],
)
def test_unlike_units_never_convert(source: str, target: str) -> None:
    with pytest.raises(ArithmeticRefused, match=source):
        UNITS.convert(1.0, source, target)


def test_an_unknown_unit_is_named() -> None:
    with pytest.raises(NotInCatalogue, match="斛"):
        UNITS.convert(1.0, "斛", "吨")


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("亿千瓦小时", "亿千瓦时"),
        ("万 元", "万元"),
        ("％", "%"),
        ("万m²", "万平方米"),
        ("100 million yuan", "亿元"),
        ("上年同月＝100", "上年同月=100"),
        ("个百分点", "百分点"),
    ],
)
def test_written_forms_are_one_unit(printed: str, symbol: str) -> None:
    found = UNITS.parse(printed)
    assert found is not None
    assert found.symbol == symbol


PRINTED = """
% ‰ 万人 人 万吨 吨 千克 吨/日 万吨标准煤 万平方米 亿立方米 亿千瓦小时 亿元 万元 元 元/人 元/平方米
千美元 万美元 亿美元 台 座 件 上年=100 上年同月=100 上年同期=100 上月=100 1978年=100
"""


@pytest.mark.parametrize("printed", PRINTED.split())
def test_every_unit_the_national_database_prints_is_known(printed: str) -> None:
    assert UNITS.parse(printed) is not None


def test_base_prices_differ_in_dimension(catalog: Catalog) -> None:
    indices = [unit for unit in catalog.units.values() if unit.symbol.endswith("=100")]
    assert len({unit.dimension for unit in indices}) == len(indices)


# As printed, and the unit it is.
PRINTED = """
单位：亿元 亿元|（万元） 万元|计量单位:万平方米 万平方米|(单位:％) %|单位（万元） 万元
人民币亿元 亿元
亿　元 亿元|个百分点 百分点|万m² 万平方米|㎡ 平方米|万度 万千瓦时|亿度 亿千瓦时|标箱 TEU
万标箱 万TEU
公斤 千克|公里 千米|吨标煤/万元 吨标准煤/万元|亿吨·公里 亿吨公里|人·公里 人公里|μg/m3 微克/立方米
元/㎡ 元/平方米|台（套） 台|上年＝100 上年=100|以上年价格为100 上年=100
（上年同期为100） 上年同期=100
以上年同月为100 上年同月=100|上月价格=100 上月=100|名 名|第几位 位|亿斤 亿斤|单位 -|亿元、% -|本月 -
"""


@pytest.mark.parametrize("entry", PRINTED.strip().replace("\n", "|").split("|"))
def test_units_as_bureaus_print_them(entry: str) -> None:
    printed, symbol = entry.rsplit(" ", 1)
    unit = UNITS.parse(printed)
    assert (unit.symbol if unit else "-") == symbol
