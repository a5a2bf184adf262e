"""A printed label taken apart: the name itself, its unit, and what its ending says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from cockpit.observation import Transformation
from cockpit.period import Accumulation
from loaders.heading.cleaning import chinese_part

_OF_WHICH = re.compile(r"^[\s\u3000]*(?:[#＃]|其中\s*[:：])*[\s\u3000]*")
_FOOTNOTE = re.compile(
    r"[\u2460-\u24ff\u00b9\u00b2\u00b3*†‡]+$|\s*(?:\[\d+\]|【\d+】|注\d+)$|(?<=[)）])\s*[ivx]{1,4}$"
)
_BRACKET = re.compile(
    r"^(?P<name>.*\S)\s*[(（\[【](?P<inside>[^()（）\[\]【】]+)[)）\]】]$", re.DOTALL
)
_UNIT_TAIL = re.compile(r"^(?P<name>.*\S)_(?P<inside>[^_]*(?:元|%|人|=100))$")
_BASE = re.compile(r".*=\s*100$")
_UNIT_LIKE = re.compile(
    r"(?:[十百千万亿]|10|100)*(?:%|‰|元|美元|人次?|户|家|个|台|套|辆|座|件|册|吨|公斤|千克|克|头|只|"
    r"标准煤|千?米|公里|公顷|亩|立方米|平方米|升|千瓦(?:小?时)?|度|标?箱|倍|百分点|岁|天|次|张|间)"
    r"(?:公里|标准煤)?(?:/.{1,6})?",
)
_MERGED_BLANKS = re.compile(r"(?<=[\u3000-\u9fff])[\s\u3000]+(?=[\u3000-\u9fff])")


__all__ = ["Ending", "Label", "chinese_part", "read_ending", "read_label"]


@dataclass(frozen=True, slots=True)
class Label:
    """`text` is the label as a record carries it, `unit` what stood in its bracket."""

    text: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """What the end of a name says: `国内生产总值累计值` is the name and a cumulative level."""

    stem: str
    accumulation: Accumulation | None = None
    transformation: Transformation | None = None


def read_label(printed: str, is_unit: Callable[[str], bool]) -> Label:
    """The label without its unit, footnote marks, indentation and a leading 其中."""
    text = _OF_WHICH.sub("", chinese_part(printed)).strip()
    text = _MERGED_BLANKS.sub("", " ".join(text.split()))
    text = _FOOTNOTE.sub("", text).strip()
    found = _BRACKET.match(text) or _UNIT_TAIL.match(text)
    if found and _names_unit(found["inside"].strip(), is_unit):
        return Label(_FOOTNOTE.sub("", found["name"]).strip(), found["inside"].strip())
    return Label(text)


def _names_unit(text: str, is_unit: Callable[[str], bool]) -> bool:
    return bool(is_unit(text) or _BASE.match(text) or _UNIT_LIKE.fullmatch(text))


_ENDINGS: tuple[tuple[str, Accumulation | None, Transformation | None], ...] = (
    ("当期同比实际增速", "period", "yoy"),
    ("累计同比实际增速", "ytd", "yoy"),
    ("期末同比增长", "stock", "yoy"),
    ("期末同比增速", "stock", "yoy"),
    ("期末总额", "stock", "level"),
    ("期末值", "stock", "level"),
    ("期末", "stock", "level"),
    ("累计同比增长", "ytd", "yoy"),
    ("累计同比增速", "ytd", "yoy"),
    ("累计同比", "ytd", "yoy"),
    ("累计增长", "ytd", "yoy"),
    ("累计增速", "ytd", "yoy"),
    ("累计值", "ytd", "level"),
    ("累计", "ytd", "level"),
    ("当期同比增长", "period", "yoy"),
    ("当期同比增速", "period", "yoy"),
    ("当期值", "period", "level"),
    ("当季值", "period", "level"),
    ("当月值", "period", "level"),
    ("当期", "period", "level"),
    ("当季", "period", "level"),
    ("当月", "period", "level"),
    ("当季同比增长", "period", "yoy"),
    ("比上年同期增长", None, "yoy"),
    ("比上年增长", "period", "yoy"),
    ("同比增长", "period", "yoy"),
    ("同比增速", "period", "yoy"),
    ("环比增长", "period", "mom"),
    ("环比增速", "period", "mom"),
    ("增长速度", None, "yoy"),
    ("增速", None, "yoy"),
    ("贡献率", None, "share"),
    ("比重", None, "share"),
)


def read_ending(name: str) -> Ending:
    """Take a publisher's ending off a name; `_` before it goes too."""
    for ending, accumulation, transformation in _ENDINGS:
        if name.endswith(ending) and len(name) > len(ending):
            return Ending(name.removesuffix(ending).rstrip("_ "), accumulation, transformation)
    return Ending(name)
