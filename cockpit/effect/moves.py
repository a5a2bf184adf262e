"""Which derived figures and which ranks a publication moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isclose

from cockpit.catalog import Catalog
from cockpit.effect import Change, Place, RankMove
from cockpit.errors import CockpitError
from cockpit.indicator import Calculator, Formula
from cockpit.indicator.formula import formula_name
from cockpit.period import Period
from cockpit.ranking import Rank, ranks
from cockpit.series import Point, ReadingDoor, Selection

_RATE_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Touched:
    """Figures of one kind that a batch changes: the latest period among them, and its areas."""

    selection: Selection
    """With nothing left open but area and unit."""
    period: Period
    areas: tuple[str, ...]


def touched(places: Iterable[Place]) -> list[Touched]:
    """Put changed figures together by kind, and keep the latest period of each."""
    kinds: dict[Selection, dict[Period, list[str]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        kinds[_selection(place)][place.period].append(place.area)
    latest = ((kind, max(spans, key=lambda span: span.end)) for kind, spans in kinds.items())
    return [Touched(kind, span, tuple(dict.fromkeys(kinds[kind][span]))) for kind, span in latest]


def dependents(name: str, formulas: Mapping[str, Formula]) -> list[Formula]:
    """Every formula that uses an indicator (`gdp`, `gdp/yoy`), directly or through others."""
    users = _users(formulas)
    found: dict[str, None] = {}
    ahead = [name]
    while ahead:
        fresh = [one for one in users.get(ahead.pop(), ()) if one not in found]
        found |= dict.fromkeys(fresh)
        ahead += fresh
    return [formulas[one] for one in found if one in formulas]


def inputs(wanted: Iterable[Formula], formulas: Mapping[str, Formula]) -> frozenset[str]:
    """Every indicator that formulas read, directly or through others."""
    found: set[str] = set()
    ahead = [name for formula in wanted for name in formula.inputs]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += formulas[name].inputs if name in formulas else ()
    return frozenset(name.partition("/")[0] for name in found)


def peers(area: str, catalog: Catalog) -> tuple[str, ...]:
    """The areas of the same level and parent, itself among them; none for the country."""
    known = catalog.areas.get(area)
    if known is None or not known.parent:
        return ()
    return tuple(a.code for a in catalog.areas.children(known.parent) if a.level == known.level)


class Moves:
    """What moves between two doors: one on what stands, one on what would."""

    def __init__(
        self,
        now: ReadingDoor,
        then: ReadingDoor,
        catalog: Catalog,
        formulas: Mapping[str, Formula],
    ) -> None:
        self._doors = (now, then)
        self._catalog = catalog
        self._formulas = formulas
        self._both = tuple(Calculator(door, catalog, formulas) for door in self._doors)

    def derived(self, kind: Touched) -> Iterator[Change]:
        """Derived figures of the same period that another value would be worked out for."""
        name = formula_name(kind.selection.indicator, kind.selection.transformation)
        held = self._doors[1].indicators()
        for formula in dependents(name, self._formulas):
            if inputs([formula], self._formulas) & held:
                yield from self._moved(formula, kind)

    def ranks(self, kind: Touched) -> Iterator[RankMove]:
        """Places that change hands among the peers of the areas touched."""
        for group in dict.fromkeys(peers(area, self._catalog) for area in kind.areas):
            if group:
                before, after = (self._ranked(door, kind, group) for door in self._doors)
                yield from self._passed(kind, before, after)

    def _moved(self, formula: Formula, kind: Touched) -> Iterator[Change]:
        wanted = Selection(
            indicator=formula.indicator,
            freq=kind.selection.freq,
            accumulation=formula.accumulation or kind.selection.accumulation,
            transformation=formula.transformation,
            breakdown=kind.selection.breakdown,
        )
        now, then = (self._points(one, wanted, kind) for one in self._both)
        for area in kind.areas:
            before, after = now.get(area), then.get(area)
            if after is None or after[0].observation is not None or _alike(before, after):
                continue
            place = _place(wanted.of(area), kind, after[0].period)
            value = before[0].value if before else None
            yield Change(place=place, before=value, after=after[0].value, unit=after[1])

    def _points(
        self, calculator: Calculator, wanted: Selection, kind: Touched
    ) -> dict[str, tuple[Point, str]]:
        try:
            found = calculator.across(wanted, kind.areas)
        except CockpitError:
            return {}
        return {
            area: (point, series.unit)
            for area, series in found.items()
            for point in series.points
            if point.period.end == kind.period.end and point.value is not None
        }

    def _ranked(self, door: ReadingDoor, kind: Touched, group: Sequence[str]) -> Mapping[str, Rank]:
        found = door.across(kind.selection, group)
        values = {area: p.value for area, s in found.items() if (p := s.at(kind.period))}
        indicator = self._catalog.indicators[kind.selection.indicator]
        rate = kind.selection.transformation != "level"
        decimals = _RATE_DECIMALS if rate else indicator.decimals
        return ranks(values, decimals, indicator.direction)

    def _passed(
        self, kind: Touched, before: Mapping[str, Rank], after: Mapping[str, Rank]
    ) -> Iterator[RankMove]:
        for area, rank in after.items():
            was = before.get(area)
            if was and was.place and rank.place and was.place != rank.place:
                place = _place(kind.selection.of(area), kind, kind.period)
                yield RankMove(place=place, before=was.place, after=rank.place, of=rank.of)


def _users(formulas: Mapping[str, Formula]) -> Mapping[str, list[str]]:
    """Each name with what uses it; a rate that nobody declares is worked out from its level."""
    users: dict[str, list[str]] = defaultdict(list)
    for formula in formulas.values():
        for name in formula.inputs:
            users[name].append(formula.name)
            level = name.partition("/")[0]
            if level != name and name not in formulas and name not in users[level]:
                users[level].append(name)
    return users


def _alike(before: tuple[Point, str] | None, after: tuple[Point, str]) -> bool:
    if before is None or before[0].value is None or after[0].value is None:
        return False
    return before[1] == after[1] and isclose(before[0].value, after[0].value, rel_tol=1e-9)


def _selection(place: Place) -> Selection:
    return Selection(
        indicator=place.indicator,
        area="",
        freq=place.freq,
        accumulation=place.accumulation,
        transformation=place.transformation,
        breakdown=place.breakdown,
    )


def _place(selection: Selection, kind: Touched, period: Period) -> Place:
    return Place(
        indicator=selection.indicator,
        area=selection.area,
        freq=kind.selection.freq or "A",
        accumulation=selection.accumulation or kind.selection.accumulation or "period",
        transformation=selection.transformation,
        breakdown=selection.breakdown,
        period=period,
    )
