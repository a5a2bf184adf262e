"""The effect of a batch, put together from what is brought, what stands and what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from cockpit.catalog import Catalog
from cockpit.effect import VERDICTS, Change, Counts, Effect, Place
from cockpit.effect.gathered import Gathered
from cockpit.effect.moves import Moves, Touched, dependents, inputs, peers, touched
from cockpit.indicator import Formula
from cockpit.indicator.formula import formula_name
from cockpit.warehouse.choice import Figure
from cockpit.warehouse.weighing import Weighed, supposed

_BEFORE = 24
"""Months before a figure that growth, and growth of growth, may reach back to."""

Standing = Callable[[Collection[str], Collection[str], int, int], list[Figure]]
"""Indicators, areas, first and last month → what stands of them."""


def judge(
    batch: int,
    version: str,
    weighed: Sequence[Weighed],
    standing: Standing,
    catalog: Catalog,
    formulas: Mapping[str, Formula],
    *,
    accepted: bool,
) -> Effect:
    """What publishing would do, with the doubtful figures where they are accepted."""
    shown = [one for one in weighed if accepted or not one.doubtful]
    moving = [one for one in shown if one.verdict in ("new", "filled", "changed")]
    kinds = touched(_place(one.figure) for one in moving)
    moves = _moves(kinds, moving, standing, catalog, formulas) if kinds else None
    derived = [change for kind in kinds if moves for change in moves.derived(kind)]
    ranks = [move for kind in kinds if moves for move in moves.ranks(kind)]
    replaced = [_change(one) for one in weighed if one.verdict == "changed"]
    return Effect(
        batch=batch,
        version=version,
        accepted=accepted,
        certain=_counts(one for one in weighed if not one.doubtful),
        doubtful=_counts(one for one in weighed if one.doubtful),
        changes=_largest_first(replaced),
        derived=_largest_first(list({change.place: change for change in derived}.values())),
        ranks=tuple(sorted(ranks, key=lambda move: -abs(move.after - move.before))),
    )


def _moves(
    kinds: Sequence[Touched],
    moving: Sequence[Weighed],
    standing: Standing,
    catalog: Catalog,
    formulas: Mapping[str, Formula],
) -> Moves:
    names = {formula_name(k.selection.indicator, k.selection.transformation) for k in kinds}
    using = [formula for name in names for formula in dependents(name, formulas)]
    read = inputs(using, formulas) | {k.selection.indicator for k in kinds}
    own = {area for kind in kinds for area in kind.areas}
    around = own | {peer for area in own for peer in peers(area, catalog)}
    ends = [kind.period.end for kind in kinds]
    # Ranks are of one period; only growth reaches back.
    first = min(ends) - (_BEFORE if using else 0)
    now = standing(read, frozenset(around), first, max(ends))
    then = supposed(now, moving)
    return Moves(Gathered(now, catalog), Gathered(then, catalog), catalog, formulas)


def _counts(weighed: Iterable[Weighed]) -> Counts:
    found = Counter(one.verdict for one in weighed)
    return {verdict: found[verdict] for verdict in VERDICTS}


def _largest_first(changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: -change.size))


def _change(one: Weighed) -> Change:
    return Change(
        place=_place(one.figure),
        before=one.before,
        after=one.figure.value,
        unit=one.figure.unit,
        doubtful=one.doubtful,
        cell=one.cell,
    )


def _place(figure: Figure) -> Place:
    key = figure.key
    return Place(
        indicator=key.indicator,
        area=key.area,
        freq=key.freq,
        accumulation=key.accumulation,
        transformation=key.transformation,
        breakdown=key.breakdown,
        period=figure.period,
    )
