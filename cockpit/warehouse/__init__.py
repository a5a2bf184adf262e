"""The warehouse: what was brought, by whom, from which cell, and what stands published.

An embedded warehouse is one file, owned by one process; on a lake any number of processes share
one. In each of them many threads read while one writes.
"""

from __future__ import annotations

from datetime import datetime

from cockpit.catalog import Catalog
from cockpit.period import Period
from cockpit.series import Selection, Series
from cockpit.settings import Settings
from cockpit.vintage import Triangle, triangle
from cockpit.warehouse import vintages
from cockpit.warehouse.desk import Desk
from cockpit.warehouse.keeping import Keeping
from cockpit.warehouse.reader import Reader
from cockpit.warehouse.registers import registers
from cockpit.warehouse.remembering import Remembering


class Warehouse(Desk, Remembering, Keeping):
    """Batches in, series out; every change is one transaction that a power cut cannot split."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        super().__init__(settings, catalog)
        self.alarms, self.meetings, self.walls = registers(
            self._engine, self._change, self._told_after
        )

    def triangle(self, selection: Selection, as_of: datetime | None = None) -> Triangle | None:
        """The revisions of a series, every vintage of it; None where nothing is held."""
        reader = self.reader(as_of)
        series = reader.series(selection)
        key = series.key
        if key is None:
            return None
        with self._engine.connect() as connection:
            found = vintages.publications(connection, key, series.unit, self._catalog, as_of)
        seen = [one for one in found if _told(reader, series, one.period)]
        return triangle(key, series.unit, seen)


def _told(reader: Reader, series: Series, period: Period) -> bool:
    """Whether whoever asks may read all that was ever printed of a figure."""
    if reader.gate.moment is None:
        return True
    point = series.at(period)
    public = series.key is not None and reader.gate.lets(series.key, period)
    return public and point is not None and point.status != "Q"
