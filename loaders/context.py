"""What title, sheet name and file name say about all figures of a sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from loaders.filename import indicator_in, stem_of
from loaders.labels import chinese_part
from loaders.places import Places
from loaders.timeline import Moment
from loaders.times import find_time
from loaders.words import NOTHING, PlaceName, Words

_FIELD = re.compile(
    r"^\s*(?P<name>数据库|指标|时间|地区|单位|计量单位|database|indicators?|time|year|region|unit)"
    # The English exports of 2024 write a colon that was encoded twice.
    r"\s*(?:[:：]|ï¼\x9a)\s*(?P<said>.*?)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_FIELDS = {
    "数据库": "database",
    "指标": "indicator",
    "indicators": "indicator",
    "时间": "time",
    "year": "time",
    "地区": "region",
    "单位": "unit",
    "计量单位": "unit",
}
_UNIT = re.compile(r"单\s*位\s*[:：]\s*(?P<unit>[^\s()（）,，;；、]+)")
_NAMED_REGION = re.compile(
    r"\s*(?:\d+[\s.、]+)?(?P<region>全国|中国|[\u3400-\u9fff]{2,12}?[省市县区州盟旗])"
)
_YEAR = re.compile(r"(?:19|20)\d\d\s*年")


@dataclass(frozen=True, slots=True)
class Titles:
    """The lines above a table: `指标：…` fields by their name, and free text."""

    fields: dict[str, str] = field(default_factory=dict)
    free: tuple[str, ...] = ()

    @classmethod
    def of(cls, lines: Iterable[str]) -> Titles:
        """Sort title lines."""
        fields: dict[str, str] = {}
        free: list[str] = []
        for line in lines:
            if found := _FIELD.match(line):
                name = found["name"].lower()
                fields.setdefault(_FIELDS.get(name, name), found["said"])
            else:
                free.append(chinese_part(line))
        return cls(fields, tuple(free))

    @property
    def unit(self) -> str | None:
        """The unit of the whole table."""
        if found := self.fields.get("unit"):
            return re.split(r"[(（]", found)[0].strip()
        units = (found["unit"] for line in self.free if (found := _UNIT.search(line)))
        return next(units, None)


def sheet_words(
    titles: Titles, sheet: str, file: str, places: Places, is_indicator: Callable[[str], bool]
) -> Words:
    """Words that hold for a whole sheet: nearer sources win, the file's name comes last."""
    stem = stem_of(file)
    named = Words(indicator=indicator_in(stem, is_indicator), named_in="file")
    words = _from_texts([*stem.split(), stem], places).under(named)
    words = words.under(_from_texts([sheet], places))
    return words.under(_from_texts(titles.free, places)).under(_from_fields(titles, places))


def _from_fields(titles: Titles, places: Places) -> Words:
    region = titles.fields.get("region")
    return Words(
        indicator=titles.fields.get("indicator") or None,
        named_in="title",
        place=places.name(region) if region else None,
        time=_moment(titles.fields.get("time", "")),
        table_unit=titles.unit,
    )


def _from_texts(texts: Sequence[str], places: Places) -> Words:
    """The first text that names a period gives the period, likewise the region."""
    words = NOTHING
    for text in reversed(texts):
        words = words.under(Words(time=_moment(text), place=leading_place(text, places)))
    return words


def leading_place(text: str, places: Places) -> PlaceName | None:
    """The region a title begins with, or is; one before a year is a region though unknown."""
    whole = places.name(text.strip())
    if whole.code is not None:
        return whole
    found = _NAMED_REGION.match(text)
    if found is None:
        return None
    named = places.name(found["region"])
    return named if named.code or _YEAR.match(text, found.end()) else None


def _moment(text: str) -> Moment | None:
    time = find_time(text)
    return Moment(time, text) if time else None
