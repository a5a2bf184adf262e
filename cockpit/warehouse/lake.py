"""The lake: figures as Parquet on storage that several hosts share, its catalogue in PostgreSQL.

Steps, entries and other small changes stand in PostgreSQL itself until the lake is compacted:
DuckLake keeps there what is too small for a file, in the same transaction as the files.
"""

from __future__ import annotations

import random
import re
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from os import getpid
from pathlib import Path
from secrets import token_hex
from typing import Any

import duckdb

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.settings import Settings

NAME = "lake"
"""What the attached lake is called in SQL."""
_URL = re.compile(r"ducklake:postgres(?:ql)?:(?P<catalogue>.+)", re.DOTALL)
_SECRET = re.compile(r"(password\s*=\s*)('(?:[^'\\]|\\.)*'|\S+)|(//[^:/@]*:)[^@]*(?=@)")
_INLINED = 2000
"""Rows of one change that still go to PostgreSQL: a monthly file, not a yearbook."""
_CONNECTIONS = 16
"""Connections to PostgreSQL that a process keeps; more are opened for as long as needed."""
_TRIES = 5
_ABOUT = """\
The Parquet files of an econ-cockpit lake. Which of them count, and which of their rows,
is told by the catalogue in PostgreSQL: never add, change or remove one by hand.
"""


class LakeMisplaced(CockpitError):
    """Catalogue and files of a lake do not belong together."""


@dataclass(frozen=True, slots=True)
class Lake:
    """Where a lake is: a PostgreSQL database in libpq's words, and the folder of its files."""

    catalogue: str
    folder: Path
    name: str
    """What this opening of it calls itself at the catalogue's server."""

    @classmethod
    def of(cls, settings: Settings) -> Lake | None:
        """The lake that the settings name; None where they name an embedded warehouse."""
        if not settings.database.startswith("ducklake:"):
            return None
        found = _URL.fullmatch(settings.database)
        if found is None:
            text = "COCKPIT_WAREHOUSE is %r; expected ducklake:postgres:dbname=… host=… user=…"
            raise ValueError(text % without_secrets(settings.database))
        name = f"econ-cockpit-{socket.gethostname()}-{getpid()}-{token_hex(2)}"
        return cls(found["catalogue"], settings.store.absolute() / "lake", name)

    def attach(self, driver: Any) -> None:  # noqa: ANN401 - DuckDB's own
        """Attach the lake, made where there is neither catalogue nor file; raises LakeMisplaced."""
        for extension in ("ducklake", "postgres_scanner"):
            driver.execute(f"load '{_quoted(_file(extension))}'")
        driver.execute(f"set pg_pool_max_connections = {_CONNECTIONS}")
        # An idle process keeps a connection, by which others see that it is there.
        driver.execute("set pg_pool_idle_timeout_millis = 0")
        driver.execute("set ducklake_retry_wait_ms = 10")
        try:
            driver.execute(self._attaching(create=False))
        except duckdb.InvalidInputException as error:
            if "does not exist" not in str(error):
                raise
            self._make(driver)
        if not self._about.exists():
            raise LakeMisplaced(_not_there(self.folder))

    @property
    def _about(self) -> Path:
        return self.folder / "README"

    def _make(self, driver: Any) -> None:  # noqa: ANN401 - DuckDB's own
        if any(self.folder.rglob("*.parquet")):
            raise LakeMisplaced(_strange(self.folder))
        self.folder.mkdir(parents=True, exist_ok=True)
        self._about.write_text(_ABOUT, encoding="utf-8")
        for _again in range(_TRIES):
            # Of several processes that come first, one makes the catalogue's tables.
            with suppress(duckdb.Error):
                driver.execute(self._attaching(create=True))
                return
            time.sleep(random.uniform(0, 0.5))  # noqa: S311 - so that two do not meet again
        driver.execute(self._attaching(create=True))

    def _attaching(self, *, create: bool) -> str:
        options = f"data_path '{_quoted(self.folder)}/', data_inlining_row_limit {_INLINED}"
        made = f"create_if_not_exists {str(create).lower()}"
        source = _quoted(f"ducklake:postgres:{self._introduced()}")
        return f"attach if not exists '{source}' as {NAME} ({options}, {made})"

    def _introduced(self) -> str:
        """The catalogue's address, with the name of this process for whoever looks."""
        if "application_name" in self.catalogue:
            return self.catalogue
        if "://" in self.catalogue:
            joint = "&" if "?" in self.catalogue else "?"
            return f"{self.catalogue}{joint}application_name={self.name}"
        return f"{self.catalogue} application_name={self.name}"


def without_secrets(text: str) -> str:
    """A text of ours or the engine's without the passwords in it."""
    return _SECRET.sub(lambda found: f"{found[1] or found[3]}…", text)


@cache
def _file(extension: str) -> Path:
    """The extension as its wheel brings it, for this very version of the engine."""
    package = import_module(f"duckdb_extension_{extension}")
    folder = Path(str(package.__file__)).parent / "extensions" / f"v{duckdb.__version__}"
    return folder / f"{extension}.duckdb_extension"


def _quoted(text: object) -> str:
    return str(text).replace("'", "''")


def _not_there(folder: Path) -> str:
    return _(
        "The folder %(folder)s does not hold the files of the lake; is the shared storage mounted, "
        "and COCKPIT_SHARED right?",
        folder=folder,
    )


def _strange(folder: Path) -> str:
    return _(
        "The catalogue of the lake is empty, but %(folder)s holds files of a lake; is "
        "COCKPIT_WAREHOUSE right? Else restore a backup into another folder.",
        folder=folder,
    )
