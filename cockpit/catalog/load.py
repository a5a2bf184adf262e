"""Reading the catalogue's folder: every fault in it at once, or a catalogue without any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cockpit.catalog.areas import Areas, read_areas
from cockpit.catalog.codes import (
    Bureau,
    Category,
    Dimension,
    DimensionCode,
    Industry,
    NbsCode,
    read_bureaus,
    read_categories,
    read_codes,
    read_dimensions,
    read_industries,
    read_nbs_codes,
)
from cockpit.catalog.indicator import Indicator, read_indicators
from cockpit.catalog.labels import LabelMatch, Labels, read_labels, read_measures
from cockpit.catalog.names import CodeNames
from cockpit.catalog.part_lists import read_parts
from cockpit.catalog.parts import Parts
from cockpit.catalog.sheet import Folder
from cockpit.catalog.units import Units, read_units
from cockpit.catalog.wholes import Part, read_wholes
from cockpit.errors import CatalogueFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything staff declare; read once, never changed while the program runs."""

    indicators: Mapping[str, Indicator]
    categories: Mapping[str, Category]
    units: Units
    areas: Areas
    industries: Mapping[str, Industry]
    bureaus: Mapping[str, Bureau]
    dimensions: Mapping[str, Dimension]
    codes: Mapping[tuple[str, str], DimensionCode]
    nbs_codes: tuple[NbsCode, ...]
    labels: Labels
    parts: Parts
    names: CodeNames
    wholes: Mapping[str, Part]

    def resolve_label(
        self, text: str, unit: str | None = None, source: str | None = None
    ) -> LabelMatch | None:
        """What a printed label means, or None where nothing or more than one thing fits.

        `unit` is the printed unit, normalised; `source` the publisher ("nbs"), whose own usage
        counts only where it is named. An industry's name may stand before an indicator's.
        """
        listed = self.labels.resolve(text, unit, source)
        return listed or self.parts.compound(text, unit, source)

    def resolve_part(
        self,
        name: str,
        within: Sequence[str],
        unit: str | None = None,
        source: str | None = None,
    ) -> LabelMatch | None:
        """What a name means inside what encloses it, where `resolve_label` finds nothing.

        `within` are title and headings as printed, outermost first, without units. 税收收入 means
        one thing under 一般公共预算收入, 利润总额 another in a table of services. In a table whose
        headings name no subject a name has its usual meaning.
        """
        return self.parts.resolve(name, tuple(within), unit, source)

    def code_name(self, dimension: str, code: str, locale: str) -> str:
        """The name of a breakdown's code, or the code itself where none is listed."""
        entry = self.industries.get(code) if dimension == "industry" else None
        found = entry or self.codes.get((dimension, code))
        if found is None:
            return code
        return (found.name_en if locale.startswith("en") else "") or found.name_zh


def load_catalog(path: Path) -> Catalog:
    """Read and check a catalogue folder.

    Raises CatalogueFault with one line a fault: file, line, what is wrong.
    """
    folder = Folder(path, [])
    catalog = _read(folder)
    if folder.faults:
        raise CatalogueFault("\n".join(folder.faults))
    return catalog


def _read(folder: Folder) -> Catalog:
    units = read_units(folder)
    categories = read_categories(folder)
    bureaus = read_bureaus(folder)
    dimensions = read_dimensions(folder)
    industries = read_industries(folder)
    codes = read_codes(folder, dimensions)
    indicators = read_indicators(folder, categories, units, bureaus, dimensions)
    known = codes.keys() | {("industry", code) for code in industries}
    measures = read_measures(indicators, {symbol: unit.dimension for symbol, unit in units.items()})
    labels = read_labels(folder, indicators, measures, known)
    parts = read_parts(folder, indicators, measures, known, categories, dimensions)
    names = CodeNames(codes, industries)
    return Catalog(
        indicators=indicators,
        categories=categories,
        units=units,
        areas=read_areas(folder),
        industries=industries,
        bureaus=bureaus,
        dimensions=dimensions,
        codes=codes,
        nbs_codes=read_nbs_codes(folder, indicators),
        labels=labels,
        parts=Parts(parts, labels, measures, indicators, names),
        names=names,
        wholes=read_wholes(folder, indicators),
    )
