"""What a catalogue teaches about a publisher's words, remembered from one workbook to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import count
from typing import TYPE_CHECKING

from cockpit.catalog import Catalog
from loaders.facets import Facets
from loaders.heading import CatalogueLexicon, Heading, Time, lexicon_of, read_heading
from loaders.places import Places
from loaders.regional import RegionalNames
from loaders.remembered import Kept, Remembered
from loaders.senses import Senses
from loaders.tables.experience import Experience
from loaders.units import PrintedUnits

if TYPE_CHECKING:
    from loaders.claims import Claim, Key
    from loaders.sides import Joined
    from loaders.statement import Manner
    from loaders.tables.named import Parts

Read = Callable[[str], Heading]
Number = Callable[[Hashable], int]

_MOST_KEPT = 4
_MOST_HEADINGS = 1 << 16
_MOST_NUMBERS = 1 << 16
_kept: list[Knowledge] = []


class Knowledge:
    """Headings, names, regions and units, each text understood once."""

    def __init__(self, catalog: Catalog, source: str) -> None:
        self.catalog = catalog
        self.source = source
        self.lexicon: CatalogueLexicon = lexicon_of(catalog, source)
        self.places = Places(catalog)
        self.regional = RegionalNames(self.places, self.lexicon.is_indicator)
        self.senses = Senses(catalog, source)
        self.units = PrintedUnits(catalog)
        self.heading: Read = Remembered(self._heading, _MOST_HEADINGS).__getitem__
        """A printed heading taken apart."""
        lexicon = self.lexicon
        ways = lexicon.is_indicator, lexicon.is_part, lexicon.is_part_below
        self.experience = Experience(self.heading, *ways)
        numbers = count()
        self.number: Number = Remembered(lambda _said: next(numbers), _MOST_NUMBERS).__getitem__
        """A number for whatever is said, one for all that says the same; none is given twice."""
        self.claims: Kept[Key, Claim] = Kept(1 << 15, by_numbers=True)
        self.manners: Kept[tuple[Key, int], Manner] = Kept(1 << 15, by_numbers=True)
        self.sides: Kept[tuple[int, ...], tuple[Parts, Joined]] = Kept(by_numbers=True)
        self.titles: Kept[tuple[str, str, str | None], Facets] = Kept()
        """Lines of text that were read as titles, each with its place and the region around it."""
        self.undated_titles: Kept[tuple[str, str, str | None, Time], Facets] = Kept()
        """Likewise as they stand in any month, with what is told of their period beside itself."""
        self.sources: Kept[tuple[tuple[tuple[str, str], ...], str | None], Facets] = Kept()
        """Likewise the lines that stand above one table."""

    def _heading(self, text: str) -> Heading:
        """The heading; one that is nothing but a unit is that: 位, 户."""
        heading = read_heading(text, self.lexicon)
        name = heading.name
        if not name or heading.unit or heading.measure or not self.lexicon.is_unit(name):
            return heading
        known = self.lexicon.is_indicator(name)
        return heading if known else heading._replace(name="", label="", unit=name)


def knowledge_of(catalog: Catalog, source: str) -> Knowledge:
    """The knowledge of a catalogue and publisher: the same one for every workbook."""
    for knowledge in tuple(_kept):
        if knowledge.catalog is catalog and knowledge.source == source:
            return knowledge
    knowledge = Knowledge(catalog, source)
    _kept.append(knowledge)
    del _kept[:-_MOST_KEPT]
    return knowledge
