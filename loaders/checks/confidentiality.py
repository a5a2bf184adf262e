"""S01, S03 and S04: what would give away a single enterprise or person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import compress, count
from operator import attrgetter

from cockpit.observation import Issue, Observation, withheld
from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout
from loaders.checks.located import about
from loaders.checks.measure import Kind, Measure
from loaders.checks.relations import Relation, relations
from loaders.checks.rules import limit, raise_issue

# GB 32100: eighteen digits and capitals without I, O, S, V and Z.
_CREDIT_CODE = re.compile(r"[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NP-RT-UW-Y]{10}")
_CODE_LENGTH = 18
_TEXTS = attrgetter("label", "raw", "ref_area")
_IDENTIFIER = re.compile("信用代码|组织机构代码|法定代表人|身份证号")
_COUNTS = frozenset({"ind_units", "units_four", "units_in", "ind_loss_units"})


def check_confidentiality(figures: Figures) -> Iterator[Finding | Issue]:
    """At most one issue a figure, and one for unit-level data."""
    yield from _identifiers(figures)
    yield from _few_units(figures)
    empty = figures.table.empty
    codes = set(filter(withheld, {one.raw for one in empty}))
    if codes:
        hidden = {_place(one): one for one in empty if one.raw in codes}
        for relation in relations("sum"):
            yield from _recoverable(figures, relation, hidden)


def _identifiers(figures: Figures) -> Iterator[Issue]:
    for number in figures.layout.ask(_identified):
        record = figures.record(number)
        yield raise_issue("S04", (record.sheet, record.cell), found=record.label)
        return
    known: dict[str, bool] = {}
    for record in figures.table.empty:
        for text in _TEXTS(record):
            if text not in known:
                known[text] = _identifies(text)
            if known[text]:
                yield raise_issue("S04", (record.sheet, record.cell), found=text)
                return


def _identified(layout: Layout) -> Iterator[int]:
    """The first figure of each unknown measure that is named as a single enterprise is."""
    indicators = layout.catalog.indicators
    for number, name in enumerate(layout.names):
        if name not in indicators and _identifies(str(name[-1])):
            yield next(layout.measure(number).numbers())


def _identifies(text: str) -> bool:
    if len(text) == _CODE_LENGTH and _CREDIT_CODE.fullmatch(text):
        return True
    return _IDENTIFIER.search(text) is not None


def _few_units(figures: Figures) -> Iterator[Finding]:
    """Fewer than three units in a group of which other figures stand in the same file."""
    layout = figures.layout
    for measure in layout.ask(_counts):
        few = [n for n in measure.numbers() if 0 < figures.values[n] < limit("S01", "least")]
        if few:
            group = [m for m in layout if m.breakdown == measure.breakdown and m is not measure]
            yield from (Finding("S01", n) for n in few if _told_of(layout, group, n))


def _counts(layout: Layout) -> Iterator[Measure]:
    """Numbers of enterprises."""
    if layout.known.isdisjoint(_COUNTS):
        return
    counts = [key[0] in _COUNTS and key[4] == "level" for key in layout.keys]
    yield from map(layout.measure, compress(count(), counts))


def _told_of(layout: Layout, group: Iterable[Measure], number: int) -> bool:
    """Whether another figure is told of a figure's area and period."""
    time, area = layout.time(number), layout.areas[number]
    return any(area in measure.columns.get(time, ()) for measure in group)


def _recoverable(
    figures: Figures, relation: Relation, hidden: dict[tuple[object, ...], Observation]
) -> Iterator[Issue]:
    for whole in figures.layout.amounts(relation.figure):
        for number in whole.numbers():
            record = figures.record(number)
            missing = [
                hidden.get((term.indicator, term.breakdown, *_where(record)))
                for term in relation.terms
            ]
            lacking = [one for one in missing if one is not None]
            if len(lacking) == 1 and _others_stand(figures.layout, relation, whole.kind, number):
                yield about("S03", lacking[0])


def _others_stand(layout: Layout, relation: Relation, kind: Kind, whole: int) -> bool:
    """Whether all terms but one stand beside a whole."""
    time, area = layout.time(whole), layout.areas[whole]
    found = [c for c in relation.columns(layout, kind) if c and area in c.get(time, {})]
    return len(found) == len(relation.terms) - 1


def _place(record: Observation) -> tuple[object, ...]:
    return (record.indicator, tuple(sorted(record.breakdown.items())), *_where(record))


def _where(record: Observation) -> tuple[object, ...]:
    kind = (record.freq, record.accumulation, record.transformation, record.unit)
    return (*kind, record.time_period, record.area or record.ref_area)
