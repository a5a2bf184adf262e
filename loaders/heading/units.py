"""Units where headings print them: in a bracket, behind a comma, or `%` at the very end."""

from __future__ import annotations

import re

from loaders.heading.kinds import Lexicon

POINTS = ("个百分点", "百分点")
SAYS_UNIT = re.compile(
    r"(?:^|[,，;；。\s])\s*(?:(?:计量)?单\s*位|units?)\s*[:：]?\s*$", re.IGNORECASE
)
_ALSO_WORDS = frozenset("年月日天分点位名班项个次") | {"Years", "years", "Year", "year"}
_PERCENT = frozenset({"百分比", "百分率", "百分数"})
"""Units that say by themselves that something is a share, or how much it has grown."""
_BASE = re.compile(r"(?P<unit>(?:(?:19|20)\d\d年?|上年同[期月]|上[年月期]|基期)\s*[=＝]\s*100)\s*$")
_LAST_PIECE = re.compile(r"[,，;；_\s:：、]\s*(?P<unit>[^,，;；_\s:：、()（）]{1,12})$")
_SEVERAL = re.compile(r"[,，、/和或；;\s]+")
_UNIT_LIKE = re.compile(
    r"(?:[十百千万亿]|10|100)*(?:%|‰|元|美元|人次?|户|家|个|台|套|辆|座|件|册|吨|公斤|千克|克|头|只|"
    r"标准煤|千?米|公里|公顷|亩|立方米|平方米|升|千瓦(?:小?时)?|度|标?箱|倍|百分点|岁|天|次|张|间)"
    r"(?:公里|标准煤)?(?:/.{1,6})?",
)


def is_unit(text: str, lexicon: Lexicon) -> bool:
    """Whether a bracket's text is a unit, the base of an index, or several units."""
    if "±" in text:
        return False
    if lexicon.is_unit(text) or _UNIT_LIKE.fullmatch(text) or _BASE.fullmatch(text):
        return True
    pieces = _SEVERAL.split(text)
    return len(pieces) > 1 and all(lexicon.is_unit(p) or p in POINTS for p in pieces)


def unit_start(name: str, lexicon: Lexicon) -> int | None:
    """Where in a name its unit without a bracket begins, or None."""
    last = name[-1]
    if last in "%％‰":
        return len(name) - 1
    if last == "0" and (found := _BASE.search(name)):
        return found.start()
    found = _LAST_PIECE.search(name)
    if found and found["unit"] in _ALSO_WORDS:
        return None
    if found and (lexicon.is_unit(found["unit"]) or found["unit"] in POINTS):
        return found.start("unit")
    if name in _PERCENT:
        return None
    return 0 if name not in _ALSO_WORDS and lexicon.is_unit(name) else None
