"""OLE files: old workbooks, and encrypted ones of any age."""

from __future__ import annotations

import io

from loaders.refusal import refusal

_SILENT_PASSWORD = "VelvetSweatshop"  # noqa: S105 - Excel's own, used when it asks nobody
_BARE = b"\x09"


def unlocked(data: bytes) -> bytes:
    """The file as its own program opens it without asking; raises FileRefused if it would ask."""
    if data.startswith(_BARE):
        return data
    office = _office(data)
    if office is None or not office.is_encrypted():
        return data
    opened = io.BytesIO()
    try:
        office.load_key(password=_SILENT_PASSWORD)
        office.decrypt(opened)
    except Exception as error:
        raise refusal("F01") from error
    return opened.getvalue()


def _office(data: bytes):  # noqa: ANN202 - msoffcrypto is untyped
    import msoffcrypto
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        names = {name.lower() for path in ole.listdir() for name in path}
    if names & {"worddocument", "powerpoint document"}:
        raise refusal(
            "F04", kind="Word 或 PowerPoint 文档", kind_en="a Word or PowerPoint document"
        )
    if names & {"workbook", "book", "encryptedpackage"}:
        return msoffcrypto.OfficeFile(io.BytesIO(data))
    raise refusal("F04", kind="未知的 OLE 文件", kind_en="an unknown OLE file")
