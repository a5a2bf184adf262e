"""A folder for what the warehouse writes beside itself, gone when nobody holds it any more."""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp


class Copies:
    """A folder of one opened warehouse, in `parent` beside those of other processes.

    What a process that was cut short left there is removed when the next one comes.
    """

    def __init__(self, parent: Path) -> None:
        parent.mkdir(parents=True, exist_ok=True)
        everybody = _held(parent)
        try:
            _sweep(parent)
            self.path = Path(mkdtemp(prefix="of-", dir=parent))
            self._hold: int | None = _held(self.path)
        finally:
            os.close(everybody)

    def close(self) -> None:
        """Remove the folder."""
        if self._hold is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(self._hold)
            self._hold = None


def _sweep(parent: Path) -> None:
    """Remove what is held by nobody."""
    for left in parent.iterdir():
        if left.is_dir():
            with suppress(OSError):
                os.close(_held(left, fcntl.LOCK_NB))
                shutil.rmtree(left)
        else:
            left.unlink(missing_ok=True)


def _held(folder: Path, how: int = 0) -> int:
    """A descriptor by which the folder is held for as long as this process lives."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | how)
    except OSError:
        os.close(opened)
        raise
    return opened
