"""S01, S03 and S04: what would give away a single enterprise or person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cockpit.observation import Issue, Observation, withheld
from loaders.checks.figures import Figures, Measure
from loaders.checks.located import about, value_of
from loaders.checks.relations import Relation, levels, relations
from loaders.checks.rules import limit, raise_issue

# GB 32100: eighteen digits and capitals without I, O, S, V and Z.
_CREDIT_CODE = re.compile(r"[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NP-RT-UW-Y]{10}")
_CODE_LENGTH = 18
_IDENTIFIER = re.compile("信用代码|组织机构代码|法定代表人|身份证号")
_COUNTS = ("ind_units", "units_four", "units_in", "ind_loss_units")


def check_confidentiality(figures: Figures) -> Iterator[Issue]:
    """At most one issue a figure, and one for unit-level data."""
    yield from _identifiers(figures)
    yield from _few_units(figures)
    hidden = {_place(one): one for one in figures.empty if withheld(one.raw)}
    if hidden:
        for relation in relations("sum"):
            yield from _recoverable(figures, relation, hidden)


def _identifiers(figures: Figures) -> Iterator[Issue]:
    for measure in figures:
        if measure.indicator is None and _identifies(str(measure.name[-1])):
            record = next(measure.records())
            yield raise_issue("S04", (record.sheet, record.cell), found=record.label)
            return
    for record in figures.empty:
        for text in (record.label, record.raw, record.ref_area):
            if _identifies(text):
                yield raise_issue("S04", (record.sheet, record.cell), found=text)
                return


def _identifies(text: str) -> bool:
    if len(text) == _CODE_LENGTH and _CREDIT_CODE.fullmatch(text):
        return True
    return _IDENTIFIER.search(text) is not None


def _few_units(figures: Figures) -> Iterator[Issue]:
    """Fewer than three units in a group of which other figures stand in the same file."""
    for measure in figures:
        if measure.name in _COUNTS and measure.kind[2] == "level":
            group = [m for m in figures if m.breakdown == measure.breakdown and m is not measure]
            few = (r for r in measure.records() if 0 < value_of(r) < limit("S01", "least"))
            yield from (about("S01", record) for record in few if _told_of(group, record))


def _told_of(group: Iterable[Measure], record: Observation) -> bool:
    """Whether another figure is told of a record's area and period."""
    area = record.area or record.ref_area
    return any(area in measure.columns.get(record.time_period, ()) for measure in group)


def _recoverable(
    figures: Figures, relation: Relation, hidden: dict[tuple[object, ...], Observation]
) -> Iterator[Issue]:
    for whole in levels(figures, relation.figure):
        for record in whole.records():
            missing = [
                hidden.get((term.indicator, term.breakdown, *_where(record)))
                for term in relation.terms
            ]
            lacking = [one for one in missing if one is not None]
            if len(lacking) == 1 and _others_stand(figures, relation, record, lacking[0]):
                yield about("S03", lacking[0])


def _others_stand(
    figures: Figures, relation: Relation, record: Observation, lacking: Observation
) -> bool:
    kind = (record.freq, record.accumulation, record.transformation, record.unit)
    area = record.area or record.ref_area
    found = [
        c for c in relation.columns(figures, kind) if c and area in c.get(record.time_period, {})
    ]
    return len(found) == len(relation.terms) - 1 and lacking.value is None


def _place(record: Observation) -> tuple[object, ...]:
    return (record.indicator, tuple(sorted(record.breakdown.items())), *_where(record))


def _where(record: Observation) -> tuple[object, ...]:
    kind = (record.freq, record.accumulation, record.transformation, record.unit)
    return (*kind, record.time_period, record.area or record.ref_area)
