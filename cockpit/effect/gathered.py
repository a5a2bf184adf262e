"""A reading door on figures in hand: what stands, or what would."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from cockpit.catalog import Catalog
from cockpit.period import Period
from cockpit.series import Selection, Series, SeriesKey, Source
from cockpit.warehouse.choice import Figure, choose, series_of


class Gathered:
    """A `ReadingDoor` that asks no database; it knows values, and no cells."""

    def __init__(self, figures: Iterable[Figure], catalog: Catalog) -> None:
        self._catalog = catalog
        self._held: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
        for figure in figures:
            key = figure.key
            self._held[key.indicator, key.transformation, key.breakdown].append(figure)

    def series(self, selection: Selection) -> Series:
        """One series; empty where nothing is in hand."""
        held = self.across(selection, [selection.area])
        return held.get(selection.area) or Series(None, selection.unit or "", ())

    def across(self, selection: Selection, areas: Sequence[str]) -> Mapping[str, Series]:
        """The same selection for many areas."""
        wanted = frozenset(areas)
        kind = (selection.indicator, selection.transformation, selection.breakdown)
        held = [figure for figure in self._held.get(kind, ()) if figure.key.area in wanted]
        return series_of(choose(held, selection, self._catalog), selection, self._catalog)

    def keys(self, indicator: str, area: str | None = None) -> Sequence[SeriesKey]:
        """Every series in hand of an indicator."""
        found = {
            f.key for held in self._held.values() for f in held if f.key.indicator == indicator
        }
        return sorted((key for key in found if area in (None, key.area)), key=str)

    def indicators(self) -> Set[str]:
        """Every indicator in hand."""
        return frozenset(str(kind[0]) for kind in self._held)

    def sources(self, observations: Sequence[int]) -> Mapping[int, Source]:  # noqa: ARG002
        """No cells are in hand."""
        return {}

    def history(self, key: SeriesKey, period: Period) -> Sequence[Source]:  # noqa: ARG002
        """No earlier publications are in hand."""
        return ()

    def version(self) -> str:
        """What is in hand never changes."""
        return ""
