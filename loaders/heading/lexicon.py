"""What a catalogue knows, asked once for each text for as long as the catalogue is in use."""

from __future__ import annotations

from cockpit.catalog import Catalog

_MOST_KEPT = 8
_kept: list[CatalogueLexicon] = []


class CatalogueLexicon:
    """The units and indicators of a catalogue, as a publisher uses their names."""

    def __init__(self, catalog: Catalog, source: str) -> None:
        self.catalog = catalog
        self.source = source
        self._units: dict[str, bool] = {}
        self._indicators: dict[str, bool] = {}

    def is_unit(self, text: str) -> bool:
        """Whether the unit table holds a text."""
        known = self._units.get(text)
        if known is None:
            known = self._units[text] = self.catalog.units.parse(text) is not None
        return known

    def is_indicator(self, text: str) -> bool:
        """Whether a text is an indicator's name."""
        known = self._indicators.get(text)
        if known is None:
            found = self.catalog.resolve_label(text, None, self.source)
            known = self._indicators[text] = found is not None
        return known


def lexicon_of(catalog: Catalog, source: str) -> CatalogueLexicon:
    """The lexicon of a catalogue and publisher: the same one for every workbook."""
    for lexicon in tuple(_kept):
        if lexicon.catalog is catalog and lexicon.source == source:
            return lexicon
    lexicon = CatalogueLexicon(catalog, source)
    _kept.append(lexicon)
    del _kept[:-_MOST_KEPT]
    return lexicon
