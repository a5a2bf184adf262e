"""What a file's name says: database, region, indicator, and what is left."""

from __future__ import annotations

import re

_DATABASE = re.compile(
    r"(?P<scope>全国|分省|各省份?|主要城市)?(?P<freq>年度|季度|月度)?(?:数据|价格)"
    r"|(?P<english>annual|quarterly|monthly)\s*by\s*province",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"[\s_]*[(（]\d{1,2}[)）]$|_\d{1,2}$")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def stem_of(name: str) -> str:
    """A file's name without its ending and the counter that a download adds."""
    stem = name.rpartition(".")[0] or name
    return _COUNTER.sub("", stem).strip()


def database_in(text: str) -> str:
    """The database of 国家数据 that a text names (分省年度数据); empty where it names none."""
    found = _DATABASE.search(text)
    return found.group() if found and (found["freq"] or found["english"] or found["scope"]) else ""


def left_over(stem: str) -> str:
    """What a name says after its database, where that is Chinese: `各省份数据-交通和通信`."""
    database = database_in(stem)
    rest = stem.partition(database)[2].strip(" _-—") if database else ""
    return rest if _CHINESE.search(rest) else ""
