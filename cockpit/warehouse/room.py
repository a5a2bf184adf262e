"""A full disk, said in a sentence instead of an engine's own words."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path

import duckdb
from sqlalchemy.exc import DBAPIError

from cockpit.errors import OutOfRoom
from cockpit.i18n import gettext as _

# As the operating system words it; DuckDB hands the sentence on.
_FULL = ("No space left on device", "Disk quota exceeded")


@contextmanager
def room_on(place: Path | str | None) -> Generator[None]:
    """Raise OutOfRoom where the work fails because the disk of a place is full."""
    try:
        yield
    except (OSError, DBAPIError, duckdb.Error) as error:
        full = isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT)
        if not full and not any(words in str(error) for words in _FULL):
            raise
        text = _(
            "There is no room on the disk of %(place)s; nothing was changed. "
            "Make room and try again.",
            place=place,
        )
        raise OutOfRoom(text) from error
