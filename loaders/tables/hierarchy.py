"""What names say below each other, remembered from one table to the next."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from loaders.facets import NOTHING, Facets, facets_of, is_total
from loaders.heading import Heading
from loaders.remembered import Remembered, is_long
from loaders.tables.beside import names_a_government
from loaders.tables.levels import Marks, depth_of, is_beside_of_which
from loaders.tables.naming import Read

_MOST_KEPT = 1 << 14
_SPLITS = re.compile(
    r"按.{1,16}分[组类]?|分.{0,8}(?:方式|类型|行业|产业|性质|规模|国别|地区|市场|商品|品种)"
)
"""按贸易方式分: what follows is no part of the row above, but of the whole that it is part of."""

Above = tuple[tuple[int, Facets], ...]
"""The rows that enclose, with their depths."""
Printed = tuple[str, int, str]
"""A name with its indentation, and where it stands: its column, or the address of another row."""


class Standing:
    """Where in the hierarchy a row stands; `beside` is the last known indicator.

    `whole` is that indicator, or the one above of which it is a part; `steps` lead to the rows
    that were seen below it, and to what they say.
    """

    __slots__ = ("above", "beside", "last", "marks", "steps", "whole")

    def __init__(
        self,
        above: Above,
        last: Facets,
        beside: str = "",
        whole: str = "",
        marks: Marks = (),
    ) -> None:
        self.above = above
        self.last = last
        self.beside = beside
        self.whole = whole
        self.marks = marks
        self.steps: dict[Printed, Step] = {}


Step = tuple[Standing, Facets]


class _Name(NamedTuple):
    """A name by itself, with its depth, and the 其中： that others may stand below."""

    own: tuple[int, Facets]
    heading: Heading
    is_known: bool
    marks: Marks


class Hierarchy:
    """The standings of all tables of a publisher; one is kept while its row may come again."""

    def __init__(
        self,
        read: Read,
        is_known: Callable[[str], bool],
        is_part: Callable[[str, str], bool],
        is_part_below: Callable[[str, tuple[str, ...]], bool],
    ) -> None:
        """`is_part` tells whether one indicator's figures are a part of another's.

        `is_part_below` tells it of a name below others, of the last of which it may be a part.
        """
        self._read = read
        self._is_known = is_known
        self._is_part = is_part
        self._is_part_below = is_part_below
        self._names: Remembered[tuple[Printed, Marks], _Name] = Remembered(self._name)
        self._standings: dict[tuple[object, ...], Standing] = {}
        self._steps = 0
        self.top = Standing((), NOTHING)

    def step(self, standing: Standing, printed: Printed) -> Step:
        """The next row: where it stands, and what it says."""
        self._make_room()
        found = self._step(standing, printed)
        if not is_long(printed[0]):
            standing.steps[printed] = found
        return found

    def below_section(self, standing: Standing, said: Facets, text: str, indent: int) -> Standing:
        """Where a line without figures stands that heads the rows below it."""
        depth, marks = depth_of(text, indent, standing.marks, has_figures=False)
        above = (*_enclosing(standing, depth), (depth, said))
        beside = standing.whole if any(map(_SPLITS.fullmatch, said.names)) else standing.beside
        return Standing(above, _heading(above), beside, standing.whole, marks)

    def _make_room(self) -> None:
        """Too many are forgotten all at once; no key outlives the facets that it numbers."""
        self._steps += 1
        if self._steps > _MOST_KEPT:
            self._steps = 0
            self._standings = {}
            self.top = Standing((), NOTHING)

    def _name(self, asked: tuple[Printed, Marks]) -> _Name:
        (text, indent, at), before = asked
        heading = self._read(text)
        own = facets_of(heading, at)
        bare = own._replace(names=()) if is_total(heading.name) else own
        depth, marks = depth_of(text, indent, before, has_figures=True)
        return _Name((depth, bare), heading, self._is_known(heading.name), marks)

    def _step(self, standing: Standing, printed: Printed) -> Step:
        own, heading, known, marks = self._names[printed, standing.marks]
        if (
            not heading.name
            and standing.last.names
            and not names_a_government(standing.last.names[-1])
        ):
            return standing, _counted_otherwise(standing.last, own[1], heading)
        own = self._below_its_whole(own, heading.name, standing)
        outer = _enclosing(standing, own[0])
        beside, whole = standing.beside, standing.whole
        if known:
            beside = heading.name
            whole = whole if self._is_part(beside, whole) else beside
        entered = self._standing(outer, own, (beside, whole), marks)
        return entered, entered.last.below(standing.beside)

    def _below_its_whole(
        self, own: tuple[int, Facets], name: str, standing: Standing
    ) -> tuple[int, Facets]:
        """增值税 exactly below the 税收收入 of 其中：税收收入 is a part of that."""
        if not is_beside_of_which(own[0]):
            return own
        path = tuple(n for depth, said in standing.above if depth <= own[0] for n in said.names)
        is_beside = any(depth == own[0] for depth, _ in standing.above)
        is_below = is_beside and bool(path) and self._is_part_below(name, path)
        return (own[0] + 1, own[1]) if is_below else own

    def _standing(
        self,
        outer: Above,
        own: tuple[int, Facets],
        near: tuple[str, str],
        marks: Marks,
    ) -> Standing:
        """Standings are one where all that they are made of is one."""
        above = (*outer, own)
        key = (near, marks, *map(id, above))
        found = self._standings.get(key)
        if found is None:
            last = _enclosed(outer, own[1])
            found = Standing(above, last, *near, marks)
            if not is_long("".join((last.label, *last.names))):
                self._standings[key] = found
        return found


def _enclosing(standing: Standing, depth: int) -> Above:
    above = standing.above
    if not above or above[-1][0] < depth:
        return above
    return tuple([entry for entry in above if entry[0] < depth])


def _enclosed(outer: Above, own: Facets) -> Facets:
    """A row's own words below the names, the unit and the part of a year of what encloses it."""
    return _heading(outer).under(own) if outer else own


def _heading(above: Above) -> Facets:
    """What rows say that others are set in below."""
    names: list[str] = []
    unit = part = None
    for _, facets in above:
        names += facets.names
        unit, part = facets.unit or unit, facets.part or part
    return Facets(names=tuple(names), label=names[-1] if names else "", unit=unit, part=part)


def _counted_otherwise(last: Facets, own: Facets, heading: Heading) -> Facets:
    """同比增长(%) below an indicator counts that indicator."""
    named = tuple(entry for entry in last.evidence if entry[0] == "indicator")
    kept = Facets(names=last.names, evidence=named)
    if not own.says_when:
        kept = kept._replace(time=last.time, part=last.part, relative=last.relative)
    return kept.under(own)._replace(label=heading.label or last.label)
