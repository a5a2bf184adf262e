"""The short lists: categories, bureaus, industries, dimensions and the publisher's own codes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from cockpit.catalog.sheet import Folder, Row, entries

# Month, quarter and year of the nation (hg), the provinces (fs) and the cities (cs).
NBS_DATABASES = ("hgyd", "hgjd", "hgnd", "fsyd", "fsjd", "fsnd", "csyd", "csjd", "csnd")
# GB/T 4754-2017: mining, manufacturing and utilities, whose 41 divisions are "industry".
INDUSTRIAL_SECTIONS = "BCD"


@dataclass(frozen=True, slots=True)
class Category:
    """A group of indicators, as the wall and the brief arrange them."""

    code: str
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Bureau:
    """An office that publishes or delivers figures."""

    code: str
    name_zh: str
    name_en: str
    short_zh: str


@dataclass(frozen=True, slots=True)
class Industry:
    """A section (C), division (C26), group (C261) or class (C2611) of GB/T 4754-2017.

    `name_en` is given for sections and for the 41 divisions of industry, and may be empty below.
    """

    code: str
    name_zh: str
    name_en: str
    parent: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way of breaking an indicator down."""

    code: str
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class DimensionCode:
    """One value of a dimension that has no code list of its own elsewhere."""

    dimension: str
    code: str
    name_zh: str
    name_en: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NbsCode:
    """A code of data.stats.gov.cn; it means something only within its database and its years."""

    database: str
    code: str
    valid_from: str
    valid_to: str
    indicator: str
    kind: str


def read_categories(folder: Folder) -> dict[str, Category]:
    """Read categories.csv."""
    columns = "code name_zh name_en"
    return entries(
        folder.table("categories.csv", columns, "code", lambda row: Category(*_all(row)))
    )


def read_bureaus(folder: Folder) -> dict[str, Bureau]:
    """Read bureaus.csv."""
    columns = "code name_zh name_en short_zh"
    return entries(folder.table("bureaus.csv", columns, "code", lambda row: Bureau(*_all(row))))


def read_dimensions(folder: Folder) -> dict[str, Dimension]:
    """Read dimensions.csv."""
    columns = "code name_zh name_en"
    table = folder.table("dimensions.csv", columns, "code", lambda row: Dimension(*_all(row)))
    return entries(table)


def read_codes(folder: Folder, dimensions: Collection[str]) -> dict[tuple[str, str], DimensionCode]:
    """Read codes.csv: the values of the dimensions, by dimension and code."""
    found: dict[tuple[str, str], DimensionCode] = {}
    for row in folder.rows("codes.csv", "dimension code name_zh name_en aliases"):
        entry = _code(row)
        row.one_of("dimension", dimensions, "dimensions.csv")
        if (entry.dimension, entry.code) in found:
            row.fault(f'code "{entry.code}" of {entry.dimension} stands above already')
        found[entry.dimension, entry.code] = entry
    return found


def read_industries(folder: Folder) -> dict[str, Industry]:
    """Read industries.csv; sections and industrial divisions need an English name."""
    columns = "code name_zh name_en parent aliases"
    table = folder.table("industries.csv", columns, "code", _industry)
    for row, industry in table.values():
        if industry.parent and industry.parent not in table:
            row.fault(f'parent "{industry.parent}" is not in industries.csv')
    return entries(table)


def read_nbs_codes(folder: Folder, indicators: Collection[str]) -> tuple[NbsCode, ...]:
    """Read nbs_codes.csv."""
    columns = "database code valid_from valid_to indicator kind"
    return tuple(_nbs_code(row, indicators) for row in folder.rows("nbs_codes.csv", columns))


def _all(row: Row) -> list[str]:
    return [row.text(column) for column in row.cells]


def _code(row: Row) -> DimensionCode:
    return DimensionCode(
        dimension=row.text("dimension"),
        code=row.text("code"),
        name_zh=row.text("name_zh"),
        name_en=row.text("name_en"),
        aliases=row.several("aliases", between="|"),
    )


def _industry(row: Row) -> Industry:
    code = row.text("code")
    named = len(code) == 1 or (len(code) == 3 and code[0] in INDUSTRIAL_SECTIONS)
    return Industry(
        code=code,
        name_zh=row.text("name_zh"),
        name_en=row.text("name_en") if named else row.optional("name_en"),
        parent=row.optional("parent") or None,
        aliases=row.several("aliases", between="|"),
    )


def _nbs_code(row: Row, indicators: Collection[str]) -> NbsCode:
    return NbsCode(
        database=row.one_of("database", NBS_DATABASES),
        code=row.text("code"),
        valid_from=row.optional("valid_from"),
        valid_to=row.optional("valid_to"),
        indicator=row.one_of("indicator", indicators, "indicators.csv"),
        kind=row.optional("kind"),
    )
