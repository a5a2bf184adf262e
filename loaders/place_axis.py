"""The names of one axis read together: what each means follows from its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from cockpit.catalog import Areas, normalise
from loaders.place_names import PlaceName, bare_name, rank_of_whole, unpadded

if TYPE_CHECKING:
    from loaders.places import Places

_MOSTLY = 0.6
_ENOUGH = 5
"""Fewer names do not show to which group a table belongs."""
_SEVERAL = 2


class PlaceAxis:
    """Reads a column or a row of regions."""

    def __init__(self, places: Places, areas: Areas) -> None:
        self._places = places
        self._areas = areas

    def read(self, texts: Sequence[str], within: str | None = None) -> list[PlaceName]:
        """Names of one axis, read inside the area of the title or the one that holds them all."""
        distinct = dict.fromkeys(texts)
        scopes = [*self._scopes(distinct, within), None]
        codes = {text: self._in(text, scopes, within) for text in distinct}
        if within is None:
            codes |= self._wholes(codes)
        if self._lists_towns(codes, within):
            codes = {text: code and self._unless_short(text, code) for text, code in codes.items()}
        names = {text: PlaceName(unpadded(text), code) for text, code in codes.items()}
        if any(code is None and self._places.candidates(text) for text, code in codes.items()):
            return list(self._below(texts, names))
        return [names[text] for text in texts]

    def _scopes(self, texts: Iterable[str], within: str | None) -> Iterator[str]:
        """Where to look for a name, the likeliest first."""
        group = self._group(texts) if within in {None, "000000"} else None
        if group:
            yield group
        if common := self._common_parent(texts):
            yield common
        yield from (area.code for area in reversed(self._areas.path(within or "")))

    def _in(self, text: str, scopes: Sequence[str | None], within: str | None) -> str | None:
        kind = self._places.kind(text)
        if kind == "whole":
            return self._places.whole(text, within)
        if kind == "other":
            inside = self._places.code(text, within) if within else None
            return inside if inside != within else None
        if kind != "area":
            return None
        code = next((code for scope in scopes if (code := self._places.code(text, scope))), None)
        if code is None or self._is_former_city(text, code, scopes) or self._is_far(code, within):
            return None
        return None if self._may_be_a_town(text, code, within) else code

    def _is_far(self, code: str, within: str | None) -> bool:
        """江北区 in a table of Chongqing that knows none of that name is not the one of Ningbo."""
        area, around = self._areas.get(code), self._areas.path(within or "")
        if area is None or area.level != "county" or len(around) < _SEVERAL:
            return False
        return around[1] not in self._areas.path(code)

    def _wholes(self, codes: Mapping[str, str | None]) -> Mapping[str, str | None]:
        """全市 beside counties of one city, which nothing else names."""
        areas = [area for code in codes.values() if code and (area := self._areas.get(code))]
        parents = {area.parent for area in areas}
        if len(parents) != 1 or len(areas) < _SEVERAL:
            return {}
        wholes = [text for text in codes if rank_of_whole(text)]
        return {text: self._places.whole(text, *parents) for text in wholes}

    def _lists_towns(self, codes: Mapping[str, str | None], within: str | None) -> bool:
        """Most names of a county's table mean no area: those that do are namesakes."""
        county = self._areas.get(within or "")
        if county is None or county.level != "county":
            return False
        named = [
            code for text, code in codes.items() if text.strip() and not self._places.is_whole(text)
        ]
        return 2 * sum(code is not None for code in named) < len(named)

    def _unless_short(self, text: str, code: str) -> str | None:
        area = self._areas.get(code)
        is_full = area is not None and normalise(bare_name(text)) == area.name_zh
        return code if is_full or self._places.is_whole(text) else None

    def _may_be_a_town(self, text: str, code: str, within: str | None) -> bool:
        """朝阳 in a county's table is a town of it, and not the city a thousand miles away."""
        area, county = self._areas.get(code), self._areas.get(within or "")
        if area is None or county is None or county.level != "county" or area.code == within:
            return False
        is_near = area.parent == county.parent or area in self._areas.path(county.code)
        return not is_near and normalise(bare_name(text)) != area.name_zh

    def _is_former_city(self, text: str, code: str, scopes: Sequence[str | None]) -> bool:
        """莱芜 among the cities of a province was one of them, and is not today's 莱芜区."""
        area, above = self._areas.get(code), self._areas.get(scopes[0] or "")
        if area is None or above is None or above.level != "province" or area.level != "county":
            return False
        is_short = normalise(bare_name(text)) != area.name_zh
        return is_short and area.name_zh.endswith("区") and area.parent != above.code

    def _common_parent(self, texts: Iterable[str]) -> str | None:
        """The area directly above most of the names that mean one area only, or named itself."""
        found = [
            self._places.candidates(text) for text in texts if self._places.kind(text) == "area"
        ]
        clear = [areas[0] for areas in found if len(areas) == 1]
        parents = Counter(area.parent for area in clear if area.parent)
        for area in clear:
            if area.code in parents:
                parents[area.code] += 1
        if not parents:
            return None
        parent, count = parents.most_common(1)[0]
        return parent if count > 1 and count >= _MOSTLY * len(clear) else None

    def _below(self, texts: Sequence[str], names: Mapping[str, PlaceName]) -> Iterator[PlaceName]:
        """Namesakes below the city they stand under: 徐州市, 鼓楼区, 云龙区."""
        above: str | None = None
        for text in texts:
            place = names[text]
            area = self._areas.get(place.code) if place.code else None
            if area and area.level != "county":
                above = area.code
            elif place.code is None and above and self._places.kind(text) in {"area", "other"}:
                place = self._places.name(text, above)
            yield place

    def _group(self, texts: Iterable[str]) -> str | None:
        """The smallest group that holds every name: 吉林 among 70 cities is the city."""
        named = {text for text in texts if text.strip()}
        if len(named) < _ENOUGH:
            return None
        for size, group in self._sizes:
            if len(named) <= size and all(self._places.code(text, group) for text in named):
                return group
        return None

    @cached_property
    def _sizes(self) -> list[tuple[int, str]]:
        return sorted((len(group.areas), code) for code, group in self._areas.groups.items())
