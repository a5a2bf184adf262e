"""M01 to M08: how a file is laid out otherwise than the one of its family published last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from cockpit.catalog import Catalog
from cockpit.memory import Signature, Trait, signature
from cockpit.memory.signature import trait_of
from cockpit.observation import Issue
from cockpit.reading import Reading
from loaders.checks.rules import Place, raise_issue

Measures = frozenset[tuple[str, str]]
"""Accumulations and transformations that occur together."""

_WORDS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("period", "level"): ("本月", "of the month"),
    ("ytd", "level"): ("本月止累计", "cumulative"),
    ("stock", "level"): ("期末", "at the end of the period"),
}
_MEASURES: Mapping[str, tuple[str, str]] = {
    "level": ("数值", "level"),
    "yoy": ("同比增长", "growth on a year earlier"),
    "yoy_pp": ("同比增减百分点", "change on a year earlier in points"),
    "mom": ("环比增长", "growth on the previous period"),
    "change": ("增减量", "change in amount"),
    "share": ("比重", "share"),
    "contribution": ("拉动", "contribution to growth"),
    "rank": ("位次", "rank"),
    "target": ("目标", "target"),
    "progress": ("完成率", "progress"),
}
_SPANS = {
    "period": ("当期", "single period"),
    "ytd": ("累计", "cumulative"),
    "stock": ("期末", "stock"),
}
_SHOWN = 5

Series = tuple[str, str, str, str]
"""Sheet, name, accumulation, transformation."""


class Column(NamedTuple):
    """What a column holds; `names` only where the sheet names its indicators by column."""

    measures: Measures
    names: frozenset[str]


def changes(before: Signature, reading: Reading, catalog: Catalog) -> Iterator[Issue]:
    """One issue a difference, at the cell where it shows; nothing for a period or a row more."""
    before = _printable(before, catalog)
    now = _printable(signature(reading.observations), catalog)
    first: dict[Trait, Place] = {}
    for one in reading.observations:
        first.setdefault(trait_of(one), (one.sheet, one.cell))
    places = dict(zip(now.traits, first.values(), strict=True))
    for sheet, old, new in _sheets(before, now, places):
        yield from _columns(old, new, places)
        yield from _absent("M05", (t.area for t in old), (t.area for t in new), (sheet, None))
        yield from _absent("M06", (t.name for t in old), (t.name for t in new), (sheet, None))
    yield from _units(before, now, places)


def _printable(known: Signature, catalog: Catalog) -> Signature:
    """The signature with names that a person reads in the place of codes."""
    names = {code: one.name_zh for code, one in catalog.indicators.items()}
    return Signature(
        tuple(
            trait._replace(name=names.get(trait.name, trait.name), area=_area(trait.area, catalog))
            for trait in known.traits
        )
    )


def _area(code: str, catalog: Catalog) -> str:
    found = catalog.areas.get(code)
    return found.short_zh if found else code


def _sheets(
    before: Signature, now: Signature, places: Mapping[Trait, Place]
) -> Iterator[tuple[str, Sequence[Trait], Sequence[Trait]]]:
    """Sheets of the same name, or the only two there are."""
    old, new = _by_sheet(before), _by_sheet(now)
    if len(old) == len(new) == 1:
        old = dict(zip(new, old.values(), strict=True))
    for name in old.keys() & new.keys():
        yield places[new[name][0]][0], old[name], new[name]


def _by_sheet(known: Signature) -> dict[str, list[Trait]]:
    found: dict[str, list[Trait]] = {}
    for trait in known.traits:
        found.setdefault(trait.sheet, []).append(trait)
    return found


def _columns(
    old: Sequence[Trait], new: Sequence[Trait], places: Mapping[Trait, Place]
) -> Iterator[Issue]:
    before, now = _runs(old), _runs(new)
    if len(before) == len(now):
        for (was, _), (is_, first) in zip(before, now, strict=True):
            yield from _otherwise(was, is_, first, places[first])
        return
    matcher = SequenceMatcher(None, [c for c, _ in before], [c for c, _ in now], autojunk=False)
    for tag, i, j, m, n in matcher.get_opcodes():
        gone, come = before[i:j], now[m:n]
        if tag == "equal":
            continue
        for (was, _), (is_, first) in zip(gone, come, strict=False):
            yield from _otherwise(was, is_, first, places[first])
        for is_, first in come[len(gone) :]:
            yield _column_issue("M03", is_, first.column, places[first])
        for was, first in gone[len(come) :]:
            yield _column_issue("M04", was, first.column, (places[new[0]][0], None))


def _runs(traits: Sequence[Trait]) -> list[tuple[Column, Trait]]:
    """Columns from left to right, those alike side by side as one: a month more is no change."""
    columns: dict[str, list[Trait]] = {}
    for trait in traits:
        columns.setdefault(trait.column, []).append(trait)
    by_column = len({frozenset(t.name for t in held) for held in columns.values()}) > 1
    ordered = sorted(columns.values(), key=lambda held: (len(held[0].column), held[0].column))
    kinds = [(_column(held, by_column), held[0]) for held in ordered]
    return [next(run) for _, run in groupby(kinds, key=lambda pair: pair[0])]


def _column(held: Sequence[Trait], by_column: bool) -> Column:
    names = frozenset(t.name for t in held) if by_column else frozenset()
    measures = frozenset((t.accumulation, t.transformation) for t in held)
    return Column(_without_stocks(measures), names if len(names) == 1 else frozenset())


def _without_stocks(measures: Measures) -> Measures:
    """Balances among flows stay balances under every heading, so they tell nothing of it."""
    flows = frozenset(one for one in measures if one[0] != "stock")
    return flows or measures


def _otherwise(was: Column, now: Column, first: Trait, at: Place) -> Iterator[Issue]:
    if was.measures != now.measures:
        words = {"expected_en": _measure_words(was, 1), "found_en": _measure_words(now, 1)}
        said = {"expected": _measure_words(was, 0), "found": _measure_words(now, 0)}
        yield raise_issue("M01", at, column=first.column, **said, **words)
    elif was.names != now.names:
        names = {"expected": _listed(was.names), "found": _listed(now.names)}
        yield raise_issue("M07", at, column=first.column, **names)


def _column_issue(rule: str, column: Column, letters: str, at: Place) -> Issue:
    named = _listed(column.names)
    texts = [" ".join(part for part in (named, _measure_words(column, n)) if part) for n in (0, 1)]
    return raise_issue(rule, at, column=letters, found=texts[0], found_en=texts[1])


def _measure_words(column: Column, language: int) -> str:
    return "、".join(dict.fromkeys(_words(*one)[language] for one in sorted(column.measures)))


def _words(accumulation: str, transformation: str) -> tuple[str, str]:
    if found := _WORDS.get((accumulation, transformation)):
        return found
    span, measure = _SPANS[accumulation], _MEASURES[transformation]
    return f"{span[0]}{measure[0]}", f"{measure[1]} ({span[1]})"


def _units(before: Signature, now: Signature, places: Mapping[Trait, Place]) -> Iterator[Issue]:
    """One issue a pair of units, however many indicators are counted in it."""
    old = _by_series(before)
    moved: dict[tuple[str, str], list[Trait]] = {}
    for series, (unit, trait) in _by_series(now).items():
        was = old.get(series)
        if was and unit != was[0]:
            moved.setdefault((was[0], unit), []).append(trait)
    for (was, unit), traits in moved.items():
        names = _listed(trait.name for trait in traits)
        yield raise_issue(
            "M02", places[traits[0]], label=names, expected=was or "—", found=unit or "—"
        )


def _by_series(known: Signature) -> dict[Series, tuple[str, Trait]]:
    """The unit of each series; one counted in several units tells nothing."""
    is_one = len({trait.sheet for trait in known.traits}) == 1
    units: dict[Series, set[str]] = {}
    first: dict[Series, Trait] = {}
    for trait in known.traits:
        series = (
            "" if is_one else trait.sheet,
            trait.name,
            trait.accumulation,
            trait.transformation,
        )
        units.setdefault(series, set()).add(trait.unit)
        first.setdefault(series, trait)
    return {s: (next(iter(held)), first[s]) for s, held in units.items() if len(held) == 1}


def _absent(rule: str, old: Iterable[str], new: Iterable[str], at: Place) -> Iterator[Issue]:
    held = set(new)
    gone = [one for one in dict.fromkeys(old) if one and one not in held]
    if gone:
        yield raise_issue(rule, at, found=_listed(gone), count=len(gone))


def _listed(names: Iterable[str]) -> str:
    distinct = list(dict.fromkeys(names))
    return "、".join(distinct[:_SHOWN]) + ("…" if len(distinct) > _SHOWN else "")
