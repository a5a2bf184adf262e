"""Regions as printed: which words are areas, and which areas they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from cockpit.catalog import Area, Catalog, normalise
from loaders.place_axis import PlaceAxis
from loaders.place_names import LONGEST, PlaceName, bare_name, printed_code, rank_of_whole, unpadded
from loaders.place_search import PlaceSearch
from loaders.remembered import Remembered

PlaceKind = Literal["area", "whole", "other", "zone", "town"]

_NAMED: frozenset[PlaceKind | None] = frozenset({"area", "zone", "town"})
_MOSTLY = 0.6
_SAMPLE = 400
"""More names than this show no better what a column holds."""
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
        self.axis = PlaceAxis(self, catalog.areas).read
        """Names of one axis, read inside the area of the title or the one that holds them all."""

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

    def is_land(self, text: str) -> bool:
        """Whether a word means a part of a city's land: 市区; 市直 is a part of its government."""
        return self._areas.words.get(normalise(bare_name(text))) == "land"

    def whole(self, text: str, within: str | None) -> str | None:
        """The area that 全市, 全省 or 合计 mean in a table about `within`; None where unclear.

        全省 in a table of a city is its province; 全市 in a table of a province is nobody.
        """
        if within is None or not self.is_whole(text):
            return None
        path = [area.code for area in reversed(self._areas.path(within))]
        rank = rank_of_whole(text)
        return next((code for code in path if self._is_called(code, rank)), None)

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

    def candidates(self, text: str) -> list[Area]:
        """Every area that a name may mean."""
        bare = bare_name(text)
        return self._areas.candidates(text) or (
            self._areas.candidates(bare) if bare != text else []
        )

    def _kind(self, text: str) -> PlaceKind | None:
        if len(text) > LONGEST:
            return None
        name = normalise(bare_name(text))
        words = self._areas.words
        if words.get(name) == "whole":
            return "whole"
        if words.get(name) in {"other", "land"}:
            return "other"
        if self.candidates(text) or (printed_code(text) and self.code(text)):
            return "area"
        for length in range(min(_LONGEST_ENDING, len(name) - 1), 0, -1):
            ending = words.get(name[-length:])
            if ending in {"zone", "town"} and len(name) > 2:
                return ending
        if _SUBTOTAL.search(name):
            return "other"
        return "zone" if words.get(name) == "zone" else None

    def _is_clear(self, text: str) -> bool:
        """Whether a name cannot be an everyday word: it has its rank, or is a city's or above."""
        if printed_code(text) or self.kind(text) in {"zone", "town"}:
            return True
        name = normalise(bare_name(text))
        return any(area.level != "county" or name == area.name_zh for area in self.candidates(text))
