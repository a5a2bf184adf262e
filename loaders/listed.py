"""Names that the catalogue lists, found inside longer texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from cockpit.catalog import normalise

_BY = re.compile(r"分(?:行业|品种|产品|地区|区域|县区|县市区|市县|区县|市|县)")
_AMONG_OTHERS = re.compile(r"等\d{0,2}[个项]?(?:主要)?(?:经济|统计)?指标")
_SHORTEST = 2


class ListedNames:
    """The catalogue's names, normalised."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = dict.fromkeys(names)

    def longest_in(self, text: str) -> Sequence[str]:
        """The names that a text contains, without those inside longer ones of them.

        GDP等主要指标 names none: there are others.
        """
        bare = _BY.sub("", normalise(text))
        if _AMONG_OTHERS.search(bare):
            return ()
        starts = dict.fromkeys(bare[place : place + _SHORTEST] for place in range(len(bare)))
        found = [name for start in starts for name in self._begun.get(start, ()) if name in bare]
        return [n for n in found if not any(n != other and n in other for other in found)]

    @cached_property
    def _begun(self) -> Mapping[str, Sequence[str]]:
        """Names by their first two letters."""
        found: dict[str, list[str]] = {}
        for name in self.names:
            if len(name) >= _SHORTEST:
                found.setdefault(name[:_SHORTEST], []).append(name)
        return found
