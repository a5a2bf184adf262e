"""Which entry of the catalogue a name means, by itself or inside what encloses it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from cockpit.catalog import Catalog, LabelMatch, normalise
from loaders.amounts import repeats_end
from loaders.counted import in_currency, is_counted_otherwise
from loaders.listed import ListedNames
from loaders.remembered import Remembered

Names = tuple[str, ...]
Above = tuple[Names, Names]
"""The title's indicator, and the lines that stand around a table."""

NO_TITLE: Above = ((), ())
_ADDED = re.compile("增量|新增")
_LEFT = "存量"
"""社会融资规模存量 is no 社会融资规模, which is what is added to it."""


class Matches:
    """Looks names up as one publisher uses them."""

    def __init__(self, catalog: Catalog, source: str) -> None:
        self._catalog = catalog
        self._source = source
        self._listed = ListedNames(catalog.labels.texts)
        self.in_title: Callable[[str], str] = Remembered(self._in_title).__getitem__
        """The one indicator that a title names, or nothing; the longest name counts."""

    def of(self, names: Names, above: Above, unit: str) -> LabelMatch | None:
        """The last name alone, or as a part of those above it, or joined with the one above."""
        *outer, name = names
        if outer and repeats_end(name, outer[-1]) and (match := self.named(outer[-1], unit)):
            return match
        if lent := self.of_flow((*above[0], *names), unit):
            return lent
        if match := self.named(name, unit) or self.part(name, above, outer, unit):
            return match
        joined = (text for other in reversed(outer) for text in (other + name, name + other))
        return next((match for text in joined if (match := self.named(text, unit))), None)

    def of_flow(self, names: Names, unit: str) -> LabelMatch | None:
        """人民币贷款 below 社会融资规模增量 is what was lent, though alone it is a balance."""
        *outer, name = names or ("",)
        whole = self.named(outer[-1], unit) if outer and _ADDED.search(outer[-1]) else None
        own = self.named(name, unit) if whole else None
        if not (whole and own) or self._is_stock(whole) or not self._is_stock(own):
            return None
        return self._catalog.parts.listed(name, whole.indicator, self._source)

    def _is_stock(self, match: LabelMatch) -> bool:
        return self._catalog.indicators[match.indicator].accumulations == ("stock",)

    def joined(self, names: Names, unit: str) -> LabelMatch | None:
        """人均可支配收入 below 农村居民: the two together, as the catalogue writes them."""
        *outer, name = names
        for other in reversed(outer):
            text = other + name
            if normalise(text) in self._listed.names and (match := self.named(text, unit)):
                return match
        return None

    def part(self, name: str, above: Above, outer: Sequence[str], unit: str) -> LabelMatch | None:
        """What a name means below headings; an industry only where somebody names the whole."""
        title, around = above
        within = (*around, *title, *outer)
        match = self._catalog.resolve_part(name, within, unit, self._source)
        if match is None or is_counted_otherwise(self._catalog, match, unit):
            return None
        named = (*title, *outer, *map(self.in_title, around))
        is_told = "industry" not in match.breakdown or any(
            self._is_named(name, around) for name in named if name
        )
        return in_currency(self._catalog, match, unit) if is_told else None

    def part_of_both(self, row: Names, column: Names, above: Above, unit: str) -> LabelMatch | None:
        """工资性收入 below 人均可支配收入, across from 城镇居民: of the income of townspeople."""
        for outer in reversed(row[:-1]):
            whole = column[-1] + outer
            if self.named(whole, unit) and (part := self.part(row[-1], above, [whole], unit)):
                return part
        one, other = row[-1] + column[-1], column[-1] + row[-1]
        return self.named(other, unit) or self.named(one, unit)

    def named(self, name: str, unit: str) -> LabelMatch | None:
        """What a name means by itself; an index of an amount is the amount's."""
        match = self._catalog.resolve_label(name, unit or None, self._source)
        if match is None and unit.endswith("=100"):
            match = self._catalog.resolve_label(name, None, self._source)
        if match is None or is_counted_otherwise(self._catalog, match, unit):
            return None
        return in_currency(self._catalog, match, unit)

    def _is_named(self, name: str, around: Names) -> bool:
        """An industry is part of an indicator that somebody names, not of a mere subject."""
        if normalise(name) in self._listed.names or self.in_title(name):
            return True
        return self._catalog.resolve_part(name, around, None, self._source) is not None

    def _in_title(self, text: str) -> str:
        longest = self._listed.longest_in(text)
        if any(f"{name}{_LEFT}" in normalise(text) for name in longest):
            return ""
        meant = {
            (m.indicator, tuple(m.breakdown.items())) for n in longest if (m := self.named(n, ""))
        }
        return longest[0] if len(meant) == 1 else ""
