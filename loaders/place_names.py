"""One printed name of a region, without what tables put around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cockpit.catalog import normalise

_PADDING = re.compile(r"(?<=[\u3400-\u9fff])[\s\u3000]+(?=[\u3400-\u9fff])")
_NUMBER = re.compile(
    r"^[\s\u3000]*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|\d{1,3}[.、．](?!\d)|\d{1,3}[\s\u3000]+(?=[\u3400-\u9fff])|[#＃*]|其中\s*[:：]?)[\s\u3000]*"
)
_NOTE = re.compile(r"[\s\u3000]*(?:[*※]+|[(（](?!不含|除|扣除)[^()（）]*[)）])$")
_RANK = re.compile(
    r",?\s+(?:City|County|District|Province|Prefecture|Municipality|Autonomous Region)$",
    re.IGNORECASE,
)
_RANKED_WHOLE = re.compile("[全本我]([省市区县州盟旗])")
_CODED = re.compile(r"^(?P<code>\d{6})(?:0{6})?[\s\u3000]*(?P<name>\D*)$")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A region as printed, and its code where the catalogue knows whom the name means."""

    text: str
    code: str | None


_ENGLISH_TOO = re.compile(r"(?<=[\u3400-\u9fff])\s+[A-Za-z][A-Za-z'’ -]*$")
"""杭州市 Hangzhou."""

LONGEST = 30
"""No name of an area is longer."""


def unpadded(text: str) -> str:
    """A name without the blanks that make it as long as its neighbours: `北　　京`."""
    return _PADDING.sub("", " ".join(text.split()))


@lru_cache(maxsize=1 << 14)
def bare_name(text: str) -> str:
    """A name without its number, 其中, remark and footnote mark: `1. 薛城区（含高新区）`."""
    name = _ENGLISH_TOO.sub("", _NUMBER.sub("", text))
    return _RANK.sub("", _NOTE.sub("", name)).strip()


def rank_of_whole(text: str) -> str:
    """The rank in 全市 and 我省: 市, 省; empty where a word tells none."""
    found = _RANKED_WHOLE.match(normalise(bare_name(text)))
    return found[1] if found else ""


def printed_code(text: str) -> str | None:
    """The six digits of a division code, alone, with six zeros behind or before a name."""
    if not text[:6].isdecimal():
        return None
    found = _CODED.match(text.strip())
    return found["code"] if found else None
