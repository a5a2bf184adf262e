"""One opened cockpit: catalogue, warehouse and formulas, and the one door figures come in by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cockpit.batch import Staged
from cockpit.catalog import Catalog, load_catalog
from cockpit.indicator import Calculator, Formula
from cockpit.reading import Reading
from cockpit.settings import Settings

if TYPE_CHECKING:
    from cockpit.warehouse import Warehouse
    from cockpit.warehouse.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """The other rooms as functions, so that the vocabulary imports none of them."""

    extract: Callable[[Path, str, Path], Reading]
    """File, the name it came with, the catalogue's folder → what was understood."""
    formulas: Callable[[], Mapping[str, Formula]]
    serve: Callable[[Cockpit, str, int], None]
    """The opened cockpit, host, port; returns when the server stops."""


class Cockpit:
    """Everything a command or a server works with; parts are opened when first used."""

    def __init__(self, settings: Settings, rooms: Rooms) -> None:
        self.settings = settings
        self._rooms = rooms

    @cached_property
    def catalog(self) -> Catalog:
        """The catalogue, checked as a whole."""
        return load_catalog(self.settings.catalog)

    @cached_property
    def warehouse(self) -> Warehouse:
        """The warehouse, held by this process until closed."""
        # Reading a file needs no database, and the database's libraries take longest to load.
        from cockpit.warehouse import Warehouse

        return Warehouse(self.settings, self.catalog)

    @cached_property
    def formulas(self) -> Mapping[str, Formula]:
        """How derived indicators are computed."""
        return self._rooms.formulas()

    def door(self, as_of: datetime | None = None) -> Reader:
        """The reading door, as of now or as of a UTC time."""
        return self.warehouse.reader(as_of)

    def calculator(self, as_of: datetime | None = None) -> Calculator:
        """Published and derived series, read through the door."""
        return Calculator(self.door(as_of), self.catalog, self.formulas)

    def read(self, path: Path, name: str | None = None) -> Reading:
        """Read a file in a process of its own; raises FileRefused where that is impossible."""
        return self._rooms.extract(path, name or path.name, self.settings.catalog)

    def serve(self, host: str, port: int) -> None:
        """Serve the web application until the process is told to stop."""
        self._rooms.serve(self, host, port)

    def bring(self, content: bytes, file_name: str, person: str, source: str = "") -> Staged:
        """Read a file in a process of its own and stage what was understood.

        Raises FileRefused, and keeps nothing, where the file cannot be read at all.
        """
        with TemporaryDirectory() as folder:
            path = Path(folder) / "upload"
            path.write_bytes(content)
            reading = self.read(path, file_name)
        return self.warehouse.stage(
            content,
            file_name=file_name,
            source=source or reading.source,
            person=person,
            observations=reading.observations,
            issues=reading.issues,
        )
