"""What a figure's words mean: catalogue id, breakdown, transformation, accumulation, unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from cockpit.catalog import Catalog, Indicator, LabelMatch, normalise
from cockpit.observation import Status, Transformation
from cockpit.period import Accumulation
from loaders import reasons
from loaders.industries import Industries
from loaders.labels import Ending, Label, read_ending, read_label
from loaders.measures import Measure, read_measure
from loaders.snake import read_snake
from loaders.words import Words

_RELATIVE: frozenset[Transformation] = frozenset({"yoy", "mom", "share", "progress"})
_STOCK = re.compile(
    r"(?:年|期|季|月)[末底]|余额$|人口数?(?:\(|$)|(?:就业|技术)人员数?$|保有量$|存栏数?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Words understood; `reasons` say what was not certain."""

    label: str
    indicator: str | None
    parents: tuple[str, ...] = ()
    breakdown: Mapping[str, str] = field(default_factory=dict)
    transformation: Transformation = "level"
    accumulation: Accumulation | None = None
    is_stock: bool = False
    unit: str = ""
    status: Status = "A"
    year: str = ""
    reasons: tuple[str, ...] = ()


class Dictionary:
    """Understands words by the catalogue; each combination once."""

    def __init__(self, catalog: Catalog, source: str) -> None:
        self._catalog = catalog
        self._source = source
        self._industries = Industries(catalog)
        self._known: dict[object, Meaning] = {}
        self._bare: dict[str, bool] = {}

    def is_indicator(self, text: str) -> bool:
        """Whether the catalogue knows a text as an indicator."""
        label = self._label(text)
        return self._match(label.text, read_ending(label.text), label.unit, ()) is not None

    def meaning(self, words: Words) -> Meaning:
        """What the words of a figure mean."""
        key = (
            words.indicator,
            words.measure,
            words.unit,
            words.table_unit,
            words.parents,
            words.reads_like,
        )
        if key not in self._known:
            self._known[key] = self._fuller(words) if words.reads_like else self._understand(words)
        return self._known[key]

    def is_bare(self, text: str) -> bool:
        """Whether a text is a name without unit or ending that the catalogue does not know."""
        if text not in self._bare:
            self._bare[text] = self._is_bare(text)
        return self._bare[text]

    def _is_bare(self, text: str) -> bool:
        label = self._label(text)
        has_ending = read_ending(label.text).stem != text
        return not (label.unit or has_ending or self.is_indicator(text))

    def _fuller(self, words: Words) -> Meaning:
        full = self._understand(replace(words, indicator=words.reads_like, reads_like=None))
        own = self._label(words.indicator or "").text
        return replace(full, label=own, reasons=(*full.reasons, reasons.SHORT_LABEL))

    def knows_unit(self, symbol: str) -> bool:
        """Whether the unit table holds a unit."""
        return symbol in self._catalog.units

    def _label(self, text: str) -> Label:
        return read_label(text, lambda inside: self._catalog.units.parse(inside) is not None)

    def _understand(self, words: Words) -> Meaning:
        snake = read_snake(words.indicator or "")
        label = Label(snake.label, snake.unit) if snake else self._label(words.indicator or "")
        above = [self._label(parent) for parent in words.parents]
        measure = read_measure(words.measure or "")
        printed = self._printed_unit(label, above, words, measure)
        parents = tuple(outer.text for outer in above)
        name = snake.name if snake else label.text
        ending = read_ending(label.text)
        match = self._match(name, ending, printed, parents) if name else None
        plain = self._counted(label, ending, measure, match, printed)
        plain = replace(plain, parents=parents)
        if snake is None:
            return plain
        doubts = (*plain.reasons, *((reasons.GUESSED_UNIT,) if snake.completed else ()))
        return replace(plain, status=snake.status, year=snake.year, reasons=doubts)

    def _counted(
        self,
        label: Label,
        ending: Ending,
        measure: Measure | None,
        match: LabelMatch | None,
        printed: str,
    ) -> Meaning:
        """How the figure is counted, once its indicator is known or known to be unknown."""
        transformation = _transformation(ending, measure, match, printed)
        unit, doubts = self._unit(printed, transformation, match)
        return Meaning(
            label=label.text,
            indicator=match.indicator if match else None,
            breakdown=dict(match.breakdown) if match else {},
            transformation=transformation,
            accumulation=_accumulation(ending, measure, match),
            is_stock=self._is_stock(label.text, match),
            unit=unit,
            reasons=doubts,
        )

    def _printed_unit(
        self, label: Label, above: Sequence[Label], words: Words, measure: Measure | None
    ) -> str:
        """The unit nearest to the figure: its own name's, an enclosing heading's, the table's."""
        inherited = next((outer.unit for outer in reversed(above) if outer.unit), None)
        beside = words.unit or inherited or words.table_unit or ""
        return self._symbol(label.unit or _unit_beside(beside, measure))

    def _symbol(self, printed: str) -> str:
        unit = self._catalog.units.parse(printed) if printed else None
        return unit.symbol if unit else printed

    def _match(
        self, name: str, ending: Ending, unit: str, parents: tuple[str, ...]
    ) -> LabelMatch | None:
        for text in _spellings(name, ending):
            if match := self._catalog.resolve_label(text, unit or None, self._source):
                return match
        return self._by_code(name, parents) or self._industries.match(
            ending.stem, lambda text: self._catalog.resolve_label(text, unit or None, self._source)
        )

    def _by_code(self, name: str, parents: tuple[str, ...]) -> LabelMatch | None:
        """A part of what encloses it: a listed code's name, or an account without its 增加值."""
        wholes = (self._catalog.resolve_label(parent, None, self._source) for parent in parents)
        whole = next((match for match in wholes if match), None)
        if whole is None:
            return None
        for dimension in self._of(whole).dims:
            if code := self._codes.get((dimension, _code_key(name))):
                return LabelMatch(whole.indicator, {**whole.breakdown, dimension: code})
        return self._by_account(name, self._of(whole))

    def _by_account(self, name: str, whole: Indicator) -> LabelMatch | None:
        """第一产业 under 地区生产总值 is 第一产业增加值: an indicator of the same category."""
        part = self._catalog.resolve_label(f"{name}增加值", whole.unit, self._source)
        return part if part and self._of(part).category == whole.category else None

    @cached_property
    def _codes(self) -> dict[tuple[str, str], str]:
        entries = self._catalog.codes.values()
        return {(entry.dimension, _code_key(entry.name_zh)): entry.code for entry in entries}

    def _of(self, match: LabelMatch) -> Indicator:
        return self._catalog.indicators[match.indicator]

    def _unit(
        self, printed: str, transformation: Transformation, match: LabelMatch | None
    ) -> tuple[str, tuple[str, ...]]:
        if printed:
            return printed, ()
        if transformation in _RELATIVE:
            return "%", ()
        assumed = (match.unit or self._of(match).unit) if match else ""
        return assumed, (reasons.ASSUMED_UNIT if assumed else reasons.NO_UNIT,)

    def _is_stock(self, label: str, match: LabelMatch | None) -> bool:
        if match and self._of(match).accumulations:
            return self._of(match).accumulations == ("stock",)
        return bool(_STOCK.search(normalise(label)))


def _code_key(name: str) -> str:
    return normalise(name).replace("平方米", "m2")


def _spellings(name: str, ending: Ending) -> Iterator[str]:
    yield name
    if ending.stem != name and ending.transformation != "share":
        yield ending.stem


def _transformation(
    ending: Ending, measure: Measure | None, match: LabelMatch | None, unit: str
) -> Transformation:
    """An index stays a level, whatever its name says, because its unit says what 100 is."""
    if unit.replace(" ", "").endswith("=100"):
        return "level"
    if measure:
        return measure.transformation
    return ending.transformation or (match.transformation if match else None) or "level"


def _accumulation(
    ending: Ending, measure: Measure | None, match: LabelMatch | None
) -> Accumulation | None:
    if measure and measure.accumulation:
        return measure.accumulation
    return ending.accumulation or (match.accumulation if match else None)


def _unit_beside(unit: str, measure: Measure | None) -> str:
    """A growth column is in % whatever its rows are counted in, unless it is an index."""
    is_index = unit.replace(" ", "").endswith("=100")
    return measure.unit if measure and measure.unit and not is_index else unit
