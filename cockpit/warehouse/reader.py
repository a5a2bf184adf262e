"""The one reading door: every read knows who asks and as of when, and sees whole batches only."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from cockpit.catalog import Catalog
from cockpit.correction import NOTHING_WRONG, Checked, Corrections
from cockpit.observation import Transformation
from cockpit.period import Period
from cockpit.series import Selection, Series, SeriesKey, Source
from cockpit.warehouse import columns, export, held, rows, schema, visible
from cockpit.warehouse.choice import Figure, Head, choose, choose_heads, series_of
from cockpit.warehouse.columns import Columns
from cockpit.warehouse.names import Names, key_of
from cockpit.warehouse.overlay import Overlay
from cockpit.warehouse.releasing import OPEN, Gate
from cockpit.warehouse.snapshot import Snapshot

_S, _O = schema.series.c, schema.observation.c
_KEY = (_S.indicator, _S.area, _S.freq, _S.accumulation, _S.transformation, _S.unit, _S.breakdown)


class Reader:
    """A `ReadingDoor` on the warehouse, as of now or as of a UTC time.

    What its `gate` does not let through and its snapshot withholds is as if it had never been
    published.
    """

    def __init__(
        self,
        engine: Engine,
        catalog: Catalog,
        names: Names,
        snapshot: Snapshot,
        as_of: datetime | None = None,
        corrections: Corrections = NOTHING_WRONG,
        gate: Gate = OPEN,
    ) -> None:
        self._engine = engine
        self._catalog = catalog
        self._snapshot = snapshot
        self._as_of = as_of
        self._names = names
        self._overlay = Overlay(corrections, catalog, as_of)
        self.gate = gate

    def series(self, selection: Selection) -> Series:
        """One series in the unit asked for; empty where nothing is held."""
        held = self.across(selection, [selection.area])
        return held.get(selection.area) or Series(None, selection.unit or "", ())

    def across(self, selection: Selection, areas: Sequence[str]) -> Mapping[str, Series]:
        """The selection for many areas in one query; areas without figures are absent.

        All of them are given in the same frequency, accumulation and unit, so they compare.
        """
        question = (selection.indicator, selection.transformation, selection.breakdown, *areas)
        found = self._snapshot.figures(question, lambda: self._figures(selection, areas))
        figures = choose(found, selection, self._catalog)
        return series_of(self._overlay.applied(figures), selection, self._catalog)

    def latest(self, selection: Selection, areas: Sequence[str]) -> Mapping[str, Series]:
        """The last figure of many areas, of the kind that `across` would choose; no earlier one."""
        with self._engine.connect() as connection:
            found = held.heads(connection, *self._asked, [selection], areas, self._withheld)
        return self._heads(selection, found, areas)

    def wall(self, selections: Sequence[Selection]) -> list[Series]:
        """The last figure of each of many selections, in one query; empty where nothing is held."""
        areas = list({selection.area for selection in selections})
        with self._engine.connect() as connection:
            found = held.heads(connection, *self._asked, selections, areas, self._withheld)
        of_kind: dict[tuple[object, ...], list[Head]] = defaultdict(list)
        for head in found:
            of_kind[_asked(head.key)].append(head)
        return [self._head(selection, of_kind[_asked(selection)]) for selection in selections]

    def at(
        self, selection: Selection, areas: Sequence[str], spans: Sequence[Period]
    ) -> Mapping[str, Series]:
        """The figures of some spans only, of many areas, in the kind that `latest` chooses."""
        with self._engine.connect() as connection:
            heads = held.heads(connection, *self._asked, [selection], areas, self._withheld)
            asked = (*self._asked, selection, areas, spans)
            found = held.figures(connection, *asked, self._withheld)
        kept = {head.key for head in choose_heads(heads, selection, self._catalog)}
        figures = self._overlay.applied([figure for figure in found if figure.key in kept])
        return series_of(figures, selection, self._catalog)

    def keys(self, indicator: str, area: str | None = None) -> Sequence[SeriesKey]:
        """Every published series of an indicator."""
        with self._engine.connect() as connection:
            pairs = held.series(connection, self._snapshot.step, indicator, area, self._withheld)
            return sorted(self._names.keys(connection, pairs).values(), key=str)

    def indicators(self) -> Set[str]:
        """Every indicator of which figures are published, in one query."""
        with self._engine.connect() as connection:
            found = held.indicators(connection, self._snapshot.step, self._withheld)
            return frozenset(found) - {""}

    def sources(self, observations: Sequence[int]) -> Mapping[int, Source]:
        """The cells behind observations, of those that may be seen."""
        published = visible.batches(self._as_of)
        query = self._sourced(published).where(_O.id.in_(observations))
        rows = (row for row in self._all(query) if self._lets(_figure(row)))
        return {row["observation"]: self._source(row) for row in rows}

    def history(self, key: SeriesKey, period: Period) -> Sequence[Source]:
        """Every published value of one figure, latest publication first."""
        if not self.gate.lets(key, period):
            return []
        published = visible.batches(self._as_of)
        query = (
            self._sourced(published)
            .where(*_is(key), _O.start == period.start, _O.months == period.months)
            .order_by(visible.empty(_O), published.c.publication.desc(), _O.id.desc())
        )
        found = [self._source(row) for row in self._all(query)]
        # What is withheld now was perhaps printed before; only staff may read that again.
        withheld = bool(found) and found[0].status == "Q" and self.gate.moment is not None
        return found[:1] if withheld else found

    def corrected(self) -> list[Checked]:
        """Every known error of a publisher, and whether it is corrected here."""
        return [
            self._overlay.checked(one, self._published)
            for one in self._overlay.known
            if self.gate.shows(one.indicator, one.area, one.freq, one.period)
        ]

    def shelf(
        self,
        indicators: Sequence[str],
        areas: Sequence[str],
        transformations: Sequence[Transformation],
    ) -> Columns:
        """What is published of indicators without parts, as whole columns, in one query."""
        with self._engine.connect() as connection:
            asked = (indicators, areas, transformations)
            found = columns.read(connection, *self._asked, *asked, self._withheld)
        columns.corrected(found, self._overlay, areas)
        return Columns(areas, found, self._catalog)

    def export(self, target: Path) -> int:
        """Write every figure that stands, as published, into a Parquet file; returns how many."""
        with self._engine.connect() as connection:
            told = (self._snapshot.step, self._catalog, target, self._withheld)
            return export.write(connection, *told)

    def version(self) -> str:
        """Changes whenever a batch is published or withdrawn, and for the public with a release."""
        return self._snapshot.version

    @property
    def _asked(self) -> tuple[Names, int]:
        return self._names, self._snapshot.step

    @property
    def _withheld(self) -> Set[int]:
        return self._snapshot.withheld

    def _lets(self, figure: Figure) -> bool:
        return self.gate.lets(figure.key, figure.period)

    def _head(self, selection: Selection, heads: Sequence[Head]) -> Series:
        found = self._heads(selection, heads, [selection.area])
        return found.get(selection.area) or Series(None, selection.unit or "", ())

    def _heads(
        self, selection: Selection, found: Sequence[Head], areas: Sequence[str]
    ) -> Mapping[str, Series]:
        heads = choose_heads(found, selection, self._catalog)
        figures = self._overlay.applied([head.figure for head in heads if head.figure])
        if any(figure.value is None for figure in figures):
            # A known error that nobody can mend leaves the figure before it the last.
            return _last(self.across(selection, areas))
        return series_of(figures, selection, self._catalog)

    def _published(self, selection: Selection) -> list[Figure]:
        """Figures of one area as published, whatever is known to be wrong with them."""
        return self._figures(selection, [selection.area])

    def _source(self, row: Mapping[str, Any]) -> Source:
        given: dict[str, Any] = {name: row[name] for name in Source.__slots__ if name in row}
        given |= {
            "unit": row["printed"],
            "published_at": row["at"],
            "reasons": tuple(json.loads(row["reasons"])),
        }
        return Source(**given, correction=self._overlay.words(_figure(row)))

    def _figures(self, selection: Selection, areas: Sequence[str]) -> list[Figure]:
        with self._engine.connect() as connection:
            return held.figures(connection, *self._asked, selection, areas, withheld=self._withheld)

    def _sourced(self, published: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's own generics
        batch = schema.batch.c
        columns = (
            *(*_KEY, _O.id, _O.start, _O.months, _O.unit.label("printed")),
            *(_O.id.label("observation"), _O.value, _O.unit, _O.status, _O.sheet, _O.cell, _O.raw),
            *(_O.label, _O.ref_area, _O.needs_review, _O.reasons, _O.batch),
            *(
                batch.file_name,
                batch.sha256,
                published.c.person,
                published.c.brought_by,
                published.c.at,
            ),
        )
        return visible.figures(published, *columns).join(schema.batch, batch.id == _O.batch)

    def _all(self, query: Any) -> Sequence[Mapping[str, Any]]:  # noqa: ANN401
        with self._engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]


def _is(key: SeriesKey) -> tuple[Any, ...]:
    return (
        _S.indicator == key.indicator,
        _S.area == key.area,
        _S.freq == key.freq,
        _S.accumulation == key.accumulation,
        _S.transformation == key.transformation,
        _S.unit == key.unit,
        _S.breakdown == rows.write_breakdown(key.breakdown),
    )


def _figure(row: Mapping[str, Any]) -> Figure:
    period = Period(row["start"], row["months"])
    return Figure(key_of(row), row["id"], period, row["value"], row["printed"], row["status"])


def _last(held: Mapping[str, Series]) -> dict[str, Series]:
    """Each series with its last figure alone."""
    return {
        area: replace(series, points=(series.latest,))
        for area, series in held.items()
        if series.latest
    }


def _asked(one: SeriesKey | Selection) -> tuple[object, ...]:
    return one.indicator, one.transformation, tuple(sorted(one.breakdown)), one.area
