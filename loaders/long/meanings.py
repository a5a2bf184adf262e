"""What the names of a long sheet say, each of them once, and which of them say alike."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from loaders.facets import Facets
from loaders.grid import Cell
from loaders.heading import cell_time, printed
from loaders.knowledge import Knowledge
from loaders.long.axes import Axis, Numbers, Values
from loaders.long.body import Body
from loaders.places import PlaceName
from loaders.report import Report
from loaders.snake import read_snake
from loaders.tables.key import KeyUse, are_chinese
from loaders.tables.levels import depth_of
from loaders.tables.named import DITTO
from loaders.tables.reader import Grid

_FIRST_KEY = 2
"""What the corner and the lines above say stands before the parts of the names."""
_YEAR = 4
_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Names:
    """A column of names: what each one says by its code, and the same number for those alike.

    Of regions and periods `own` is what sets one apart from others that are alike.
    """

    axis: Axis
    use: KeyUse
    said: Mapping[int, Facets]
    alike: Mapping[int, int]
    own: Mapping[int, PlaceName | str]

    def codes(self) -> Sequence[int]:
        """The kind of every row's name; nothing where all are of one."""
        if len(set(self.alike.values())) == 1:
            return ()
        return array("i", map(self.alike.__getitem__, self.axis.codes))

    def speak_for_all(self, body: Body, rows: Sequence[int]) -> bool:
        """Whether names are in one language mostly, in some rows as in all."""
        column = body.columns[self.axis.column]
        texts = {code: column[row].raw for code, row in self.axis.firsts.items()}
        own = (self.axis.codes[row - body.top] for row in rows if body.top <= row < body.bottom)
        some, every = Counter(own), Counter(self.axis.codes)
        counts = ({texts[code]: n for code, n in found.items()} for found in (some, every))
        return len(set(map(are_chinese, counts))) == 1


@dataclass(frozen=True, slots=True)
class Meanings:
    """All columns of names.

    `beside` are the rows of the last known indicator above each row, where that tells something.
    """

    columns: Sequence[Names]
    top: int
    beside: Sequence[int] = ()

    def of(self, use: KeyUse) -> Names | None:
        """The column of a use."""
        return next((names for names in self.columns if names.use == use), None)

    def codes(self) -> list[Sequence[int]]:
        """What makes rows say the same, column by column."""
        found = [codes for names in self.columns if (codes := names.codes())]
        labels = self.of("label")
        if self.beside and labels:
            own = labels.axis.codes
            beside = (own[r - self.top] if r != _NOWHERE else r for r in self.beside)
            found.append(array("i", beside))
        return found

    def companions(self, rows: Iterable[int]) -> Iterator[int]:
        """The rows above in which the indicator stands that some rows are beside."""
        below = self.top + len(self.beside)
        waiting = {row for row in rows if self.top <= row < below}
        seen: set[int] = set()
        while waiting:
            seen |= waiting
            waiting = {self.beside[row - self.top] for row in waiting} - {_NOWHERE} - seen
            yield from waiting


