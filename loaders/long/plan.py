"""Which rows of a long sheet stand for the others."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from loaders.crossings import figure_of
from loaders.facets import NOTHING, Facets
from loaders.knowledge import Knowledge
from loaders.long.axes import Values, axis_of, first_rows, numbered, values_of
from loaders.long.body import Body
from loaders.long.meanings import Meanings, Names, Survey
from loaders.report import Report
from loaders.tables.kinds import Kinds
from loaders.tables.named import Parts
from loaders.tables.reader import Block, Grid
from loaders.written import YEAR

Scout = Callable[[Kinds], tuple[Report, Block] | None]
"""Reads the headings of the one table of a sheet; None where there are several, or halves."""

_SPARING = 4
"""Specimens of more than one row in so many spare nothing."""


@dataclass(frozen=True)
class Plan:
    """`cases` number the rows that say alike, `specimens` are rows to be read one by one.

    Every case has its first row among the specimens, and so has every name.
    """

    body: Body
    cases: Sequence[int]
    firsts: Mapping[int, int]
    specimens: Sequence[int]
    places: Names | None
    times: Names | None
    values: Sequence[Values]

    def kinds(self) -> Kinds:
        """The sheet with nothing but its specimens."""
        return self.body.only(self.specimens)


def plan_of(body: Body, scout: Scout, known: Knowledge) -> Plan | None:
    """The specimens by which a body can be read; None where its rows hang together otherwise."""
    axes = {column: axis_of(body, column) for column in body.keys}
    read = partial(figure_of, knows_unit=known.units.knows)
    values = [values_of(body, column, read) for column in body.values]
    if any(map(_is_bound, values)):
        return None
    chosen = body.around | {row for axis in axes.values() for row in axis.firsts.values()}
    chosen |= set(_puzzling(body, values))
    if not _is_few(chosen, body):
        return None
    found = _surveyed(scout, body, chosen)
    if found is None:
        return None
    meanings = Survey(body, *found, axes, values, known).meanings()
    return _planned(body, chosen, meanings, values, scout) if meanings else None


def _planned(
    body: Body, chosen: set[int], meanings: Meanings, values: Sequence[Values], scout: Scout
) -> Plan | None:
    several = (one.codes for one in values if len(one.writings) > 1)
    cases = _numbered([*meanings.codes(), *several], body)
    firsts = first_rows(cases, body.top)
    chosen = chosen | set(firsts.values())
    chosen |= set(meanings.companions(chosen))
    specimens = sorted(chosen)
    if not _is_few(chosen, body) or _surveyed(scout, body, specimens) is None:
        return None
    if not all(names.speak_for_all(body, specimens) for names in meanings.columns):
        return None
    places, times = meanings.of("place"), meanings.of("time")
    return Plan(body, cases, firsts, specimens, places, times, values)


def _numbered(coded: Sequence[Sequence[int]], body: Body) -> Sequence[int]:
    if not coded:
        return array("i", bytes(4 * (body.bottom - body.top)))
    return coded[0] if len(coded) == 1 else numbered(zip(*coded, strict=True))


def _is_few(rows: Iterable[int], body: Body) -> bool:
    return len(list(rows)) * _SPARING < body.bottom - body.top


def _puzzling(body: Body, values: Sequence[Values]) -> Iterator[int]:
    """Rows with something that is asked about cell by cell, or that could be a year."""
    for one in values:
        asked = {code for code, writing in enumerate(one.writings) if writing.rule}
        yield from first_rows(one.codes, body.top).values()
        if asked:
            yield from (body.top + n for n, code in enumerate(one.codes) if code in asked)
        kinds = body.kinds[one.column]
        if YEAR in kinds:
            yield from (row for row in range(body.top, body.bottom) if kinds[row] == YEAR)


def _is_bound(values: Values) -> bool:
    """A triangle means what the other signs of its sheet leave, 1.5倍 what its column counts."""
    return any(one.unit == "倍" or one.doubt == "triangle" for one in values.writings)


def _surveyed(scout: Scout, body: Body, rows: Iterable[int]) -> tuple[Report, Grid] | None:
    """The headings by some of the rows; None unless all of these are rows of one table."""
    rows = sorted(rows)
    found = scout(body.only(rows))
    if found is None or len(found[1].grids) != 1 or found[1].loose:
        return None
    (grid,) = found[1].grids
    own = [row for row in rows if body.top <= row < body.bottom]
    whole = set(grid.half.values) == set(body.values) == grid.columns.keys()
    whole = whole and dict(grid.half.keys).keys() == dict(grid.keys).keys() == set(body.keys)
    if not whole or not all(row in grid.rows and _is_alone(grid.rows[row]) for row in own):
        return None
    return found[0], grid


def _is_alone(parts: Parts) -> bool:
    """No line between the figures says anything of the row."""
    return parts[1] is NOTHING or parts[1] == Facets()
