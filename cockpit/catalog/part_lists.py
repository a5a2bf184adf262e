"""The lists of parts: parts.csv and subjects.csv."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from cockpit.catalog.indicator import Indicator
from cockpit.catalog.labels import Alias, Measures, overlap, read_alias
from cockpit.catalog.sheet import Folder, Row
from cockpit.catalog.spellings import canonical

COLUMNS = "within part indicator breakdown accumulation transformation unit source"
SUBJECT_COLUMNS = "word categories"

ANYWHERE = "*"
"""Stands for a table of many subjects, whose headings name none."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PartLists:
    """Rows of parts.csv and subjects.csv.

    `named` are parts by whole (an indicator, a category, `*`) and name; `spread` says which
    indicator holds the figures of a whole by one of the dimensions; `subjects` are words in
    headings with the categories they speak of, the longest word first.
    """

    named: Mapping[Key, Sequence[Alias]]
    spread: Mapping[Key, Alias]
    subjects: Sequence[tuple[str, tuple[str, ...]]]


def read_parts(
    folder: Folder,
    indicators: Mapping[str, Indicator],
    measures: Measures,
    breakdown: Collection[tuple[str, str]],
    categories: Collection[str],
    dimensions: Collection[str],
) -> PartLists:
    """Read parts.csv and subjects.csv; two meanings of a part in one whole are a fault."""
    named: dict[Key, list[Alias]] = {}
    spread: dict[Key, Alias] = {}
    wholes = {*indicators, *categories, ANYWHERE}
    for row in folder.rows("parts.csv", COLUMNS):
        alias = read_alias(row, indicators, measures.dimension, breakdown)
        for whole in _wholes(row, wholes):
            if row.text("part").startswith("{"):
                dimension = row.text("part").strip("{}")
                _expect_dimension(row, dimension, dimensions, indicators.get(alias.match.indicator))
                spread[whole, dimension] = alias
            else:
                others = named.setdefault((whole, canonical(row.text("part"))), [])
                _add(row, others, alias, measures)
    return PartLists(named, spread, _subjects(folder, categories))


def _wholes(row: Row, known: Collection[str]) -> tuple[str, ...]:
    row.text("within")
    return row.several("within", known, "indicators.csv or categories.csv", between="|")


def _add(row: Row, others: list[Alias], alias: Alias, measures: Measures) -> None:
    if alias in others:
        return
    if any(overlap(alias, other, measures.dimension) for other in others):
        row.fault(f'"{row.cells["part"]}" stands above already and nothing tells them apart')
    others.append(alias)


def _expect_dimension(
    row: Row, dimension: str, known: Collection[str], indicator: Indicator | None
) -> None:
    if dimension not in known:
        row.fault(f'part "{{{dimension}}}" is not in dimensions.csv')
    elif indicator and dimension not in indicator.dims:
        row.fault(f'part "{{{dimension}}}" is not among the dims of {indicator.id}')


def _subjects(
    folder: Folder, categories: Collection[str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = [
        (canonical(row.text("word")), row.several("categories", categories, "categories.csv"))
        for row in folder.rows("subjects.csv", SUBJECT_COLUMNS)
    ]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))
