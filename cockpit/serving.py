"""A running server, and how commands on the same machine reach it.

The server holds the warehouse alone, so `backup` and `verify` ask it. They find address and key in
a file in `COCKPIT_HOME` that only its owner may read; the key also tells this server from another
that has the same port since.
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _

_FILE = "serving.json"
_FORM = "application/x-www-form-urlencoded"
# A backup of many millions of figures is made before its first byte is sent.
_PATIENCE = 3600.0
_EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what a server may be told


class ServerRefused(CockpitError):
    """The running server did not do what a command asked of it."""


@dataclass(frozen=True, slots=True)
class Serving:
    """Where a server listens, and the key that it wants to be shown."""

    host: str
    port: int
    key: str


@contextmanager
def announced(home: Path, host: str, port: int, key: str) -> Generator[None]:
    """Leave word of a server for as long as it runs."""
    path = home / _FILE
    path.unlink(missing_ok=True)
    told = Serving(_EVERY_ADDRESS.get(host, host), port, key)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123 - Path opens with other rights
        json.dump(asdict(told), file)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def serving(home: Path) -> Serving | None:
    """The server that was announced last, which may be gone since; None where none was."""
    try:
        return Serving(**json.loads((home / _FILE).read_text()))
    except (OSError, TypeError, ValueError):
        return None


@contextmanager
def asked(
    server: Serving, path: str, fields: Mapping[str, str], locale: str
) -> Generator[HTTPResponse]:
    """The answer to a request; raises ServerRefused with the server's reason or its absence."""
    connection = HTTPConnection(server.host, server.port, timeout=_PATIENCE)
    headers = {"Content-Type": _FORM, "Cookie": f"locale={locale}"}
    try:
        body = urlencode({**fields, "key": server.key})
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        if not 200 <= answer.status < 300:
            raise ServerRefused(_reason(answer))
        yield answer
    except (OSError, HTTPException) as error:
        raise ServerRefused(_("The server does not answer: %(error)s", error=error)) from error
    finally:
        connection.close()


def _reason(answer: HTTPResponse) -> str:
    try:
        return str(json.loads(answer.read())["detail"])
    except (KeyError, TypeError, ValueError):
        return f"{answer.status} {answer.reason}"
