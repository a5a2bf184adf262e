"""What names of row and column mean together, by the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from cockpit.catalog import Catalog, LabelMatch
from cockpit.catalog.spellings import canonical
from loaders import reasons
from loaders.amounts import (
    ALL_OF_SCOPE,
    AMOUNTS,
    COUNTED,
    MEASURED,
    is_growth,
    is_short,
    repeats_end,
)
from loaders.facets import is_total
from loaders.matches import NO_TITLE, Above, Matches, Names
from loaders.meanings import Meanings
from loaders.sense import NAMELESS, Sense
from loaders.snake import read_snake

_INDUSTRY = frozenset("CD")
_MOST_KEPT = 1 << 14


class Senses:
    """Understands names by the catalogue; each combination once."""

    def __init__(self, catalog: Catalog, source: str) -> None:
        self._catalog = catalog
        self._source = source
        self.matches = Matches(catalog, source)
        self.meanings = Meanings(catalog, source)
        self._understood = lru_cache(_MOST_KEPT)(self._understand)
        self._alone = lru_cache(_MOST_KEPT)(self._understand_alone)
        self.is_told_alone = lru_cache(_MOST_KEPT)(self._is_told_alone)

    def of(self, row: Names, column: Names, title: Names, around: Names, unit: str) -> Sense:
        """What a row's and a column's names mean below a title's.

        `around` are lines of title and known indicators in rows above, which tell what a part is
        part of; `unit` is printed nearest.
        """
        if title and row and column and column[-1] not in COUNTED:
            column = self._in_full(column, title, unit)
        found = self._of(row, column, title, around, unit)
        if title and found.indicator and (narrower := self._titled(row, column, title, unit)):
            return narrower
        if not self._counts_all(row, column or title, unit):
            return found
        whole = self._of((), column, title, around, unit)
        if found.indicator == whole.indicator and not found.doubts:
            return found
        return whole._replace(label=row[-1], parents=(*whole.parents, whole.label))

    def _of(self, row: Names, column: Names, title: Names, around: Names, unit: str) -> Sense:
        is_bound = (row and column) or self.matches.of_flow((*title, *row, *column), unit)
        if not is_bound and (alone := self._alone(row or column, unit)):
            return alone
        return self._understood(row, column, (title, around), unit)

    def _titled(self, row: Names, column: Names, title: Names, unit: str) -> Sense | None:
        """What the title names in full where a row or a column says the end of it alone."""
        names = column or row
        if (row and column) or self._in_full(names, title, unit) == names:
            return None
        return self.meanings.of((*title, *names), self.matches.of(title, NO_TITLE, unit))

    def _in_full(self, names: Names, title: Names, unit: str) -> Names:
        """The title's name where names say only the end of it: 人均可支配收入 of 农村居民."""
        if len(names) != 1 or not is_short(names[0]):
            return names
        match = self.matches.of(title, NO_TITLE, unit)
        if match is None:
            return names
        full = (title[-1], self._catalog.indicators[match.indicator].name_zh)
        return title if any(repeats_end(names[0], name) for name in full) else names

    def are_sure(self, names: Names, units: Iterable[str]) -> bool:
        """Whether names mean the same whatever stands around them, in any of some units."""
        if names and canonical(names[-1]) in ALL_OF_SCOPE:
            return False
        return all(self._alone(names, unit) is not None for unit in units)

    def grows_in_percent(self, name: str) -> bool:
        """Whether figures in % of what is known by a name are its growth."""
        sense = self._alone((name,), "%")
        return sense is not None and sense.transformation == "yoy"

    def _is_told_alone(self, names: Names, unit: str) -> bool:
        """Whether the last of some names, which is known, means the same without the others."""
        *outer, name = names
        if outer and (repeats_end(name, outer[-1]) or self.matches.joined(names, unit)):
            return False
        if any(map(is_growth, outer)) or self.matches.of_flow(names, unit):
            return False
        return not any(self.matches.part(other, NO_TITLE, (name,), unit) for other in outer)

    def _understand_alone(self, names: Names, unit: str) -> Sense | None:
        """What names mean below whatever title: the last of them is an indicator's own."""
        if not names or names[-1] in AMOUNTS or read_snake(names[-1]):
            return None
        if len(names) > 1 and repeats_end(names[-1], names[-2]):
            return None
        if (match := self.matches.named(names[-1], unit)) is None:
            return None
        match = self.matches.joined(names, unit) or match
        return self.meanings.of(names, self._narrowed(match, names, unit))

    def _narrowed(self, match: LabelMatch, names: Names, unit: str) -> LabelMatch:
        """参保人数 below 失业保险 are those insured against unemployment."""
        *outer, name = names
        parts = (self.matches.part(other, NO_TITLE, (name,), unit) for other in reversed(outer))
        finer = (p for p in parts if p and p.indicator == match.indicator and p.breakdown)
        return match if match.breakdown else next(finer, match)

    def _counts_all(self, row: Names, named: Names, unit: str) -> bool:
        """规模以上工业 below a title, or beside a column, that names an indicator of just that."""
        if len(row) != 1 or canonical(row[0]) not in ALL_OF_SCOPE:
            return False
        match = self.matches.of(named, NO_TITLE, unit) if named else None
        if match is None:
            return False
        indicator = self._catalog.indicators[match.indicator]
        return indicator.category in _INDUSTRY or indicator.name_zh.startswith("规上工业")

    def _understand(self, row: Names, column: Names, above: Above, unit: str) -> Sense:
        title = above[0]
        if not row and not column:
            return self._path(title, ((), above[1]), unit) if title else NAMELESS
        if not row or not column:
            return self._path(row or column, above, unit)
        return self._crossed(row, column, above, unit)

    def _path(self, names: Names, above: Above, unit: str) -> Sense:
        snake = read_snake(names[-1])
        if snake is not None:
            return self._snake(names, snake, unit)
        if names[-1] in AMOUNTS and len(names) == 1 and above[0]:
            return self._path(above[0], ((), above[1]), unit)
        match = self.matches.of(names, above, unit)
        if match is None and self._is_repeated(names, unit):
            return self._path(names[:-1], above, unit)
        if above[0] and match != self.matches.of(names, NO_TITLE, unit):
            names = (*above[0], *names)
        return self.meanings.of(names, match)

    def _is_repeated(self, names: Names, unit: str) -> bool:
        """电量 below 全社会用电量 says once more what is measured."""
        measured = self._catalog.units.parse(MEASURED.get(names[-1], ""))
        if measured is None or len(names) == 1:
            return False
        whole = self.matches.of(names[:-1], NO_TITLE, unit)
        if whole is None:
            return False
        own = self._catalog.units.parse(
            whole.unit or self._catalog.indicators[whole.indicator].unit
        )
        return own is not None and own.dimension == measured.dimension

    def _snake(self, names: Names, snake, unit: str) -> Sense:  # noqa: ANN001
        sense = self.meanings.of(
            (*names[:-1], snake.name), self.matches.named(snake.name, snake.unit or unit)
        )
        doubts = (reasons.GUESSED_UNIT,) if snake.completed else ()
        return sense._replace(
            label=snake.label,
            unit=snake.unit,
            status=snake.status,
            year=snake.year,
            doubts=doubts,
        )

    def _crossed(self, row: Names, column: Names, above: Above, unit: str) -> Sense:
        """Where both sides name something: one names the indicator, the other a part of it."""
        matches = self.matches
        if column[-1] in COUNTED and (match := matches.of(row, above, unit)):
            return self.meanings.of(row, match)
        own_row = matches.of(row, NO_TITLE, unit)
        if own_row and not matches.named(row[-1], unit):
            own_row = matches.of(row, ((), above[1]), unit) or own_row
        titles: Above = NO_TITLE if own_row else ((), above[1])
        own_column = matches.of(column, titles, unit)
        both = self._finer_by_both(row, column, above, unit)
        part = matches.part_of_both(row, column, above, unit)
        if part and (both is None or both.indicator == part.indicator):
            return self.meanings.of((*column, *row), part)
        if both:
            return both
        if own_row and not own_column and (part := matches.part(column[-1], NO_TITLE, row, unit)):
            return self.meanings.of((*row, *column), part)
        if own_column and not own_row and (part := matches.part(row[-1], titles, column, unit)):
            return self.meanings.of((*column, *row), part)
        if not own_row and not own_column and (match := matches.of((*column, *row), above, unit)):
            return self.meanings.of((*column, *row), match)
        return self._unsure(row, column, own_row, own_column)

    def _finer_by_both(self, row: Names, column: Names, above: Above, unit: str) -> Sense | None:
        """增值税 across from 中央级, 税收收入 from 合计 or 入库: what the row names, or a part."""
        match = self.matches.of(row, above, unit)
        if match is None:
            return None
        if is_total(column[-1]):
            return self.meanings.of(row, match)
        part = self.matches.part(column[-1], ((), above[1]), row, unit)
        if part is None or not (part == match or _is_finer(part, match)):
            return None
        if not part.breakdown:
            return self.meanings.of(row, match)
        is_own = self.matches.of(row, NO_TITLE, unit) is not None
        return self.meanings.of((*row, *column) if is_own else (*column, *row), part)

    def _unsure(
        self,
        row: Names,
        column: Names,
        own_row: LabelMatch | None,
        own_column: LabelMatch | None,
    ) -> Sense:
        """Two indicators that cross, or a name beside one that nobody knows."""
        if own_row and own_column and _is_finer(own_row, own_column):
            return self.meanings.of((*column, *row), own_row)
        if own_row and own_column and _is_finer(own_column, own_row):
            return self.meanings.of((*row, *column), own_column)
        if own_row and own_column:
            sense = self.meanings.of((*row, *column), own_column)
            return sense._replace(doubts=(*sense.doubts, reasons.TWO_INDICATORS))
        if own_row:
            return self._qualified((*column, *row), own_row)
        if own_column:
            return self._qualified((*column, *row), own_column)
        return self.meanings.of((*column, *row), None)

    def _qualified(self, names: Names, match: LabelMatch) -> Sense:
        """An indicator of something that nobody knows: 各项存款 across from 工商银行."""
        sense = self.meanings.of(names, match)
        return sense._replace(doubts=(*sense.doubts, reasons.UNKNOWN_QUALIFIER))


def _is_finer(one: LabelMatch, other: LabelMatch) -> bool:
    """Whether one tells of which part of the other's figures it is."""
    same = one.indicator == other.indicator
    return same and one.breakdown.items() > other.breakdown.items()
