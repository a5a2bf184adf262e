"""Units of measure: what a printed unit is, and exact conversion within its dimension."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from cockpit.catalog.normal import normalise
from cockpit.catalog.sheet import Folder, Row
from cockpit.errors import ArithmeticRefused, NotInCatalogue
from cockpit.i18n import gettext as _

COLUMNS = "symbol dimension factor name_en aliases"

_BEFORE = re.compile(r"^\(?(?:(?:计量|数据|金额)?单位|units?)[:(]?")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; one of it is `factor` of its dimension's base unit."""

    symbol: str
    dimension: str
    factor: Decimal
    name_en: str

    def name(self, locale: str) -> str:
        """The unit in the reader's language."""
        return self.name_en if locale.startswith("en") else self.symbol


class Units(Mapping[str, Unit]):
    """Every unit by its symbol, found by any of its written forms."""

    def __init__(self, units: Mapping[str, Unit], forms: Mapping[str, str]) -> None:
        self._units = units
        self._forms = forms
        self._parsed: dict[str, Unit | None] = {}

    def __getitem__(self, symbol: str) -> Unit:
        return self._units[symbol]

    def __iter__(self) -> Iterator[str]:
        return iter(self._units)

    def __len__(self) -> int:
        return len(self._units)

    def parse(self, text: str) -> Unit | None:
        """The unit a text names, or None; `（万元）` and `单位：万元` name it too."""
        if text not in self._parsed:
            self._parsed[text] = self._find(text)
        return self._parsed[text]

    def _find(self, text: str) -> Unit | None:
        written = normalise(text)
        symbol = self._forms.get(written) or self._forms.get(_bare(written))
        return self._units[symbol] if symbol else None

    def base(self, unit: str) -> Unit:
        """The base unit of a unit's dimension: the first listed whose factor is one.

        Raises NotInCatalogue for an unknown unit.
        """
        return self._bases[self._known(unit).dimension]

    def convert(self, value: float, source: str, target: str) -> float:
        """A value in another unit of the same dimension, exact in decimals.

        Raises NotInCatalogue for an unknown unit, ArithmeticRefused across dimensions.
        """
        here, there = self._known(source), self._known(target)
        if here.symbol == there.symbol:
            return value
        if here.dimension != there.dimension:
            raise ArithmeticRefused(
                _("%(source)s cannot be converted to %(target)s.", source=source, target=target)
            )
        return float(Decimal(str(value)) * here.factor / there.factor)

    def _known(self, text: str) -> Unit:
        unit = self._units.get(text) or self.parse(text)
        if unit is None:
            raise NotInCatalogue(_("The unit %(unit)s is not in the catalogue.", unit=text))
        return unit

    @cached_property
    def _bases(self) -> dict[str, Unit]:
        found: dict[str, Unit] = {}
        for unit in self._units.values():
            if unit.factor == 1:
                found.setdefault(unit.dimension, unit)
        return found


def read_units(folder: Folder) -> Units:
    """Read units.csv; one written form for two units, or a dimension without a base, is a fault."""
    table = folder.table("units.csv", COLUMNS, "symbol", _unit)
    forms: dict[str, str] = {}
    for row, unit in table.values():
        _add_forms(row, unit, forms)
    _expect_bases(table)
    return Units({symbol: unit for symbol, (_row, unit) in table.items()}, forms)


def _bare(written: str) -> str:
    """A unit without the word 单位 before it and the bracket around it."""
    named = _BEFORE.sub("", written) if "(" in written or ":" in written else written
    return named.removeprefix("(").removesuffix(")") if named.count("(") <= 1 else named


def _unit(row: Row) -> Unit:
    return Unit(
        symbol=row.text("symbol"),
        dimension=row.text("dimension"),
        factor=row.factor("factor"),
        name_en=row.text("name_en"),
    )


def _add_forms(row: Row, unit: Unit, forms: dict[str, str]) -> None:
    for text in (unit.symbol, unit.name_en, *row.several("aliases", between="|")):
        other = forms.setdefault(normalise(text), unit.symbol)
        if other != unit.symbol:
            row.fault(f'"{text}" names {other} already')


def _expect_bases(table: dict[str, tuple[Row, Unit]]) -> None:
    based = {unit.dimension for _row, unit in table.values() if unit.factor == 1}
    for row, unit in table.values():
        if unit.dimension not in based:
            row.fault(f'dimension "{unit.dimension}" has no unit of factor 1')
