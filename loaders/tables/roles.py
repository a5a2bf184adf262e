"""Header words that say what a row or column holds."""

from __future__ import annotations

from typing import Literal

from cockpit.catalog import normalise
from loaders.heading import chinese_part

Role = Literal[
    "indicator", "place", "time", "year", "month", "unit", "freq", "value", "serial", "other"
]

_WORDS: dict[Role, str] = {
    "indicator": "指标|指标名称|指标名|主要指标|统计指标|经济指标|项目|项目名称|科目|科目名称|预算科目|行业|行业名称|产品|产品名称|品种"
    "|分类|类别|indicator|indicators|item|items|variable",
    "place": "地区|地区名称|地市|省份|省|省市|省市区|市|城市|县区|区县|市县|市(县)|县(市、区)|县市区|市州|市(州)|地市州|区域|行政区划"
    "|县(市、区)名称|县区名称|县市区名称|各县(市、区)|地区代码|行政区划代码|区划代码|县(市)|区(市)|区(市)县|乡镇|镇街|乡镇(街道)"
    "|region|province|city|city(county)|area|district",
    "time": "时间|日期|时期|期间|报告期|统计期|数据期|所属期|所属时期|统计时间|年月|time|date|period|timeperiod",
    "year": "年份|年|年度|year",
    "month": "月份|月|month",
    "unit": "计量单位|单位|unit|units|measurement",
    "freq": "频度|频率|frequency|freq",
    "value": "值|数值|数据|value|obs_value",
    "serial": "序号|编号|行次|栏次|排序|no|no.|index|unnamed:0",
    "other": "type|类型|代码|编码|指标代码|地区编码|code|id|备注|注释|来源|数据来源|责任单位|责任部门|牵头单位|牵头部门|主管部门|数据提供单位|责任人"
    "|更新时间|开始时间|结束时间|note|notes|source|remark",
}
_ROLES: dict[str, Role] = {
    normalise(word): role for role, words in _WORDS.items() for word in words.split("|")
}
_CODES = ("代码", "编码", "编号", "code")
_LONGEST = 40
STARTERS: frozenset[Role] = frozenset({"indicator", "place", "time", "year", "month"})


def role_of(text: str) -> Role | None:
    """What a header word announces; None for a word that is a heading of figures itself."""
    if len(text) > _LONGEST:
        return None
    name = normalise(chinese_part(text))
    return _ROLES.get(name) or ("other" if name.endswith(_CODES) else None)
