"""The files people brought, kept untouched under their SHA-256."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal

from cockpit.warehouse.room import room_on

Fault = Literal["missing", "changed"]

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Originals:
    """A folder of files named by their content; a file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes) -> str:
        """Store the bytes durably and return their SHA-256; a damaged copy gives way to them."""
        digest = hashlib.sha256(content).hexdigest()
        if self.fault(digest):
            target = self._place(digest)
            with room_on(self._folder):
                _make_folder(target.parent)
                _write_whole(content, target)
        return digest

    def path(self, digest: str) -> Path | None:
        """Where a file is kept, or None."""
        if not _DIGEST.fullmatch(digest):
            return None
        place = self._place(digest)
        return place if place.exists() else None

    def fault(self, digest: str) -> Fault | None:
        """What is wrong with the file kept under a digest, if anything."""
        path = self.path(digest)
        if path is None:
            return "missing"
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        return None if found == digest else "changed"

    def files(self) -> Iterator[Path]:
        """Everything in the folder, kept under its digest or not."""
        return (path for path in sorted(self._folder.rglob("*")) if path.is_file())

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


def _make_folder(folder: Path) -> None:
    """A folder that a power cut cannot take back, with those above it."""
    if not folder.exists():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def _write_whole(content: bytes, target: Path) -> None:
    with NamedTemporaryFile(dir=target.parent, delete=False) as file:
        unfinished = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            unfinished.replace(target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that the disk knows the names in a folder."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
