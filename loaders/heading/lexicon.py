"""What a catalogue knows, asked once for each text for as long as the catalogue is in use."""

from __future__ import annotations

from cockpit.catalog import Catalog
from loaders.dimensions import MONEY, RATES
from loaders.remembered import Remembered

_MOST_KEPT = 8
_MOST_WORDS = 1 << 16
_kept: list[CatalogueLexicon] = []


class CatalogueLexicon:
    """The units and indicators of a catalogue, as a publisher uses their names."""

    def __init__(self, catalog: Catalog, source: str) -> None:
        self.catalog = catalog
        self.source = source
        self._units = Remembered(self._is_unit, _MOST_WORDS)
        self._indicators = Remembered(self._is_indicator, _MOST_WORDS)
        self._parts = Remembered(self._is_part, _MOST_WORDS)
        self._below = Remembered(self._is_part_below, _MOST_WORDS)
        self._completed = Remembered(self._completes, _MOST_WORDS)

    def is_unit(self, text: str) -> bool:
        """Whether the unit table holds a text."""
        return self._units[text]

    def count_apart(self, unit: str, other: str) -> bool:
        """Whether two units are known to count different things: 亿元 and 个; moneys are alike."""
        one, two = self.catalog.units.parse(unit), self.catalog.units.parse(other)
        if one is None or two is None or {one.dimension, two.dimension} & RATES:
            return False
        return one.dimension != two.dimension and not {one.dimension, two.dimension} <= MONEY

    def is_indicator(self, text: str) -> bool:
        """Whether a text is an indicator's name."""
        return self._indicators[text]

    def is_part(self, name: str, whole: str) -> bool:
        """Whether a name's indicator is a part of another name's."""
        return self._parts[name, whole]

    def completes(self, name: str, whole: str) -> bool:
        """Whether a name means something below another: 第一产业 below 地区生产总值."""
        return self._completed[name, whole]

    def is_part_below(self, name: str, path: tuple[str, ...]) -> bool:
        """Whether a name below others means a part of the last of them: 增值税 below 税收收入."""
        return self._below[name, path]

    def _is_part_below(self, asked: tuple[str, tuple[str, ...]]) -> bool:
        """经营净收入 means something below 工资性收入 too, but in its stead, as no part of it.

        Nor is 高技术产业 one of 重工业, which is itself a part by another division.
        """
        name, path = asked
        part = self.catalog.resolve_part(name, path[-1:], None, self.source)
        if part is None:
            return False
        whole = self.catalog.resolve_part(path[-1], path[:-1], None, self.source)
        whole = whole or self.catalog.resolve_label(path[-1], None, self.source)
        return whole is not None and not whole.breakdown

    def _completes(self, names: tuple[str, str]) -> bool:
        name, whole = names
        return self.catalog.resolve_part(name, (whole,), None, self.source) is not None

    def _is_part(self, names: tuple[str, str]) -> bool:
        one, other = (self.catalog.resolve_label(name, None, self.source) for name in names)
        part = self.catalog.wholes.get(one.indicator) if one else None
        return part is not None and other is not None and part.whole == other.indicator

    def _is_unit(self, text: str) -> bool:
        return self.catalog.units.parse(text) is not None

    def _is_indicator(self, text: str) -> bool:
        return self.catalog.resolve_label(text, None, self.source) is not None


def lexicon_of(catalog: Catalog, source: str) -> CatalogueLexicon:
    """The lexicon of a catalogue and publisher: the same one for every workbook."""
    for lexicon in tuple(_kept):
        if lexicon.catalog is catalog and lexicon.source == source:
            return lexicon
    lexicon = CatalogueLexicon(catalog, source)
    _kept.append(lexicon)
    del _kept[:-_MOST_KEPT]
    return lexicon
