"""What people call an indicator: printed labels to catalogue ids, by exact match only."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast, get_args

from cockpit.catalog.indicator import Indicator
from cockpit.catalog.normal import normalise
from cockpit.catalog.sheet import Folder, Row
from cockpit.observation import Transformation
from cockpit.period import Accumulation

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


class Labels:
    """Every alias, found by its normalised text."""

    def __init__(
        self, aliases: Mapping[str, Sequence[Alias]], dimension: Mapping[str, str]
    ) -> None:
        self._aliases = aliases
        self._dimension = dimension

    def resolve(self, text: str, unit: str | None, source: str | None) -> LabelMatch | None:
        """The one meaning that fits the text, the printed unit and the publisher, or None."""
        found = self._aliases.get(normalise(text), ())
        fitting = [a.match for a in found if self._fits(a, unit, source)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, alias: Alias, unit: str | None, source: str | None) -> bool:
        if alias.source and alias.source != source:
            return False
        wanted = alias.match.unit
        if not wanted or not unit:
            return True
        return self._dimension.get(unit) == self._dimension[wanted]


def read_labels(
    folder: Folder,
    indicators: Mapping[str, Indicator],
    units: Mapping[str, str],
    breakdown: Collection[tuple[str, str]],
) -> Labels:
    """Read aliases.csv; `units` maps symbols to dimensions, `breakdown` lists known codes.

    Two aliases of one text are a fault unless their units' dimensions or sources tell them apart.
    """
    found: dict[str, list[Alias]] = {}
    for row in folder.rows("aliases.csv", COLUMNS):
        alias = _alias(row, indicators, units, breakdown)
        others = found.setdefault(normalise(row.text("alias")), [])
        if any(_overlap(alias, other, units) for other in others):
            row.fault(f'"{row.cells["alias"]}" stands above already and nothing tells them apart')
        others.append(alias)
    return Labels(found, units)


def _alias(
    row: Row,
    indicators: Mapping[str, Indicator],
    units: Collection[str],
    breakdown: Collection[tuple[str, str]],
) -> Alias:
    indicator = row.one_of("indicator", indicators, "indicators.csv")
    match = LabelMatch(
        indicator=indicator,
        breakdown=_breakdown(row, indicators.get(indicator), breakdown),
        transformation=cast(
            "Transformation | None", _choice(row, "transformation", get_args(Transformation))
        ),
        accumulation=cast(
            "Accumulation | None", _choice(row, "accumulation", get_args(Accumulation))
        ),
        unit=_choice(row, "unit", units, "units.csv"),
    )
    return Alias(match, row.optional("source"))


def _choice(row: Row, column: str, known: Collection[str], where: str = "") -> str | None:
    return row.one_of(column, known, where) if row.optional(column) else None


def _breakdown(
    row: Row, indicator: Indicator | None, known: Collection[tuple[str, str]]
) -> dict[str, str]:
    pairs = [pair.partition("=")[::2] for pair in row.several("breakdown", between=";")]
    for dimension, code in pairs:
        if (dimension, code) not in known:
            row.fault(f'breakdown "{dimension}={code}" is not in codes.csv or industries.csv')
        elif indicator and dimension not in indicator.dims:
            row.fault(f'breakdown "{dimension}" is not among the dims of {indicator.id}')
    return dict(pairs)


def _overlap(one: Alias, other: Alias, units: Mapping[str, str]) -> bool:
    if one.source and other.source and one.source != other.source:
        return False
    here, there = one.match.unit, other.match.unit
    return not (here and there and units.get(here) != units.get(there))
