"""Regions as printed: which words on an axis are areas, and which areas they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from cockpit.catalog import Catalog
from loaders.words import PlaceName

_PADDING = re.compile(r"(?<=[\u3400-\u9fff])[\s\u3000]+(?=[\u3400-\u9fff])")
_MOSTLY = 0.6
_ENOUGH = 5
"""Fewer names do not show to which group a table belongs."""


def unpadded(text: str) -> str:
    """A name without the blanks that make it as long as its neighbours: `北　　京`."""
    return _PADDING.sub("", " ".join(text.split()))


class Places:
    """Looks printed names up in the catalogue, a whole axis at a time."""

    def __init__(self, catalog: Catalog) -> None:
        self._areas = catalog.areas
        self._known: dict[tuple[str, str | None], str | None] = {}

    def code(self, text: str, within: str | None = None) -> str | None:
        """The code of the area a name means, or None where it means none or several."""
        key = (text, within)
        if key not in self._known:
            area = self._areas.resolve(text, within)
            self._known[key] = area.code if area else None
        return self._known[key]

    def name(self, text: str, within: str | None = None) -> PlaceName:
        """A printed name with its code."""
        return PlaceName(unpadded(text), self.code(text, within))

    def axis(self, texts: Sequence[str]) -> list[PlaceName]:
        """Names of one axis: read within the group of areas that all of them belong to, if any."""
        within = self._group(texts)
        return [self.name(text, within) for text in texts]

    def are_places(self, texts: Sequence[str]) -> bool:
        """Whether most of these texts are names of areas."""
        named = [text for text in texts if text.strip()]
        found = sum(self.code(text) is not None for text in named)
        return bool(named) and found >= _MOSTLY * len(named)

    def _group(self, texts: Sequence[str]) -> str | None:
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
