"""Which columns of a table name its rows and which hold figures; tables folded in halves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from loaders.heading import Heading
from loaders.tables.find import Table
from loaders.tables.kinds import COVERED, Kinds
from loaders.tables.paths import Paths
from loaders.tables.roles import STARTERS, Role, role_of
from loaders.values import read_value
from loaders.written import FIGURE, MARKER, TEXT, YEAR

Use = Literal["key", "time", "month", "unit", "freq", "value", "skip"]

_ALL_BUT_FEW = 0.8
_SKIPPED: frozenset[Role] = frozenset({"serial", "other"})


@dataclass(frozen=True, slots=True)
class Half:
    """One table, or one of several that stand side by side under one header."""

    keys: tuple[tuple[int, Use], ...]
    values: tuple[int, ...]

    @property
    def left(self) -> int:
        """The leftmost column."""
        return min((*self.values, *(column for column, _ in self.keys)))

    @property
    def right(self) -> int:
        """The rightmost column of figures."""
        return self.values[-1]


@dataclass(frozen=True, slots=True)
class Axes:
    """A table's halves, and the columns of figures that stand under no heading."""

    halves: tuple[Half, ...]
    unheaded: tuple[int, ...]


def axes_of(kinds: Kinds, table: Table, paths: Paths, read: Callable[[str], Heading]) -> Axes:
    """Tell the use of every column and where halves begin."""
    rows = [row for row in table.body if row not in table.sections]
    columns = list(map("".join, zip(*map(kinds.rows.__getitem__, rows), strict=True)))
    uses: dict[int, Use] = {}
    unheaded: list[int] = []
    for number, own in enumerate(columns or [""] * kinds.width):
        use = _Column(kinds, rows, number, own, paths, read, uses).use()
        if use == "value" and table.header and not paths.of(number):
            unheaded.append(number)
        elif use:
            uses[number] = use
    if unheaded and not any(use == "value" for use in uses.values()):
        uses |= dict.fromkeys(unheaded[:1], "value")
        unheaded = unheaded[1:]
    ordered = _ranked_behind_names(uses, paths, read)
    return Axes(tuple(_halves(ordered, paths)), tuple(unheaded))


def _ranked_behind_names(
    uses: Mapping[int, Use], paths: Paths, read: Callable[[str], Heading]
) -> Mapping[int, Use]:
    """位次 in front of the first names is, before those of every half, that of the names.

    Where it merely numbers the rows of the first half, it does so in all of them.
    """
    first = next((column for column, use in uses.items() if use == "key"), 0) - 1
    heading = paths.of(first)[-1:] if first in uses else ()
    if not any(_ranks(read(text)) for text in heading):
        return uses
    found: dict[int, Use] = {}
    for column, use in uses.items():
        if paths.of(column)[-1:] == heading and uses.get(column + 1) == "key":
            found |= {column + 1: "key", column: uses[first]}
        else:
            found.setdefault(column, use)
    return found


def are_mostly_years(own: str) -> bool:
    """Whether the numbers of a column, by its kinds, are mostly such as may be periods."""
    years = own.count(YEAR)
    return years >= _ALL_BUT_FEW * (years + own.count(FIGURE))


def _counts(heading: Heading) -> bool:
    return bool(heading.time or heading.part or heading.relative or heading.measure)


def _ranks(heading: Heading) -> bool:
    return heading.measure is not None and heading.measure.transformation == "rank"


