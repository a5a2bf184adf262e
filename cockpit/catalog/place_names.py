"""Short, former and romanised names of places, for the making of areas.csv only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cockpit.catalog.areas import Level

_AUTONOMOUS = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
_SUFFIXES = ("地区", "特区", "新区", "矿区", "市", "区", "县", "旗", "盟")
# The peoples autonomous places are named after; in Xinjiang mostly without 族.
_PEOPLES = (
    "(各|蒙古|回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜"
    "|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|保安|裕固|独龙)族"
    "|蒙古|哈萨克|锡伯|塔吉克|柯尔克孜"
)
# How these characters are read in the names of places, whatever they mean elsewhere.
_READINGS = {"都": "du", "长": "chang", "什": "shi", "朝": "chao", "曾": "zeng"}


def stem(name: str) -> str:
    """The name without its rank: 大理白族自治州 → 大理, 长沙市 → 长沙, 沛县 → 沛县."""
    for suffix in _AUTONOMOUS:
        if name.endswith(suffix):
            return _without_peoples(name.removesuffix(suffix))
    for suffix in _SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) > 1:
            return name.removesuffix(suffix)
    return name


def short_name(name: str, level: Level) -> str:
    """What a chart prints: cities without rank, county-level places with a short rank."""
    if level == "city" and not name.endswith("盟"):
        return stem(name)
    for suffix, short in _AUTONOMOUS.items():
        if name.endswith(suffix):
            return stem(name) + short
    return name


def variants(name: str) -> Iterator[str]:
    """Other Chinese forms in use: 大理, 大理州 and 大理自治州 for 大理白族自治州."""
    yield stem(name)
    for suffix, short in _AUTONOMOUS.items():
        if name.endswith(suffix):
            yield stem(name) + short
            yield stem(name) + suffix


def pinyin_name(name: str) -> str:
    """The name in pinyin without tones, as maps write it: Xi'an, Peixian, Lüliang."""
    from pypinyin import lazy_pinyin  # ty: ignore[import-not-found]

    read = zip(name, lazy_pinyin(name, v_to_u=True), strict=True)
    syllables = [_READINGS.get(character, pinyin) for character, pinyin in read][: len(stem(name))]
    joined = syllables[0] + "".join(f"'{s}" if s[0] in "aeo" else s for s in syllables[1:])
    return joined.capitalize()


def _without_peoples(name: str) -> str:
    place = re.sub(rf"(?<=.)({_PEOPLES})+$", "", name)
    return place.removesuffix("族")
