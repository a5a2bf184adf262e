"""What a zip says of its members, read in a third of the time that the standard library takes."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from struct import Struct
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

_END = Struct("<4sHHHHIIH")
_MEMBER = Struct("<4s2xHHH4xIIIHHH8xI")
_ONE, _LAST, _LARGE = b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x07"
_LARGE_SIZE = 20
_UNKNOWN = 0xFFFFFFFF
_NEWEST = 63
_ABOUT = attrgetter(
    "filename", "flag_bits", "compress_type", "CRC", "compress_size", "file_size", "header_offset"
)


class Member(NamedTuple):
    """A file in a zip: how it is packed, and where."""

    name: str
    flags: int
    method: int
    checksum: int
    packed_size: int
    size: int
    offset: int
    described: int = 0
    """How many bytes its name and comment take."""

    def is_folder(self) -> bool:
        """Whether it holds nothing but others."""
        return self.name.endswith("/")


def members_of(archive: ZipFile) -> list[Member]:
    """The members of a zip of any kind."""
    return [Member(*_ABOUT(about)) for about in archive.infolist()]


def usual_members(data: bytes) -> list[Member]:
    """The members of a zip that spreadsheet programs write; empty for one of any other kind.

    Names in ASCII, no two the same, all of them deflated, no extra fields, nothing before or after.
    """
    at = len(data) - _END.size
    if at < 0 or data[at - _LARGE_SIZE :].startswith(_LARGE):
        return []
    mark, disk, first_disk, here, count, size, begin, comment = _END.unpack_from(data, at)
    if (
        mark != _LAST
        or disk
        or first_disk
        or comment
        or here != count
        or begin + size != at
        or size < count * _MEMBER.size
    ):
        return []
    members = [*_walked(data, begin, count)]
    is_whole = len(members) == count == len({member.name for member in members})
    is_filled = size == sum(_MEMBER.size + member.described for member in members)
    return members if is_whole and is_filled else []


def _walked(data: bytes, at: int, count: int) -> Iterator[Member]:
    """The members up to the first that is written in another way."""
    for _ in range(count):
        if at + _MEMBER.size > len(data):
            return
        mark, version, flags, method, crc, packed, size, length, extra, comment, offset = (
            _MEMBER.unpack_from(data, at)
        )
        at += _MEMBER.size
        name = data[at : at + length]
        if (mark, method, extra) != (_ONE, ZIP_DEFLATED, 0) or version > _NEWEST:
            return
        if not name.isascii() or b"\0" in name or _UNKNOWN in (packed, size, offset):
            return
        yield Member(name.decode(), flags, method, crc, packed, size, offset, length + comment)
        at += length + comment
