"""What an indicator is: the declaration that staff edit and everything else asks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, cast, get_args

from cockpit.catalog.sheet import Folder, Row, entries
from cockpit.period import Accumulation

Direction = Literal["up", "down", "neutral"]
Aggregation = Literal["sum", "sum_untied", "weighted", "recompute", "none"]

COLUMNS = (
    "id category name_zh name_en unit display_unit decimals freq merged_january kinds growth_rule "
    "aggregation weight direction bureau lag_days lag_note derived dims "
    "definition_zh definition_en reference"
)
CARRIED_OVER = ("re_under",)
"""Cumulative by name, stocks by nature: each figure holds all that was begun in earlier years."""

_Rules = tuple[tuple[Accumulation, str], ...]
_LEVEL_KINDS: _Rules = (("ytd", "y"), ("stock", "s"), ("period", "cxi"))
_GROWTH_KINDS: _Rules = (("ytd", "G"), ("period", "gm"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One statistic of the catalogue.

    `unit` is what levels are kept in, `display_unit` what a screen shows; both are empty where
    the unit depends on the product. `kinds`: c current, y year to date, s end of period, i index,
    g and G growth of the month and of the year to date, m month on month, x ratio or other.
    `growth_rule`: R constant prices and C comparable scope (published growth only), P and L
    (levels may be divided), D difference in percentage points, I index less 100, S sign matters.
    `aggregation` over areas: sum (must tie), sum_untied (need not), weighted by `weight`,
    recompute from numerator and denominator, none.
    """

    id: str
    category: str
    name_zh: str
    name_en: str
    unit: str
    display_unit: str
    decimals: int
    freq: tuple[str, ...]
    merged_january: bool
    kinds: tuple[str, ...]
    growth_rule: tuple[str, ...]
    aggregation: Aggregation
    weight: str
    direction: Direction
    bureau: tuple[str, ...]
    lag_days: int
    lag_note: str
    derived: bool
    dims: tuple[str, ...]
    definition_zh: str
    definition_en: str
    reference: str

    def name(self, locale: str) -> str:
        """The name in the reader's language."""
        return self.name_en if locale.startswith("en") else self.name_zh

    def definition(self, locale: str) -> str:
        """The definition in the reader's language."""
        return self.definition_en if locale.startswith("en") else self.definition_zh

    @property
    def accumulations(self) -> tuple[Accumulation, ...]:
        """How its figures accumulate, the one to show first at the front."""
        kinds = "".join(self.kinds)
        found = _accumulations(_LEVEL_KINDS, kinds)
        return found or _accumulations(_GROWTH_KINDS, kinds)

    @property
    def additive(self) -> bool:
        """Whether its figures are amounts, which add up over areas and parts."""
        return self.aggregation in ("sum", "sum_untied")

    @property
    def over_time(self) -> Literal["sum", "mean", "end"] | None:
        """How single periods become longer ones: flows add up, stocks stand at the end.

        Indices, and ratios that nothing can be recomputed from, are averaged. None for rates of
        growth, for ratios with numerator and denominator, and for flows that are stocks by nature.
        """
        kinds, rules = set(self.kinds), set(self.growth_rule)
        if "s" in kinds:
            return "end"
        if "i" in kinds or (self.aggregation == "none" and rules & {"D", "L"} and "G" not in kinds):
            return "mean"
        summed = kinds & {"c", "y"} and self.id not in CARRIED_OVER
        return "sum" if summed else None

    @property
    def published_growth(self) -> bool:
        """Whether growth must come from the publisher and never from two levels."""
        return bool({"R", "C"} & set(self.growth_rule))

    @property
    def growth_may_be_computed(self) -> bool:
        """Whether growth may be computed from levels where none is published."""
        return bool({"P", "L"} & set(self.growth_rule)) and not self.published_growth


def read_indicators(
    folder: Folder,
    categories: Collection[str],
    units: Collection[str],
    bureaus: Collection[str],
    dimensions: Collection[str],
) -> dict[str, Indicator]:
    """Read indicators.csv against the lists it refers to."""

    def make(row: Row) -> Indicator:
        return _indicator(row, categories, units, bureaus, dimensions)

    return entries(folder.table("indicators.csv", COLUMNS, "id", make))


def _indicator(
    row: Row,
    categories: Collection[str],
    units: Collection[str],
    bureaus: Collection[str],
    dimensions: Collection[str],
) -> Indicator:
    return Indicator(
        id=row.text("id"),
        category=row.one_of("category", categories, "categories.csv"),
        name_zh=row.text("name_zh"),
        name_en=row.text("name_en"),
        unit=_unit(row, "unit", units),
        display_unit=_unit(row, "display_unit", units),
        decimals=row.integer("decimals"),
        freq=_listed(row, "freq", "MQAHW"),
        merged_january=row.yes("merged_january"),
        kinds=_listed(row, "kinds", "cysigGmx"),
        growth_rule=row.several("growth_rule", "RCPLDIS"),
        aggregation=cast(Aggregation, row.one_of("aggregation", get_args(Aggregation))),
        weight=row.optional("weight"),
        direction=cast(Direction, row.one_of("direction", get_args(Direction))),
        bureau=_listed(row, "bureau", bureaus, "bureaus.csv"),
        lag_days=row.integer("lag_days"),
        lag_note=row.text("lag_note"),
        derived=row.yes("derived"),
        dims=row.several("dims", dimensions, "dimensions.csv"),
        definition_zh=row.text("definition_zh"),
        definition_en=row.text("definition_en"),
        reference=row.text("reference"),
    )


def _listed(row: Row, column: str, known: Collection[str], where: str = "") -> tuple[str, ...]:
    row.text(column)
    return row.several(column, known, where)


def _unit(row: Row, column: str, units: Collection[str]) -> str:
    by_product = "product" in row.cells["dims"].split()
    if by_product and not row.optional(column):
        return ""
    return row.one_of(column, units, "units.csv")


def _accumulations(rules: _Rules, kinds: str) -> tuple[Accumulation, ...]:
    return tuple(name for name, letters in rules if set(letters) & set(kinds))