@dataclass(slots=True)
class Survey:
    """What is known of a body before its rows are told apart."""

    body: Body
    report: Report
    grid: Grid
    axes: Mapping[int, Axis]
    values: Sequence[Values]
    known: Knowledge
    found: list[Names] = field(default_factory=list)

    def meanings(self) -> Meanings | None:
        """What names say by themselves; None where it hangs on the names around them."""
        if self.report.facets.relative or any(map(_says_when, self.grid.columns.values())):
            return None
        for place, (column, use) in enumerate(self.grid.keys, start=_FIRST_KEY):
            self.found.append(self._names(column, use, place))
        if any(map(self._is_bound, self.found)):
            return None
        uses = [names.use for names in self.found]
        if any(uses.count(use) > 1 for use in ("time", "place")):
            return None
        return self._beside()

    def _names(self, column: int, use: KeyUse, place: int) -> Names:
        axis = self.axes[column]
        said = {code: self.grid.rows[row][place] for code, row in axis.firsts.items()}
        kinds = {code: self._kind(facets, use) for code, facets in said.items()}
        numbers: Numbers[object] = Numbers()
        alike = {code: numbers[kind] for code, (kind, _) in kinds.items()}
        return Names(axis, use, said, alike, {code: own for code, (_, own) in kinds.items()})

    def _kind(self, facets: Facets, use: KeyUse) -> tuple[object, PlaceName | str]:
        """What a name says without the region or the year that it names, and these."""
        if use == "place" and facets.place is not None:
            known = facets.place.code is not None or self.known.places.is_other(facets.place.text)
            return (facets._replace(place=None), known), facets.place
        if use == "time" and facets.time is not None:
            year, rest = facets.time.time_period[:_YEAR], facets.time.time_period[_YEAR:]
            # Of the report's own year a period may be the report's.
            if self.report.time is None or not self.report.time.time_period.startswith(year):
                return facets._replace(time=facets.time._replace(time_period=rest)), year
        return facets._replace(beside=""), ""

    def _is_bound(self, names: Names) -> bool:
        """Whether some name means another thing by the names above and below it."""
        column = self.body.columns[names.axis.column]
        cells = [column[row] for row in names.axis.firsts.values()]
        if names.use == "unit":
            return any(cell.raw.strip() in DITTO for cell in cells)
        if names.use == "time":
            return any(map(self._is_open, cells))
        if names.use == "label":
            depths = {depth_of(cell.raw, cell.indent, (), has_figures=True) for cell in cells}
            return len(depths) > 1 or any(map(self._is_no_name, cells))
        if names.use == "place":
            return any(self._may_be_below(facets.place) for facets in names.said.values())
        return True

    def _is_open(self, cell: Cell) -> bool:
        """A month without a year, or 2016.1, which may be October's."""
        if isinstance(cell.value, date):
            return cell_time(cell) is None
        heading = self.known.heading(printed(cell).strip())
        if not heading.time and not heading.part:
            heading = self.known.heading(cell.raw)
        return heading.time is None or heading.time.open_month

    def _is_no_name(self, cell: Cell) -> bool:
        """其中, or a way of counting what stands above."""
        name = self.known.heading(cell.raw).name
        marked = depth_of(cell.raw, cell.indent, (), has_figures=True)[1] != ()
        return marked or not name or read_snake(name) is not None

    def _may_be_below(self, place: PlaceName | None) -> bool:
        """A namesake is a district of the city above it."""
        return place is None or (
            place.code is None and self.known.places.kind(place.text) == "area"
        )

    def _beside(self) -> Meanings | None:
        """With the indicators above each row whose name could be a part of them."""
        labels = [names for names in self.found if names.use == "label"]
        unsure = self._unsure(labels[-1]) if labels else frozenset()
        if not unsure:
            return Meanings(self.found, self.body.top)
        if len(labels) > 1:
            return None
        is_known = self.known.lexicon.is_indicator
        known = {code: any(map(is_known, said.names)) for code, said in labels[0].said.items()}
        beside, last = array("i"), _NOWHERE
        for row, code in enumerate(labels[0].axis.codes, start=self.body.top):
            beside.append(last if code in unsure else _NOWHERE)
            if known[code]:
                last = row
        return Meanings(self.found, self.body.top, beside)

    def _unsure(self, labels: Names) -> frozenset[int]:
        """Names that may mean another thing below another indicator."""
        if any(facets.names for facets in self.grid.columns.values()):
            return frozenset(labels.said)
        everywhere = {"", "%", *self._symbols(self._units_of_all())}
        are_sure, beside = self.known.senses.are_sure, self._units_beside(labels)
        said = labels.said.items()
        return frozenset(
            code
            for code, one in said
            if not (one.names and are_sure(one.names, everywhere | beside[code]))
        )

    def _units_of_all(self) -> Iterator[str | None]:
        """Every unit that may be of any row: those of title, columns and single cells."""
        yield self.report.facets.unit
        yield from (facets.unit for facets in self.grid.columns.values())
        yield from (writing.unit for one in self.values for writing in one.writings)

    def _units_beside(self, labels: Names) -> Mapping[int, set[str]]:
        """The units that stand in a row of each name, its own included."""
        found = {code: set(self._symbols([said.unit])) for code, said in labels.said.items()}
        for names in self.found:
            symbols = {code: set(self._symbols([one.unit])) for code, one in names.said.items()}
            if not any(symbols.values()):
                continue
            for code, other in set(zip(labels.axis.codes, names.axis.codes, strict=True)):
                found[code] |= symbols[other]
        return found

    def _symbols(self, units: Iterable[str | None]) -> Iterator[str]:
        return (self.known.units.symbol(unit) for unit in units if unit)


def _says_when(facets: Facets) -> bool:
    return facets.says_when
