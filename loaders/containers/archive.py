"""The parts of a zipped workbook, unpacked one by one and never beyond what is allowed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache

from loaders.containers.zipped import check_directory
from loaders.refusal import refusal

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_PIECE = 1 << 20
_LOCKED = 1
_HEAD = 30
_SMALL = 12_288


class Unusual(Exception):
    """Something stands in a file that the quick readers do not know."""


class Archive:
    """A zip's members by their names in lower case; raises FileRefused where it is a trap."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        check_directory(self._zip)
        self.members = self._zip.infolist()
        self._members = {
            member.filename.replace("\\", "/").lstrip("/").lower(): member
            for member in self.members
        }
        self.names = self._members.keys()
        self.has_comments = any(name.startswith("xl/comments") for name in self.names)

    @property
    def size(self) -> int:
        """How many bytes it unpacks to."""
        return sum(member.file_size for member in self.members)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def part(self, name: str) -> bytes:
        """A part's bytes; raises KeyError where there is none."""
        return safe(self.unpacked_part(name))

    def unpacked_part(self, name: str) -> bytes:
        """A part's bytes that are no XML; raises KeyError where there is none."""
        return self.unpacked(self._members[name.lower()])

    def unpacked(self, member: zipfile.ZipInfo) -> bytes:
        """A member's bytes, at most as many as it declares; raises BadZipFile where it lies."""
        if member.flag_bits & _LOCKED:
            raise refusal("F01")
        if member.compress_type != zipfile.ZIP_DEFLATED:
            return self._zip.read(member)
        head = self._data[member.header_offset : member.header_offset + _HEAD]
        if not head.startswith(b"PK\x03\x04"):
            raise zipfile.BadZipFile
        names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        start = member.header_offset + _HEAD + names
        packed = self._data[start : start + member.compress_size]
        is_small = len(packed) <= member.file_size <= _SMALL
        inflate = _remembered if is_small else _inflated
        return inflate(packed, member.file_size, member.CRC)

    def size_of(self, name: str) -> int:
        """How many bytes a part unpacks to; raises KeyError where there is none."""
        return self._members[name.lower()].file_size

    def text(self, name: str) -> str:
        """A part's XML, with line ends as XML counts them."""
        return decoded(self.part(name))

    def pieces(self, name: str, cut: bytes) -> Iterator[bytes]:
        """A part's XML in pieces, each but the first beginning with `cut`."""
        member = self._members[name.lower()]
        if member.file_size <= _PIECE:
            yield _lined(self.part(name))
            return
        with self._zip.open(member) as stream:
            rest = b""
            while piece := stream.read(_PIECE):
                rest += piece
                end = rest.rfind(cut)
                if end > 0:
                    yield _lined(safe(rest[:end]))
                    rest = rest[end:]
            yield _lined(safe(rest))


def _inflated(packed: bytes, size: int, checksum: int) -> bytes:
    content = zlib.decompressobj(-15).decompress(packed, size + 1)
    if len(content) != size or zlib.crc32(content) != checksum:
        raise zipfile.BadZipFile
    return content


_remembered = lru_cache(maxsize=256)(_inflated)
"""Files of one bureau share their small parts: styles, relations, the list of sheets."""


def safe(xml: bytes) -> bytes:
    """XML that declares no types and no entities of its own, and carries no comments."""
    if b"!" in xml and b"<!" in xml:
        if _DECLARATION.search(xml):
            raise refusal("F05")
        raise Unusual
    return xml


def _lined(xml: bytes) -> bytes:
    """XML with line ends as XML counts them."""
    return xml.replace(b"\r\n", b"\n") if b"\r" in xml else xml


def decoded(xml: bytes) -> str:
    """XML as text; raises Unusual where it is not in UTF-8."""
    try:
        text = xml.decode()
    except UnicodeDecodeError as error:
        raise Unusual from error
    if text.startswith("\ufeff"):
        text = text[1:]
    return text.replace("\r\n", "\n") if "\r" in text else text
