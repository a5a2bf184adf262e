"""Regions as printed: which words on an axis are areas, and which areas they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from cockpit.catalog import Area, Catalog, normalise
from loaders.place_names import LONGEST, PlaceName, bare_name, printed_code, unpadded
from loaders.place_search import PlaceSearch
from loaders.remembered import Remembered

PlaceKind = Literal["area", "whole", "other", "zone", "town"]

_NAMED: frozenset[PlaceKind | None] = frozenset({"area", "zone", "town"})
_MOSTLY = 0.6
_ENOUGH = 5
"""Fewer names do not show to which group a table belongs."""
_SEVERAL = 2
_SAMPLE = 400
"""More names than this show no better what a column holds."""
_RANKED_WHOLE = re.compile("[全本我]([省市区县州盟旗])")
_LONGEST_ENDING = 5

__all__ = ["PlaceKind", "PlaceName", "Places", "unpadded"]

_SUBTOTAL = re.compile(r"(?:小计|合计)$")


class Places:
    """Looks printed names up in the catalogue, a whole axis at a time."""

    def __init__(self, catalog: Catalog) -> None:
        self._areas = catalog.areas
        self._codes = Remembered(self._code)
        self._contexts = Remembered(self._context)
        self._search = PlaceSearch(catalog.areas)
        self.kind: Callable[[str], PlaceKind | None] = Remembered(self._kind).__getitem__
        """What a word among areas is: one, their whole, a part without a code, a zone, a town."""

    def code(self, text: str, within: str | None = None) -> str | None:
        """The code of the area a name means, or None where it means none or several."""
        return self._codes[text, within]

    def name(self, text: str, within: str | None = None) -> PlaceName:
        """A printed name with its code."""
        return PlaceName(unpadded(text), self.code(text, within))

    def is_whole(self, text: str) -> bool:
        """Whether a word means the area of the table itself: 全市, 合计, Total."""
        return self.kind(text) == "whole"

    def is_other(self, text: str) -> bool:
        """Whether a word is known to mean no area with a code: 市直, 其他, 高新区, 某镇."""
        return self.kind(text) in {"other", "zone", "town"}

    def whole(self, text: str, within: str | None) -> str | None:
        """The area that 全市, 全省 or 合计 mean in a table about `within`; None where unclear.

        全省 in a table of a city is its province; 全市 in a table of a province is nobody.
        """
        if within is None or not self.is_whole(text):
            return None
        path = [area.code for area in reversed(self._areas.path(within))]
        rank = _RANKED_WHOLE.match(normalise(bare_name(text)))
        return next((code for code in path if not rank or self._is_called(code, rank[1])), None)

    def above(self, place: PlaceName) -> PlaceName:
        """The area around a county that 全市 means where it is an average that the county is in."""
        area = self._areas.get(place.code) if place.code else None
        if area is None or area.level != "county":
            return place
        around = self.whole(place.text, area.parent)
        return PlaceName(place.text, around) if around else place

    def _is_called(self, code: str, rank: str) -> bool:
        area = self._areas.get(code)
        return area is not None and area.name_zh.endswith(rank)

    def context(self, text: str, within: str | None = None) -> str | None:
        """The code of the area a title, a sheet's or a file's name speaks of, or None."""
        return self._contexts[text, within]

    def shared(self, text: str) -> PlaceName | None:
        """The name in a title that several areas have, of which nothing tells the one meant."""
        name = self._search.shared(text)
        return PlaceName(name, None) if name else None

    def _context(self, asked: tuple[str, str | None]) -> str | None:
        area = self._search.find(*asked)
        return area.code if area else None

    def axis(self, texts: Sequence[str], within: str | None = None) -> list[PlaceName]:
        """Names of one axis, read inside the area of the title or the one that holds them all."""
        distinct = dict.fromkeys(texts)
        scopes = [*self._scopes(distinct, within), None]
        codes = {text: self._in(text, scopes, within) for text in distinct}
        if within is None:
            codes |= self._wholes(codes)
        if self._lists_towns(codes, within):
            codes = {text: code and self._unless_short(text, code) for text, code in codes.items()}
        names = {text: PlaceName(unpadded(text), code) for text, code in codes.items()}
        if any(code is None and self._candidates(text) for text, code in codes.items()):
            return list(self._below(texts, names))
        return [names[text] for text in texts]

    def are_places(self, texts: Sequence[str]) -> bool:
        """Whether most of these texts are names of areas, or of what stands among areas."""
        distinct = [text for text in dict.fromkeys(texts) if text.strip()]
        if len(distinct) > _SAMPLE:
            distinct = distinct[:: len(distinct) // _SAMPLE]
        kinds = list(map(self.kind, distinct))
        if _NAMED.isdisjoint(kinds):
            return False
        named = [text for text, kind in zip(distinct, kinds, strict=True) if kind in _NAMED]
        generic = sum(kind in {"whole", "other"} for kind in kinds)
        clear = len(named) > 2 or any(self._is_clear(text) for text in named)
        return clear and len(named) >= _MOSTLY * (len(kinds) - generic)

    def _code(self, asked: tuple[str, str | None]) -> str | None:
        text, within = asked
        if len(text) > LONGEST:
            return None
        if code := printed_code(text):
            area = self._areas.get(code)
            return area.code if area else None
        bare = bare_name(text)
        area = self._areas.resolve(text, within)
        if area is None and bare != text:
            area = self._areas.resolve(bare, within)
        if area is None and _SUBTOTAL.search(bare):
            area = self._areas.resolve(_SUBTOTAL.sub("", bare), within)
        return area.code if area else None

    def _candidates(self, text: str) -> list[Area]:
        bare = bare_name(text)
        return self._areas.candidates(text) or (
            self._areas.candidates(bare) if bare != text else []
        )

    def _kind(self, text: str) -> PlaceKind | None:
        if len(text) > LONGEST:
            return None
        name = normalise(bare_name(text))
        words = self._areas.words
        if words.get(name) in {"whole", "other"}:
            return words[name]
        if self._candidates(text) or (printed_code(text) and self.code(text)):
            return "area"
        for length in range(min(_LONGEST_ENDING, len(name) - 1), 0, -1):
            ending = words.get(name[-length:])
            if ending in {"zone", "town"} and len(name) > 2:
                return ending
        if _SUBTOTAL.search(name):
            return "other"
        return words.get(name) if words.get(name) == "zone" else None

    def _is_clear(self, text: str) -> bool:
        """Whether a name cannot be an everyday word: it has its rank, or is a city's or above."""
        if printed_code(text) or self.kind(text) in {"zone", "town"}:
            return True
        name = normalise(bare_name(text))
        return any(
            area.level != "county" or name == area.name_zh for area in self._candidates(text)
        )

    def _scopes(self, texts: Iterable[str], within: str | None) -> Iterator[str]:
        """Where to look for a name, the likeliest first."""
        group = self._group(texts) if within in {None, "000000"} else None
        if group:
            yield group
        if common := self._common_parent(texts):
            yield common
        yield from (area.code for area in reversed(self._areas.path(within or "")))

    def _in(self, text: str, scopes: Sequence[str | None], within: str | None) -> str | None:
        kind = self.kind(text)
        if kind == "whole":
            return self.whole(text, within)
        if kind == "other":
            inside = self.code(text, within) if within else None
            return inside if inside != within else None
        if kind != "area":
            return None
        code = next((code for scope in scopes if (code := self.code(text, scope))), None)
        if code is None or self._is_former_city(text, code, scopes):
            return None
        return None if self._may_be_a_town(text, code, within) else code

    def _wholes(self, codes: Mapping[str, str | None]) -> Mapping[str, str | None]:
        """全市 beside counties of one city, which nothing else names."""
        areas = [area for code in codes.values() if code and (area := self._areas.get(code))]
        parents = {area.parent for area in areas}
        if len(parents) != 1 or len(areas) < _SEVERAL:
            return {}
        ranked = [text for text in codes if _RANKED_WHOLE.match(normalise(bare_name(text)))]
        return {text: self.whole(text, *parents) for text in ranked}

    def _lists_towns(self, codes: Mapping[str, str | None], within: str | None) -> bool:
        """Most names of a county's table mean no area: those that do are namesakes."""
        county = self._areas.get(within or "")
        if county is None or county.level != "county":
            return False
        named = [code for text, code in codes.items() if text.strip() and not self.is_whole(text)]
        return 2 * sum(code is not None for code in named) < len(named)

    def _unless_short(self, text: str, code: str) -> str | None:
        area = self._areas.get(code)
        is_full = area is not None and normalise(bare_name(text)) == area.name_zh
        return code if is_full or self.is_whole(text) else None

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
        found = [self._candidates(text) for text in texts if self.kind(text) == "area"]
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
            elif place.code is None and above and self.kind(text) in {"area", "other"}:
                place = self.name(text, above)
            yield place

    def _group(self, texts: Iterable[str]) -> str | None:
        """The smallest group that holds every name: 吉林 among 70 cities is the city."""
        named = {text for text in texts if text.strip()}
        if len(named) < _ENOUGH:
            return None
        for size, group in self._sizes:
            if len(named) <= size and all(self.code(text, group) for text in named):
                return group
        return None

    @cached_property
    def _sizes(self) -> list[tuple[int, str]]:
        return sorted((len(group.areas), code) for code, group in self._areas.groups.items())
