"""The backup file: a zip of the database, the originals, and a manifest with every part's SHA-256.

`manifest.json`, `warehouse.duckdb` and `originals/<two digits>/<SHA-256>` are all there is in it:
unpacked by hand it is a home that works.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as BrokenStream  # noqa: N812 - zlib names its exception in small letters

from cockpit.errors import InputError
from cockpit.i18n import gettext as _
from cockpit.warehouse.originals import sync_folder

FORMAT = 1
DATABASE = "warehouse.duckdb"
PART = ".part"
"""What the name of a backup ends with as long as it is not whole."""
_MANIFEST = "manifest.json"
_PART = re.compile(rf"{re.escape(DATABASE)}|originals/(\w\w)/\1[0-9a-f]{{62}}", re.ASCII)
_BLOCK = 1 << 20
# What Python's zip reader raises on bytes that make no sense.
_BROKEN = (BadZipFile, BrokenStream, EOFError, NotImplementedError, RuntimeError)


class BackupRefused(InputError):
    """A backup that cannot be written where it was asked for, or cannot be trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup holds.

    `rows` counts the rows of every table, `parts` gives the SHA-256 of every part, and `lacking`
    the originals that were missing or damaged already when the backup was made.
    """

    format: int
    layout: int
    made_at: str
    rows: Mapping[str, int]
    parts: Mapping[str, str]
    lacking: Mapping[str, str]


class Writing:
    """An archive in the making; a file is added whole, its digest is noted on the way."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._zip = ZipFile(self._file, "w", ZIP_DEFLATED, compresslevel=1)
        self.parts: dict[str, str] = {}

    def add(self, name: str, path: Path) -> None:
        """Copy a file into the archive under the name of a part."""
        about = ZipInfo.from_file(path, name, strict_timestamps=False)
        about.compress_type = ZIP_DEFLATED
        with path.open("rb") as source, self._zip.open(about, "w") as part:
            self.parts[name] = _copy(source, part)

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest and make sure that the disk has all of it."""
        self._zip.writestr(_MANIFEST, json.dumps(asdict(manifest), indent=1))
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Let go of the file, finished or not."""
        self._zip.fp = None  # else its finaliser would try to finish it
        self._file.close()


@contextmanager
def unfinished(target: Path) -> Generator[Path]:
    """A name to write under that becomes `target` where all goes well, and else is removed.

    Raises BackupRefused where `target` exists.
    """
    if target.exists():
        raise BackupRefused(_("%(file)s is there already; choose another name.", file=target))
    path = target.with_name(target.name + PART)
    try:
        yield path
        path.rename(target)
        sync_folder(target.parent)
    finally:
        path.unlink(missing_ok=True)


def original(digest: str) -> str:
    """The name of the part that holds an original."""
    return f"originals/{digest[:2]}/{digest}"


def read_manifest(path: Path) -> Manifest:
    """What a backup says of itself; raises BackupRefused where it is none."""
    with _opened(path) as archive:
        try:
            told: dict[str, Any] = json.loads(archive.read(_MANIFEST))
            manifest = Manifest(**told)
        except (*_BROKEN, OSError, KeyError, TypeError, ValueError) as error:
            raise _refused(path) from error
        names = {*archive.namelist()} - {_MANIFEST}
    if manifest.format > FORMAT:
        raise BackupRefused(_("%(file)s was made by a later release.", file=path))
    if names != {*manifest.parts} or not all(map(_PART.fullmatch, names)) or DATABASE not in names:
        raise _refused(path)
    return manifest


def check(path: Path) -> Manifest:
    """Read every part back; raises BackupRefused where one is not as it was written."""
    manifest = read_manifest(path)
    with _opened(path) as archive:
        for name, digest in manifest.parts.items():
            _take_out(archive, name, digest, Path(os.devnull))
    return manifest


def unpack(path: Path, folder: Path) -> Manifest:
    """Write every part into a folder, checked; raises BackupRefused like `check`."""
    manifest = read_manifest(path)
    with _opened(path) as archive:
        for name, digest in manifest.parts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            _take_out(archive, name, digest, folder / name)
    return manifest


def _take_out(archive: ZipFile, name: str, digest: str, target: Path) -> None:
    try:
        with archive.open(name) as part, target.open("wb") as file:
            found = _copy(part, file)
    except _BROKEN as error:
        raise _damaged(archive, name) from error
    if found != digest or name not in (DATABASE, original(digest)):
        raise _damaged(archive, name)


def _copy(source: IO[bytes], target: IO[bytes]) -> str:
    """Copy all of a stream; returns its SHA-256."""
    digest = hashlib.sha256()
    while block := source.read(_BLOCK):
        digest.update(block)
        target.write(block)
    return digest.hexdigest()


def _opened(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except (*_BROKEN, ValueError) as error:
        raise _refused(path) from error


def _refused(path: Path) -> BackupRefused:
    return BackupRefused(_("%(file)s is not a whole backup.", file=path))


def _damaged(archive: ZipFile, name: str) -> BackupRefused:
    file = archive.filename
    return BackupRefused(_("%(file)s is damaged: part %(part)s has changed.", file=file, part=name))
