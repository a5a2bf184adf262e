"""A region in front of an indicator's name: 滕州市固定资产投资, 枣庄市:地区生产总值."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from loaders.places import PlaceName, Places
from loaders.remembered import Remembered

_RANKS = "国省市区县州盟旗"
_MARKS = ":："
_HARBOUR = "港"
_LONGEST = 15
_SHORTEST = 2


class Regional(NamedTuple):
    """A region as printed, and the indicator's name that follows it."""

    region: str
    name: str


class RegionalNames:
    """Tells regions from the names behind them; `is_known` tells an indicator's name."""

    def __init__(self, places: Places, is_known: Callable[[str], bool]) -> None:
        self._places = places
        self._is_known = is_known
        self.parted: Callable[[str], Regional | None] = Remembered(self._parted).__getitem__
        """A name in its two parts, the longest region first; None where it has no region."""

    def place(self, region: str, within: str | None) -> PlaceName | None:
        """The region in a table about `within`; None for 全市 where that tells nothing more."""
        (place,) = self._places.axis([region], within)
        tells = place.code not in (None, within) or not self._places.is_whole(region)
        return place if tells else None

    def _parted(self, text: str) -> Regional | None:
        is_known = self._is_known(text)
        for length in range(min(_LONGEST, len(text) - _SHORTEST), _SHORTEST - 1, -1):
            region, name = text[:length], text[length:].lstrip(_MARKS)
            if self._is_region(region, text[length], is_known) and self._is_known(name):
                return Regional(region, text if is_known else name)
        return None

    def _is_region(self, text: str, behind: str, is_known: bool) -> bool:
        """A name that is known as it stands may begin with 全省 or 全国, and with no other.

        A harbour is named by its city in short: 宁波港域集装箱吞吐量.
        """
        if text[-1] not in _RANKS and behind not in _MARKS + _HARBOUR:
            return False
        kind = self._places.kind(text)
        if text[0] == "全":
            return kind in ("whole", "area")
        return kind in ("area", "zone") and not is_known
