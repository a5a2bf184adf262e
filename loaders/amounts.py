"""Words that say that amounts stand here, and not what they are of."""

from __future__ import annotations

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

ALL_OF_SCOPE = frozenset({"规模以上工业", "全部规模以上工业", "规模以上工业合计"})
"""Rows that count all that an indicator of industry above the designated size counts."""

PACES = frozenset({"支出进度", "收入进度", "预算完成率", "预算执行率"})
"""Indicators of a budget as a whole; over rows that have names, the progress of each."""
