"""What people call an indicator: printed labels to catalogue ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import cast, get_args

from cockpit.catalog.indicator import Indicator
from cockpit.catalog.normal import normalise
from cockpit.catalog.sheet import Folder, Row
from cockpit.catalog.spellings import canonical, spellings
from cockpit.observation import Published, Transformation
from cockpit.period import Accumulation

_TRANSFORMATIONS = frozenset(get_args(Published))
_ACCUMULATIONS = frozenset(get_args(Accumulation))

_REMEMBERED = 1 << 14

COLUMNS = "alias indicator breakdown accumulation transformation unit source"


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """What a label means; a field that is None is left to the table's header."""

    indicator: str
    breakdown: Mapping[str, str] = field(default_factory=dict)
    transformation: Transformation | None = None
    accumulation: Accumulation | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A label's meaning, and the publisher to whom alone it belongs (empty: everybody)."""

    match: LabelMatch
    source: str


@dataclass(frozen=True, slots=True)
class Measures:
    """What units say: their dimensions, and the indicators whose levels no % can be."""

    dimension: Mapping[str, str]
    amounts: frozenset[str]

    def fits(self, alias: Alias, unit: str | None, source: str | None) -> bool:
        """Whether an alias holds for a printed unit and a publisher."""
        if alias.source and alias.source != source:
            return False
        wanted = alias.match.unit
        if not wanted or not unit:
            return True
        return self.dimension.get(unit) == self.dimension[wanted]

    def choose(
        self, aliases: Sequence[Alias], unit: str | None, source: str | None
    ) -> LabelMatch | None:
        """The one meaning that fits; where only the way of counting is open, that is left open."""
        fitting = _in_own_money([a.match for a in aliases if self.fits(a, unit, source)])
        if not fitting:
            return self._growth(aliases, unit, source)
        first = fitting[0]
        if all(match == first for match in fitting):
            return self._counted(first, unit)
        same = (first.indicator, first.breakdown)
        one = all((match.indicator, match.breakdown) == same for match in fitting)
        return LabelMatch(*same) if one else None

    def _counted(self, match: LabelMatch, unit: str | None) -> LabelMatch:
        """An amount of money printed in % is its growth, unless a heading says otherwise."""
        is_open = match.transformation is None and match.unit is None
        if is_open and match.indicator in self.amounts and self._is_rate(unit):
            return replace(match, transformation="yoy")
        return match

    def _growth(
        self, aliases: Sequence[Alias], unit: str | None, source: str | None
    ) -> LabelMatch | None:
        """What is known in one unit of amount alone (货运量 in 万吨) printed in %: its growth.

        Of several currencies the growth is that of the one that needs no naming.
        """
        own = _in_own_money([alias.match for alias in aliases if alias.source in {"", source}])
        if len(own) != 1 or not self._is_rate(unit):
            return None
        match = replace(own[0], unit=None)
        counted = self._counted(match, unit)
        return counted if counted.transformation == "yoy" else None

    def _is_rate(self, unit: str | None) -> bool:
        return self.dimension.get(unit or "") == "ratio"


def _in_own_money(matches: Sequence[LabelMatch]) -> Sequence[LabelMatch]:
    """Of a name in several currencies, the series that names none."""
    plain = [match for match in matches if "currency" not in match.breakdown]
    return plain or matches


class Labels:
    """Every alias, found by its normalised text, else by any way of writing it."""

    def __init__(self, aliases: Mapping[str, Sequence[Alias]], measures: Measures) -> None:
        self._aliases = aliases
        self._measures = measures
        self.resolve = lru_cache(maxsize=_REMEMBERED)(self._resolve)

    @cached_property
    def _spelt(self) -> dict[str, list[Alias]]:
        found: dict[str, list[Alias]] = {}
        for key, aliases in self._aliases.items():
            found.setdefault(canonical(key), []).extend(aliases)
        return found

    @property
    def texts(self) -> Iterable[str]:
        """Every alias, normalised."""
        return self._aliases.keys()

    def _resolve(self, text: str, unit: str | None, source: str | None) -> LabelMatch | None:
        """The one meaning that fits the text, the printed unit and the publisher, or None."""
        exact = self._aliases.get(normalise(text))
        if exact is not None:
            return self._measures.choose(exact, unit, source)
        found = next((self._spelt[name] for name in spellings(text) if name in self._spelt), ())
        return self._measures.choose(found, unit, source)


def read_labels(
    folder: Folder,
    indicators: Mapping[str, Indicator],
    measures: Measures,
    breakdown: Collection[tuple[str, str]],
) -> Labels:
    """Read aliases.csv; `breakdown` lists the known codes.

    Two aliases of one text are a fault unless their units' dimensions or sources tell them apart.
    """
    found: dict[str, list[Alias]] = {}
    units = measures.dimension
    for row in folder.rows("aliases.csv", COLUMNS):
        alias = read_alias(row, indicators, units, breakdown)
        others = found.setdefault(normalise(row.text("alias")), [])
        if any(overlap(alias, other, units) for other in others):
            row.fault(f'"{row.cells["alias"]}" stands above already and nothing tells them apart')
        others.append(alias)
    return Labels(found, measures)


def read_measures(indicators: Mapping[str, Indicator], units: Mapping[str, str]) -> Measures:
    """`units` maps symbols to dimensions."""
    rates = {"ratio", "times", "point", "percentage_point", "month", "day"}
    amounts = {
        indicator.id
        for indicator in indicators.values()
        if units.get(indicator.unit, "") not in rates
        and not units.get(indicator.unit, "").startswith("index_")
        and {"g", "G"} & set(indicator.kinds)
    }
    return Measures(units, frozenset(amounts))


def read_alias(
    row: Row,
    indicators: Mapping[str, Indicator],
    units: Collection[str],
    breakdown: Collection[tuple[str, str]],
) -> Alias:
    """The meaning that a row of aliases.csv or parts.csv gives."""
    indicator = row.one_of("indicator", indicators, "indicators.csv")
    match = LabelMatch(
        indicator=indicator,
        breakdown=_breakdown(row, indicators.get(indicator), breakdown),
        transformation=cast(
            "Transformation | None", _choice(row, "transformation", _TRANSFORMATIONS)
        ),
        accumulation=cast("Accumulation | None", _choice(row, "accumulation", _ACCUMULATIONS)),
        unit=_choice(row, "unit", units, "units.csv"),
    )
    return Alias(match, row.optional("source"))


def overlap(one: Alias, other: Alias, units: Mapping[str, str]) -> bool:
    """Whether neither unit nor source tells two aliases of one text apart."""
    if one.source and other.source and one.source != other.source:
        return False
    here, there = one.match.unit, other.match.unit
    return not (here and there and units.get(here) != units.get(there))


def _choice(row: Row, column: str, known: Collection[str], where: str = "") -> str | None:
    return row.one_of(column, known, where) if row.optional(column) else None


def _breakdown(
    row: Row, indicator: Indicator | None, known: Collection[tuple[str, str]]
) -> dict[str, str]:
    if not row.optional("breakdown"):
        return {}
    pairs = [pair.partition("=")[::2] for pair in row.several("breakdown", between=";")]
    for dimension, code in pairs:
        if (dimension, code) not in known:
            row.fault(f'breakdown "{dimension}={code}" is not in codes.csv or industries.csv')
        elif indicator and dimension not in indicator.dims:
            row.fault(f'breakdown "{dimension}" is not among the dims of {indicator.id}')
    return dict(pairs)
