"""Families: files of one kind, month after month, told by their names without period and version.

`枣庄市2024年10月经济运行月报(定稿).xlsx` and `枣庄市2024年11月经济运行月报.xlsx` are one family.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

BETWEEN = "/"
"""Stands between the bureau and its file's kind; neither holds one."""

_NUMERAL = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
_YEAR = r"(?:(?:19|20)\d\d|[〇零一二三四五六七八九]{4}|\d\d(?=年))"
_SPAN = rf"{_NUMERAL}月?份?\s*[-—–~～至到]+\s*{_NUMERAL}"
_PERIOD = re.compile(
    rf"{_YEAR}\s*年(?:度|底|末)?|(?:{_SPAN}|前?{_NUMERAL}个?|本|元|当|上)月(?:份|底|末|止)?(?:累计)?"
    rf"|(?:第|前|[1-4]\s*[-—–~～至]\s*)?[1-4一二三四]个?季度?(?:末|累计)?|[上下]半年|全年"
    rf"|{_YEAR}\s*[-./_]?\s*(?:q[1-4]|h[12]|(?:1[0-2]|0?[1-9])(?:\s*[-./_]\s*\d{{1,2}}(?!\d))?)(?!\d)"
    rf"|{_YEAR}\d{{4}}(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[-—–~～至到]+\s*")
_MASKS = (
    (re.compile(rf"{_YEAR}\s*年度?|\A\s*(?:19|20)\d{{2}}(?:[-./]?\d{{1,2}})?\s*\Z"), ""),
    (re.compile(rf"(?<![\d一二三四五六七八九十])(?:1|一|元)月?-{_NUMERAL}(?=月)"), "1-n"),
    (re.compile(rf"(?<![-\d一二三四五六七八九十]){_NUMERAL}(?=个?月|月份)"), "n"),
    (re.compile(r"(?:第?[1-4一二三四]|(?<=前)[2-4二三四])(?=个?季)"), "n"),
)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|\{[^{}]*\}")
_VERSION = re.compile(
    r"(?<![a-z])(?:v|ver|version|rev)[\s._]*\d+(?:[._]\d+)*|(?<![a-z])(?:final|copy|draft|new)(?![a-z])"
    r"|(?:最终|最新|修订|修改|更新|正式|终|定|初|送审|征求意见)[版稿]+|(?:的)?副本|备份|已?审核?[版稿]",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"^(?:附件|附表|附|表|序号)?[\s\d.、:：_-]*(?=\D)")
_LOOSE = re.compile(r"[\s\d_+,，.。、;；:：·&@#!~'\"“”‘’《》<>\-—–～/\\|%=*()（）\[\]【】]+")
_SAYS_NOTHING = re.compile(
    r"(?:新建|新|工作簿|工作表|表格|表|文档|文件|数据|报表|附件|附表|未命名|导出|下载|电子表格|模板"
    r"|microsoft|office|excel|wps|xlsx?|worksheet|workbook|book|sheet|untitled|upload|download"
    r"|export|data|table|file|document)*",
    re.IGNORECASE,
)


def family_of(name: str, titles: Iterable[str] = (), *, bureau: str = "") -> str:
    """The family of a file; empty where neither its name nor its titles say anything.

    A family known by its titles alone stands in title marks: `《枣庄市主要经济指标》`.
    """
    kind = _kind(name.rpartition(".")[0] or name)
    if not kind:
        found = next((kind for title in titles if (kind := _kind(title))), "")
        kind = f"《{found}》" if found else ""
    return f"{bureau}{BETWEEN}{kind}" if bureau and kind else kind


def is_titled(family: str) -> bool:
    """Whether a family is known by its titles alone."""
    return family.endswith("》")


def timeless(text: str) -> str:
    """A heading as next month's will read: no year, `n` for the month or the quarter.

    `2024年1—10月` becomes `1-n月` and `10月` becomes `n月`: a span stays apart from a month.
    """
    bare = _DASH.sub("-", _plain(text))
    for pattern, instead in _MASKS:
        bare = pattern.sub(instead, bare)
    return " ".join(bare.split())


def _kind(text: str) -> str:
    bare = _BRACKETED.sub("", _plain(text))
    bare = _PREFIX.sub("", _VERSION.sub("", _PERIOD.sub("", bare)))
    bare = _LOOSE.sub("", bare)
    return "" if _SAYS_NOTHING.fullmatch(bare) or len(bare) < 2 else bare


def _plain(text: str) -> str:
    return normalize("NFKC", text)
