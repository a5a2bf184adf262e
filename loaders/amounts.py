"""Words that say that amounts stand here, and not what they are of."""

from __future__ import annotations

import re
from functools import lru_cache

from cockpit.catalog.spellings import canonical, spellings

AMOUNTS = frozenset(
    {"增加值", "总额", "金额", "产值", "数额", "总值", "支出", "收入", "产量", "总产量", "总数"}
)
COUNTED = AMOUNTS | {
    "用电量",
    "电量",
    "零售额",
    "销售额",
    "投资额",
    "消费量",
    "完成投资",
    "实有户数",
}
"""What a column may say over rows that name the indicator themselves."""

_SHORT = COUNTED | {
    "工业增加值",
    "面积",
    "贷款",
    "贷款余额",
    "存款",
    "存款余额",
    "可支配收入",
    "人均可支配收入",
}
"""What a heading calls in short that the one above it names in full."""

MEASURED = {
    "电量": "千瓦时",
    "用电量": "千瓦时",
    "面积": "平方米",
    "人次": "人次",
    "人数": "人",
    "户数": "户",
    "家数": "家",
    "吨数": "吨",
    "重量": "吨",
    "里程": "公里",
}
"""Words that below an indicator's name repeat what is measured, with a unit of just that."""

NOUNS = frozenset({"人次", "人", "户", "家", "件", "辆"})
"""Units that are also the words for what is counted: 人次 beside 同比 below 接待游客."""

IN_MONEY = "金额"
"""What beside 数量 is counted in the money of its table."""

ALL_OF_SCOPE = frozenset({"规模以上工业", "全部规模以上工业", "规模以上工业合计"})
"""Rows that count all that an indicator of industry above the designated size counts."""

PACES = frozenset({"支出进度", "收入进度", "预算完成率", "预算执行率"})
"""Indicators of a budget as a whole; over rows that have names, the progress of each."""

_GROWTHS = re.compile(
    "(?:增速|增幅|[涨降]幅|涨跌幅|升降幅|(?<!自然)(?<!机械)增长率|增长|增长速度)$"
)
_BALANCE = re.compile("余额$")


@lru_cache(maxsize=1 << 14)
def is_short(name: str) -> bool:
    """Whether a name is one that what stands above it says in full."""
    text = canonical(name)
    return text in _SHORT or (_bare(name) != text and _bare(name) in _BARE)


def is_growth(name: str) -> bool:
    """Whether a name is that of a growth: what stands below 工业增加值增速 grows too."""
    return _GROWTHS.search(name) is not None


def repeats_end(name: str, above: str) -> bool:
    """贷款余额 below 普惠小微贷款, 零售额 below 社会消费品零售总额: the same in short."""
    if not is_short(name):
        return False
    whole, end = _bare(above), _bare(name)
    return whole != end and whole.endswith(end)


def _bare(name: str) -> str:
    """A name without 余额, 总额 and the like at its end."""
    return spellings(_BALANCE.sub("", canonical(name)))[-1]


_BARE = frozenset(map(_bare, _SHORT))
