"""A PostgreSQL server of one's own, for as long as a test or a benchmark needs it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from itertools import count
from pathlib import Path


class Postgres:
    """A PostgreSQL server of the tests' own, run by whom it consents to be run by."""

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self._folder = folder
        # Without it what a killed server has confirmed is kept all the same; a power cut is not.
        self._durable = durable
        self._programs = programs()
        self._numbers = count(1)
        self._server: subprocess.Popen[bytes] | None = None
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody", "nogroup")
        self._run("initdb", "-D", f"{folder}/data", "-U", "cockpit", "-A", "trust", "--no-sync")
        self.start()

    def start(self) -> None:
        """Start it, again after `kill`, and wait until it answers."""
        command = ("postgres", "-D", f"{self._folder}/data", "-k", str(self._folder))
        settings = ("listen_addresses=", "max_connections=300", f"fsync={self._durable}")
        quick = [part for one in settings for part in ("-c", one)]
        with (self._folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [self._programs / command[0], *command[1:], *quick],
                stdout=log,
                stderr=log,
                **self._person(),
            )
        while self._psql("postgres", "select 1").returncode:
            assert self._server.poll() is None, (self._folder / "log").read_text()
            time.sleep(0.02)

    def kill(self) -> None:
        """As a power cut would end it, with all that it has started."""
        if self._server:
            self._server.send_signal(signal.SIGKILL)
            self._server.wait()
        while self._psql("postgres", "select 1").returncode == 0:
            time.sleep(0.01)

    def stop(self) -> None:
        """End it in order."""
        if self._server:
            self._server.send_signal(signal.SIGINT)
            self._server.wait()

    def database(self) -> str:
        """A new, empty database, in libpq's words."""
        name = f"lake{next(self._numbers)}"
        self._psql("postgres", f"create database {name}").check_returncode()
        return f"dbname={name} host={self._folder} user=cockpit"

    def _psql(self, database: str, statement: str) -> subprocess.CompletedProcess[bytes]:
        where = ("-h", str(self._folder), "-U", "cockpit", "-d", database)
        command = [self._programs / "psql", *where, "-qc", statement]
        return subprocess.run(command, capture_output=True, check=False)

    def _run(self, program: str, *arguments: str) -> None:
        command = [self._programs / program, *arguments]
        subprocess.run(command, check=True, capture_output=True, **self._person())

    def _person(self) -> dict:
        unprivileged = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        return {"cwd": "/", **(unprivileged if os.geteuid() == 0 else {})}


def programs() -> Path:
    """Where PostgreSQL is; Debian keeps its server's programs off the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("postgres")
    return debian[0] if debian or found is None else Path(found).resolve().parent