class _Column(NamedTuple):
    """One column of a table's body on trial."""

    kinds: Kinds
    rows: Sequence[int]
    number: int
    own: str
    """The kinds of its cells."""
    paths: Paths
    read: Callable[[str], Heading]
    before: Mapping[int, Use]

    def use(self) -> Use | None:
        """What the column holds, or None where it holds nothing."""
        own = self.own
        words = own.count(TEXT) + own.count(COVERED)
        figures, markers = own.count(FIGURE) + own.count(YEAR), own.count(MARKER)
        if not words + figures + markers:
            return "value" if self._is_empty_series() else None
        announced = self.paths.announced(self.number)
        if announced in _SKIPPED and not self._ranks():
            return "skip"
        if announced == "detail" and not self._opens():
            return "skip"
        if announced in ("unit", "freq") and not self._opens():
            return "unit" if announced == "unit" else "freq"
        if words > figures and words >= markers and not self._counts():
            return "key"
        return self._numeric(announced)

    def _ranks(self) -> bool:
        """排序 behind figures is their rank, and the number of a row before names of regions."""
        behind = range(self.number + 1, self.kinds.width)[:1]
        if self._opens() or any(self.paths.announced(c) in STARTERS for c in behind):
            return False
        path = self.paths.of(self.number)
        ranks = any(role_of(text) in _SKIPPED and self.read(text).measure for text in path)
        return ranks and (self._has_values() or not _is_counting(self._numbers()))

    def _counts(self) -> bool:
        """Its heading names a period or a way of counting, so figures belong there."""
        path = self.paths.of(self.number)
        if self.number == 0 or (path and role_of(path[-1]) in STARTERS):
            return False
        return any(_counts(self.read(text)) for text in path)

    def _numeric(self, announced: Role | None) -> Use:
        if announced == "place" and not self._has_values():
            return "key"
        if announced in ("time", "year") and not self._has_values():
            return "time"
        if announced == "month" and self._has_time():
            return "month"
        dates = are_mostly_years(self.own)
        if dates and (announced in STARTERS or (not self._has_values() and self._opens())):
            return "time"
        if not self._has_values() and self._counts_rows():
            return "skip"
        return "value"

    def _opens(self) -> bool:
        """Whether nothing before this column names the rows."""
        return not any(use in ("key", "time") for use in self.before.values())

    def _has_time(self) -> bool:
        return any(use == "time" for use in self.before.values())

    def _has_values(self) -> bool:
        return any(use == "value" for use in self.before.values())

    def _counts_rows(self) -> bool:
        """Serial numbers without a heading, or 排名 in front of names: 1, 2, 3."""
        path = self.paths.of(self.number)
        if path and not (self.paths.announced(self.number) or self._orders(path)):
            return False
        numbers = self._numbers()
        return bool(numbers) and numbers[0] in (0, 1) and _is_counting(numbers)

    def _orders(self, path: Sequence[str]) -> bool:
        """Rows stand in the order of something that the table says elsewhere."""
        return self._opens() and any(_ranks(self.read(text)) for text in path)

    def _numbers(self) -> list[float | None]:
        cells = (self.kinds.sheet.cell(row, self.number) for row in self.rows)
        return [read_value(cell).value for cell in cells if not cell.is_blank]

    def _is_empty_series(self) -> bool:
        """A headed column between columns of figures, in which every figure is missing."""
        headed = self.paths.of(self.number) and not self.paths.announced(self.number)
        return bool(headed) and not self._opens()


def _is_counting(numbers: Sequence[float | None]) -> bool:
    start = int(numbers[0] or 0)
    return all(value == start + place for place, value in enumerate(numbers))


def _halves(uses: Mapping[int, Use], paths: Paths) -> Iterator[Half]:
    """A new half begins where names follow figures and figures follow again."""
    keys: list[tuple[int, Use]] = []
    values: list[int] = []
    first = next((column for column, use in uses.items() if use in ("key", "time")), None)
    for column, use in uses.items():
        if use == "value":
            values.append(column)
        elif use != "skip" and not values:
            keys.append((column, use))
        elif use in ("key", "time") and _opens_half(column, first, uses, paths):
            yield Half(tuple(keys), tuple(values))
            keys, values = [], []
            keys.append((column, use))
        elif _names_rows(column, use, keys, paths):
            keys.append((column, use))
    if values:
        yield Half(tuple(keys), tuple(values))


def _names_rows(column: int, use: Use, keys: Sequence[tuple[int, Use]], paths: Paths) -> bool:
    """A column right of the figures that still says something of them: unit, date, region."""
    if use == "unit":
        return not any(other == "unit" for _, other in keys)
    return use in ("key", "time") and any(role_of(text) in STARTERS for text in paths.of(column))


def _opens_half(column: int, first: int | None, uses: Mapping[int, Use], paths: Paths) -> bool:
    """A remark under a heading of its own is no name of rows."""
    followed = any(use == "value" for c, use in uses.items() if c > column)
    heading = paths.of(column)
    if not followed or first is None:
        return False
    alike = not heading or heading[-1:] == paths.of(first)[-1:]
    starts = any(role_of(text) in STARTERS for text in heading)
    return alike or starts or _repeats(column, uses, paths)


def _repeats(column: int, uses: Mapping[int, Use], paths: Paths) -> bool:
    """The figures behind it stand under the same headings as the first ones: 累计, 同比 again."""
    values = [c for c, use in uses.items() if use == "value"]
    first = [paths.of(c)[-1:] for c in values if c < column]
    again = [paths.of(c)[-1:] for c in values if c > column]
    return len(first) > 1 and all(first) and again[: len(first)] == first
