"""The files people brought, kept untouched under their SHA-256."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from tempfile import NamedTemporaryFile

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Originals:
    """A folder of files named by their content; a file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes) -> str:
        """Store the bytes durably and return their SHA-256 in hexadecimal."""
        digest = hashlib.sha256(content).hexdigest()
        target = self._place(digest)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(content, target)
        return digest

    def path(self, digest: str) -> Path | None:
        """Where a file is kept, or None."""
        if not _DIGEST.fullmatch(digest):
            return None
        place = self._place(digest)
        return place if place.exists() else None

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


def _write_whole(content: bytes, target: Path) -> None:
    with NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
