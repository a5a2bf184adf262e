"""The region a title, a sheet's or a file's name speaks of, wherever in the text it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, get_args

from cockpit.catalog import Area, Areas, Level, normalise

_RANKS = "省市区县州盟旗"
_LONGEST = 15
_TWO = 2
_RANK: Mapping[str, int] = {level: rank for rank, level in enumerate(get_args(Level))}
# 枣庄市场, 区域, 县域: the last character belongs to the next word.
_NEXT_WORD = {"市": "场民容值价", "区": "域间位别划块", "县": "域", "州": "际"}
# 龙泉市民生支出, 德兴市民宿: here it is the city's own.
_OWN_WORD = re.compile("民(?:生(?!活)|政|宿|营|间|办|族|企|用)")
# A city's districts taken together are not the city.
_DISTRICTS_ONLY = re.compile(r"^区(?![(县域市直])")
_GENERIC = frozenset({"城区", "郊区", "矿区", "市区", "东区", "西区", "南区", "新城区"})
# Short names of counties that are everyday words.
_WORDS = re.compile(
    "新建|合作|平房|港口|公安|和平|友谊|友好|前进|工农|光明|太平|新华|解放|胜利|安定|平安|红旗|向阳"
    "|东方|建华|民主|民权|民和|城[东西南北中关]|江[南北]|河东|中[原山]|长安|通用|老城|大通|文山"
)
_AFTER_SHORT = re.compile(r"$|[\d(_-]|年|月|统计|各|主要|经济|国民|指标|快报|简报|分|全")
_NATION = re.compile(
    r"全国(?![、,]全[省市区县州盟旗])|[-_|]国家统计局$|中国(?!人民|银行|移动|电信|联通|石化|石油|共产)"
)
_NO_PLACES = frozenset({"Yuan", "National"})
"""The money, also a district's name; National Economy is of any province too."""
_ENGLISH = re.compile(r"[A-Z][A-Za-z']+")


class Named(NamedTuple):
    """Areas by their names; `lengths` of names by their first two letters, the longest first."""

    areas: Mapping[str, Sequence[Area]]
    lengths: Mapping[str, Sequence[int]]


class PlaceSearch:
    """Finds names in running text, the longest first; what fits two places is settled or left."""

    def __init__(self, areas: Areas) -> None:
        self._areas = areas

    def find(self, text: str, within: str | None = None) -> Area | None:
        """The one area that a text speaks of: the smallest of those that hold one another."""
        written = normalise(text)
        for names in (self._full, self._short, self._short_counties):
            found = list(self._matches(written, names))
            if found:
                return self._innermost(found, within)
        return self._areas.get("000000") if _NATION.search(written) else self._english(text)

    def shared(self, text: str) -> str:
        """The one full name in a text that several areas have: 鼓楼区 of four cities."""
        matches = self._matches(normalise(text), self._full)
        found = {areas[0].name_zh: len(areas) for areas in matches}
        name, count = found.popitem() if len(found) == 1 else ("", 0)
        return name if count > 1 and name not in _GENERIC and name in text else ""

    def _matches(self, text: str, names: Named) -> Iterator[Sequence[Area]]:
        at = 0
        while at < len(text) - 1:
            length = self._length(text, at, names)
            if length:
                yield names.areas[text[at : at + length]]
                # 枣庄市中区: the district's name begins with the city's last character.
                shared = (
                    text[at + length - 1] == "市"
                    and text[at + length : at + length + 1] in "中北南"
                )
                at += length - (1 if shared and self._length(text, at + length - 1, names) else 0)
            else:
                at += 1

    def _length(self, text: str, at: int, names: Named) -> int:
        for length in names.lengths.get(text[at : at + _TWO], ()):
            name = text[at : at + length]
            if len(name) < length:
                continue
            if name in names.areas and self._ends(name, text[at + length :], names, text[:at]):
                return length
        return 0

    def _ends(self, name: str, rest: str, names: Named, before: str) -> bool:
        if names is self._short_counties:
            return (not before or before[-1] in "年月-_()") and bool(_AFTER_SHORT.match(rest))
        if len(name) == _TWO and before[-1:] + name[0] in self._short.areas:
            return False  # 海南县域: no 南县.
        after = rest if name[-1] == "市" else rest.removeprefix("市") if rest[:1] == "市" else ""
        if _DISTRICTS_ONLY.match(after):
            return False
        if name[-1] == "市" and _OWN_WORD.match(rest):
            return True
        return rest[:1] not in _NEXT_WORD.get(name[-1], "") or not rest

    def _innermost(self, found: Sequence[Sequence[Area]], within: str | None) -> Area | None:
        here: Area | None = None
        open_: list[Sequence[Area]] = []
        for areas in found:
            area = self._choice(areas, here.code if here else within)
            if area is None:
                open_.append(areas)
            elif here is None or self._areas.inside(area, here.code):
                here = area
            elif not self._areas.inside(here, area.code):
                return None
        if here is None:
            return None
        below = (self._choice(areas, here.code) for areas in open_)
        return next((area for area in below if area), here)

    def _choice(self, areas: Sequence[Area], within: str | None) -> Area | None:
        inside = [area for area in areas if within and self._areas.inside(area, within)]
        fitting = inside or ([] if areas[0].name_zh in _GENERIC else areas)
        best = min((_RANK[area.level] for area in fitting), default=0)
        first = [area for area in fitting if _RANK[area.level] == best]
        return first[0] if len(first) == 1 else None

    def _english(self, text: str) -> Area | None:
        words = _ENGLISH.findall(text)
        pairs = [" ".join(pair) for pair in pairwise(words)]
        names = [*pairs, *(word for word in words if word not in _NO_PLACES)]
        found = {area for name in names if (area := self._areas.resolve(name))}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _names(self) -> list[tuple[Area, str]]:
        """Areas within the country, each with every name that a text could hold."""
        return [
            (area, name)
            for area in self._areas
            if area.level != "country"
            for name in dict.fromkeys((area.name_zh, area.short_zh, *area.aliases))
            if 1 < len(name) <= _LONGEST and not name.isascii() and not self._is_whole(name)
        ]

    def _is_whole(self, name: str) -> bool:
        """全州 is the whole of a prefecture, and only in full the county of Guangxi."""
        return self._areas.words.get(name) == "whole"

    @cached_property
    def _full(self) -> Named:
        """Names that end in their rank: 枣庄市, 沛县, 大理州."""
        return _grouped(self._names, lambda _area, name: name[-1] in _RANKS)

    @cached_property
    def _short(self) -> Named:
        """Provinces and cities without their rank: 江苏, 枣庄, 杭州."""

        def is_short(area: Area, name: str) -> bool:
            return area.level != "county" and (name[-1] not in _RANKS or len(name) == _TWO)

        return _grouped(self._names, is_short)

    @cached_property
    def _short_counties(self) -> Named:
        def is_short(area: Area, name: str) -> bool:
            ranked = area.level != "county" or name[-1] in _RANKS
            return not ranked and not _WORDS.fullmatch(name)

        return _grouped(self._names, is_short)


def _grouped(names: Iterable[tuple[Area, str]], wanted: Callable[[Area, str], bool]) -> Named:
    found: dict[str, list[Area]] = {}
    lengths: dict[str, set[int]] = {}
    for area, name in names:
        if wanted(area, name):
            found.setdefault(name, []).append(area)
            lengths.setdefault(name[:_TWO], set()).add(len(name))
    return Named(found, {start: sorted(own, reverse=True) for start, own in lengths.items()})
