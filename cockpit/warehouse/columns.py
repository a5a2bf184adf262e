"""Published figures as whole columns: many indicators and areas in one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, select

from cockpit.catalog import Catalog
from cockpit.observation import Transformation
from cockpit.panel.panel import Flags, Numbers, Panel, Whole, trimmed
from cockpit.period import Period
from cockpit.series import Selection, SeriesKey
from cockpit.warehouse import held, schema
from cockpit.warehouse.choice import Figure, Kind, Weight, best, display_unit, fits, kind_of
from cockpit.warehouse.names import Names
from cockpit.warehouse.overlay import Overlay

_F, _M, _P = schema.figure.c, schema.measure.c, schema.place.c
_COLUMNS = ("measure", "place", "start", "months", "value", "unit")


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns of one kind of figure, and the units they are printed in."""

    key: SeriesKey
    place: Whole
    start: Whole
    months: Whole
    value: Numbers
    printed: Whole
    units: Sequence[str]


class Columns:
    """A `Shelf` of what stood at a step."""

    def __init__(self, areas: Sequence[str], rows: Sequence[Rows], catalog: Catalog) -> None:
        self._areas = areas
        self._catalog = catalog
        self._rows: dict[tuple[str, str], list[Rows]] = defaultdict(list)
        for one in rows:
            self._rows[one.key.indicator, one.key.transformation].append(one)

    def panel(self, selection: Selection) -> Panel | None:
        """The panel of the kind that a series would be chosen in; None where none fits."""
        asked = self._rows.get((selection.indicator, selection.transformation), ())
        kinds = {kind_of(one.key): one for one in asked if fits(one.key, selection, self._catalog)}
        weights: Mapping[Kind, Weight] = {kind: _weight(one) for kind, one in kinds.items()}
        chosen = best(weights, selection, self._catalog)
        return self._panel(kinds[chosen], selection.unit) if chosen else None

    def _panel(self, rows: Rows, unit: str | None) -> Panel:
        last = rows.units[rows.printed[-1]]
        unit = unit or display_unit(rows.key, last, self._catalog)
        return Panel(
            indicator=rows.key.indicator,
            freq=rows.key.freq,
            accumulation=rows.key.accumulation,
            transformation=rows.key.transformation,
            dimension=rows.key.unit,
            unit=unit,
            areas=self._areas,
            place=rows.place,
            start=rows.start,
            months=rows.months,
            value=self._in_unit(rows, unit),
            published=np.ones(len(rows.value), dtype=bool),
        ).ordered()

    def _in_unit(self, rows: Rows, unit: str) -> Numbers:
        convert = self._catalog.units.convert
        factors = [1.0 if one == unit else convert(1.0, one, unit) for one in rows.units]
        if set(factors) == {1.0}:
            return rows.value
        return trimmed(rows.value * np.array(factors)[rows.printed])


def read(
    connection: Connection,
    names: Names,
    step: int,
    indicators: Sequence[str],
    areas: Sequence[str],
    transformations: Sequence[Transformation],
    withheld: Set[int] = frozenset(),
) -> list[Rows]:
    """What stood of indicators without parts, by kind; two statements, however many there are."""
    query = select(*(_F[name] for name in _COLUMNS)).where(
        held.stood(step, withheld),
        _M.id == _F.measure,
        _P.id == _F.place,
        _M.indicator.in_(indicators),
        _M.transformation.in_(transformations),
        _M.breakdown == "",
        _P.area.in_(areas),
    )
    table = _arrow(connection, query)
    units = table["unit"].combine_chunks().dictionary_encode()
    columns = [np.asarray(table[name]) for name in _COLUMNS[:-1]]
    codes = np.asarray(units.indices).astype(np.int64)
    return _by_measure(connection, names, areas, [*columns, codes], units.dictionary.to_pylist())


def corrected(rows: Sequence[Rows], overlay: Overlay, areas: Sequence[str]) -> None:
    """Lay the known errors of publishers over what was read."""
    for known in overlay.known:
        for one in rows:
            if (known.indicator, known.transformation) == (
                one.key.indicator,
                one.key.transformation,
            ):
                at = np.flatnonzero(_meant(one, known.area, known.period, areas))
                for index in at:
                    one.value[index] = _right(one, int(index), known.area, overlay)


def _right(rows: Rows, index: int, area: str, overlay: Overlay) -> float:
    from dataclasses import replace

    span = Period(int(rows.start[index]), int(rows.months[index]))
    value, unit = float(rows.value[index]), rows.units[rows.printed[index]]
    figure = Figure(replace(rows.key, area=area), 0, span, value, unit, "A")
    right = overlay.applied([figure])[0].value
    return np.nan if right is None else right


def _meant(rows: Rows, area: str, span: Period, areas: Sequence[str]) -> Flags:
    if area not in areas:
        return np.zeros(len(rows.value), dtype=bool)
    same = (rows.start == span.start) & (rows.months == span.months)
    return same & (rows.place == areas.index(area))


def _by_measure(
    connection: Connection,
    names: Names,
    areas: Sequence[str],
    columns: Sequence[Any],
    units: Sequence[str],
) -> list[Rows]:
    measure, place, start, months, value, codes = columns
    if not len(measure):
        return []
    order = np.argsort(measure, kind="stable")
    met, first = np.unique(measure[order], return_index=True)
    places, keys = names.places(connection, place, areas), names.measures(connection, met.tolist())
    found: list[Rows] = []
    for number, rows in zip(met.tolist(), np.split(order, first[1:]), strict=True):
        printed, local = np.unique(codes[rows], return_inverse=True)
        found.append(
            Rows(
                key=keys[number],
                place=places[place[rows]],
                start=start[rows].astype(np.int64),
                months=months[rows].astype(np.int64),
                value=np.array(value[rows], dtype=float),
                printed=local,
                units=[units[code] for code in printed],
            )
        )
    return found


def _weight(rows: Rows) -> Weight:
    ends = (rows.start + rows.months - 1)[~np.isnan(rows.value)]
    return Weight(int(ends.max(initial=-1)), len(rows.value))


def _arrow(connection: Connection, query: Any) -> Any:  # noqa: ANN401 - the engine's own bulk path
    result: Any = connection.execute(query)
    return result.cursor.to_arrow_table()
