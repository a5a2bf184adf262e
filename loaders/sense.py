"""What the names of a row and a column mean together: indicator, breakdown, how they are counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from cockpit.catalog import Catalog, Indicator, LabelMatch, normalise
from cockpit.observation import Status, Transformation
from cockpit.period import Accumulation
from loaders import reasons
from loaders.snake import read_snake

_STOCK = re.compile(
    r"(?:年|期|季|月)[末底]|余额$|人口数?(?:\(|$)|(?:就业|技术|从业)人员(?:年末)?数?$|保有量$|存栏数?$"
    r"|(?:企业|单位|户)数$"
)

_SHORTEST = 2
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """Names understood; `accumulations` are those the catalogue lists, `doubts` are reasons."""

    label: str = ""
    parents: tuple[str, ...] = ()
    indicator: str | None = None
    breakdown: Mapping[str, str] = field(default_factory=dict)
    transformation: Transformation | None = None
    accumulation: Accumulation | None = None
    accumulations: tuple[Accumulation, ...] = ()
    is_stock: bool = False
    unit: str = ""
    catalogue_unit: str = ""
    status: Status | None = None
    year: str = ""
    doubts: tuple[str, ...] = ()


NAMELESS = Sense()


class Senses:
    """Understands names by the catalogue; each combination once."""

    def __init__(self, catalog: Catalog, source: str) -> None:
        self._catalog = catalog
        self._source = source
        self._known: dict[object, Sense] = {}

    def of(self, row: Names, column: Names, title: Names, unit: str, beside: str) -> Sense:
        """What a row's and a column's names mean below a title's.

        `unit` is printed nearest; `beside` is the known indicator in a row above.
        """
        key = (row, column, title, unit, beside)
        if key not in self._known:
            sense = self._understand(row, column, title, unit)
            if sense.indicator is None and beside:
                part = self._understand(row, column, (*title, beside), unit)
                sense = part if part.indicator else sense
            self._known[key] = sense
        return self._known[key]

    def _understand(
        self,
        row: Names,
        column: Names,
        title: Names,
        unit: str,
    ) -> Sense:
        if not row and not column:
            return self._path(title, (), unit) if title else NAMELESS
        if not row or not column:
            return self._path(row or column, title, unit)
        return self._crossed(row, column, title, unit)

    def _path(self, names: Names, title: Names, unit: str) -> Sense:
        snake = read_snake(names[-1])
        if snake is not None:
            return self._snake(names, snake, unit)
        match = self._match(names, title, unit)
        alone = self._match(names, (), unit) if title else match
        return self._sense(names if alone == match else (*title, *names), match)

    def _snake(self, names: Names, snake, unit: str) -> Sense:  # noqa: ANN001
        sense = self._sense(
            (*names[:-1], snake.name), self._resolved(snake.name, snake.unit or unit)
        )
        doubts = (reasons.GUESSED_UNIT,) if snake.completed else ()
        return replace(
            sense,
            label=snake.label,
            unit=snake.unit,
            status=snake.status,
            year=snake.year,
            doubts=doubts,
        )

    def _match(self, names: Names, title: Names, unit: str) -> LabelMatch | None:
        """The last name alone, or as a part of those above it, or joined with the one above."""
        *above, name = names
        within = (*title, *above)
        if match := self._resolved(name, unit):
            return match
        if match := self._catalog.resolve_part(name, within, unit, self._source):
            return match
        joined = (text for outer in reversed(above) for text in (outer + name, name + outer))
        return next((match for text in joined if (match := self._resolved(text, unit))), None)

    def _resolved(self, name: str, unit: str) -> LabelMatch | None:
        """An index of an amount is the amount's, though it is counted otherwise."""
        match = self._catalog.resolve_label(name, unit or None, self._source)
        if match is None and unit.endswith("=100"):
            match = self._catalog.resolve_label(name, None, self._source)
        return self._in_currency(match, unit) if match else None

    def _in_currency(self, match: LabelMatch, unit: str) -> LabelMatch:
        """Trade printed in dollars is a series of its own beside that in yuan."""
        printed = self._catalog.units.parse(unit) if unit else None
        indicator = self._catalog.indicators[match.indicator]
        own = self._catalog.units.parse(indicator.unit)
        if "currency" not in indicator.dims or "currency" in match.breakdown:
            return match
        if not printed or not own or (printed.dimension, own.dimension) != ("usd", "cny"):
            return match
        return replace(match, breakdown={**match.breakdown, "currency": "usd"})

    def _crossed(
        self,
        row: Names,
        column: Names,
        title: Names,
        unit: str,
    ) -> Sense:
        """Where both sides name something: one names the indicator, the other a part of it."""
        by_column = self._match((*row, *column), title, unit)
        by_row = self._match((*column, *row), title, unit)
        own_column, own_row = self._match(column, title, unit), self._match(row, title, unit)
        if by_row and own_column and not own_row:
            return self._sense((*column, *row), by_row)
        if by_column and own_row and not own_column:
            return self._sense((*row, *column), by_column)
        one, other = row[-1] + column[-1], column[-1] + row[-1]
        if joined := self._resolved(one, unit) or self._resolved(other, unit):
            return self._sense((*row, *column), joined)
        return self._unsure(row, column, own_row, own_column)

    def _unsure(
        self,
        row: Names,
        column: Names,
        own_row: LabelMatch | None,
        own_column: LabelMatch | None,
    ) -> Sense:
        """Two indicators that cross, or a name beside one that nobody knows."""
        if own_row and own_column:
            sense = self._sense((*row, *column), own_column)
            return replace(sense, doubts=(*sense.doubts, reasons.TWO_INDICATORS))
        if own_row:
            sense = self._sense((*column, *row), own_row)
            return replace(sense, doubts=(*sense.doubts, reasons.UNKNOWN_QUALIFIER))
        return self._sense((*column, *row), None)

    def _sense(self, names: Names, match: LabelMatch | None) -> Sense:
        label, parents = names[-1], names[:-1]
        if match is None:
            return Sense(label=label, parents=parents, is_stock=self._looks_stock(names))
        indicator = self._catalog.indicators[match.indicator]
        kinds = indicator.accumulations
        return Sense(
            label=label,
            parents=parents,
            indicator=match.indicator,
            breakdown=dict(match.breakdown),
            transformation=match.transformation,
            accumulation=match.accumulation,
            accumulations=kinds,
            is_stock=kinds == ("stock",) or (not kinds and self._looks_stock(names)),
            catalogue_unit=match.unit or indicator.unit,
        )

    def _looks_stock(self, names: Sequence[str]) -> bool:
        return bool(_STOCK.search(normalise(names[-1])))

    def indicator(self, sense: Sense) -> Indicator | None:
        """The catalogue's entry."""
        return self._catalog.indicators.get(sense.indicator or "")

    def in_title(self, text: str) -> str:
        """The one indicator that a title names, or nothing; the longest name counts."""
        bare = normalise(text)
        starts = {bare[place : place + _SHORTEST] for place in range(len(bare))}
        found = [name for start in starts for name in self._aliases.get(start, ()) if name in bare]
        longest = [n for n in found if not any(n != other and n in other for other in found)]
        meant = {
            (m.indicator, tuple(m.breakdown.items()))
            for n in longest
            if (m := self._resolved(n, ""))
        }
        return longest[0] if len(meant) == 1 else ""

    @cached_property
    def _aliases(self) -> Mapping[str, Sequence[str]]:
        """Names by their first two letters."""
        found: dict[str, list[str]] = {}
        for name in self._catalog.labels.texts:
            if len(name) >= _SHORTEST:
                found.setdefault(name[:_SHORTEST], []).append(name)
        return found
