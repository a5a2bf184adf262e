"""Ways of writing one name: 规上工业企业利润总额 is 规模以上工业利润总额."""

from __future__ import annotations

import re
from functools import lru_cache

from cockpit.catalog.normal import normalise

_SAME = (
    ("规上", "规模以上"),
    ("规模工业", "规模以上工业"),
    ("规模服务业", "规模以上服务业"),
    ("限上", "限额以上"),
    ("规模以上工业企业实现", "规模以上工业"),
    ("规模以上工业企业", "规模以上工业"),
    ("各类市场主体", "经营主体"),
    ("各类经营主体", "经营主体"),
    ("市场主体", "经营主体"),
    ("中外资金融机构", "金融机构"),
    ("银行业金融机构", "金融机构"),
    ("全部金融机构", "金融机构"),
    ("规模以上服务业企业", "规模以上服务业"),
    ("规模以上服务业实现", "规模以上服务业"),
    ("限额以上企业(单位)", "限额以上"),
    ("限额以上法人企业", "限额以上"),
    ("限额以上单位", "限额以上"),
    ("限额以上企业", "限额以上"),
    ("以及", "和"),
    ("及", "和"),
    ("与", "和"),
    ("其它", "其他"),
    ("应收帐款", "应收账款"),
)
_HEARD = re.compile("|".join(re.escape(printed) for printed, _meant in _SAME))
_UNHEARD = str.maketrans("", "", "、,，·的_“”\"'")
# Remarks on a name that leave its meaning as it was.
_REMARK = re.compile(
    r"\((?:gdp|grp|cpi|ppi|m2|现价|当年价|现行价|(?:按)?(?:当年|现行)价格?(?:计算)?|可比价|海关口径"
    r"|社零|社零额|社零总额|社消零|全市|全县|全区|全省|含个体|初步核算数?|快报数?|地方级?|累计)\)"
)
_ABOVE = re.compile(r"^(.+)\((规模以上|限额以上)(?:工业|企业|单位)?\)$")
_SCOPE = re.compile(
    r"^(?:(?:全|本|我)[市县区省州盟旗]|本地区|地区)?(?:(?:本年|当年|累计)?(?:完成|实现)|其中:?)?"
)
_SCOPE_END = re.compile(r"\(?全[市县区省州盟旗]\)?$")
_ENDINGS = re.compile(
    r"(?:完成(?:额|情况|值)?|总量|总额|总值|总计|总数|合计|小计|共计|数额|金额|数量|额|数|值|量)$"
)


@lru_cache(maxsize=1 << 14)
def canonical(text: str) -> str:
    """A name with one word for each of several that mean the same; other words stay."""
    name = normalise(text).translate(_UNHEARD)
    name = _REMARK.sub("", name) if "(" in name else name
    for printed, meant in _SAME if _HEARD.search(name) else ():
        name = name.replace(printed, meant)
    return _ABOVE.sub(r"\2\1", name) if "以上" in name else name


@lru_cache(maxsize=1 << 14)
def spellings(text: str) -> tuple[str, ...]:
    """The canonical name, then without the area before it, then without 总额, 完成额 after it."""
    name = canonical(text)
    bare = _SCOPE_END.sub("", _SCOPE.sub("", name, count=1))
    short = _ENDINGS.sub("", bare)
    return tuple(dict.fromkeys((name, bare, short or bare)))
