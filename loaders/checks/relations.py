"""How indicators hold together, as data: sums, parts, shares and ratios of `relations.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cockpit.series import Breakdown
from loaders.checks.layout import Layout
from loaders.checks.measure import Column, Kind, Measure

Columns = Sequence[Mapping[str, Column] | None]
"""What each term holds by period and area; None where it holds nothing."""

_TERM = re.compile(r"(?P<sign>[-+/]?)\s*(?P<id>\w+)(?:\[(?P<dimension>\w+)=(?P<code>\w+)\])?")


@dataclass(frozen=True, slots=True)
class Term:
    """An indicator, perhaps one of its parts, added or taken away."""

    indicator: str
    breakdown: Breakdown
    sign: int


@dataclass(frozen=True, slots=True)
class Relation:
    """What a figure has to do with its terms, and the rule that asks."""

    rule: str
    figure: str
    terms: tuple[Term, ...]
    indicators: frozenset[str]

    def columns(self, layout: Layout, kind: Kind) -> Columns:
        """The columns of every term in one kind, None where a term has none."""
        found = (layout.get(term.indicator, term.breakdown, kind) for term in self.terms)
        return [measure.columns if measure else None for measure in found]


@cache
def relations(kind: str) -> tuple[Relation, ...]:
    """Every relation of a kind: sum, part, shares, ratio."""
    text = files("loaders.checks").joinpath("relations.csv").read_text(encoding="utf-8")
    rows = (row for row in csv.DictReader(text.splitlines()) if row["relation"] == kind)
    return tuple(_relation(row["rule"], row["figure"], row["terms"]) for row in rows)


def relations_in(layout: Layout, kind: str) -> list[Relation]:
    """The relations of a kind of which every term is in a file."""
    return [one for one in relations(kind) if one.indicators <= layout.known]


def matched(whole: Measure, parts: Columns) -> Iterator[tuple[int, list[int]]]:
    """The number of each figure with those of every part at its period and area."""
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return
    for time, column in whole.columns.items():
        beside = [part[time] for part in known if time in part]
        if len(beside) == len(parts):
            for area, number in column.items():
                found = [other[area] for other in beside if area in other]
                if len(found) == len(parts):
                    yield number, found


def _relation(rule: str, figure: str, text: str) -> Relation:
    terms = tuple(_term(match) for match in _TERM.finditer(text))
    return Relation(rule, figure, terms, frozenset(term.indicator for term in terms))


def _term(match: re.Match[str]) -> Term:
    inside = ((match["dimension"], match["code"]),) if match["code"] else ()
    return Term(match["id"], inside, -1 if match["sign"] == "-" else 1)
