"""OLE files: old workbooks, and encrypted ones of any age."""

from __future__ import annotations

import io

from loaders.refusal import refusal

_SILENT_PASSWORD = "VelvetSweatshop"  # noqa: S105 - Excel's own, used when it asks nobody
_BARE = b"\x09"
_FILEPASS = b"\x2f\x00"
_LOOKED_AT = 10
_STREAMS = ("workbook", "book")


def stream_of(data: bytes) -> bytes:
    """The workbook's stream; b"" in an encrypted package; raises FileRefused for other files."""
    if data.startswith(_BARE):
        return data
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        names = {path[-1].lower(): path for path in ole.listdir()}
        if names.keys() & {"worddocument", "powerpoint document"}:
            zh, en = "Word 或 PowerPoint 文档", "a Word or PowerPoint document"
            raise refusal("F04", kind=zh, kind_en=en)
        for name in _STREAMS:
            if name in names:
                return ole.openstream(names[name]).read()
    if "encryptedpackage" in names:
        return b""
    raise refusal("F04", kind="未知的 OLE 文件", kind_en="an unknown OLE file")


def is_locked(stream: bytes) -> bool:
    """Whether a workbook's stream is encrypted: its second record or one of the next says so."""
    at = 0
    for _ in range(_LOOKED_AT):
        kind, size = stream[at : at + 2], int.from_bytes(stream[at + 2 : at + 4], "little")
        if kind == _FILEPASS:
            return True
        at += 4 + size
    return False


def unlocked(data: bytes) -> bytes:
    """The file as its own program opens it without asking; raises FileRefused if it would ask."""
    if data.startswith(_BARE):
        return data
    import msoffcrypto

    office = msoffcrypto.OfficeFile(io.BytesIO(data))
    if not office.is_encrypted():
        return data
    opened = io.BytesIO()
    try:
        office.load_key(password=_SILENT_PASSWORD)
        office.decrypt(opened)
    except Exception as error:
        raise refusal("F01") from error
    return opened.getvalue()
