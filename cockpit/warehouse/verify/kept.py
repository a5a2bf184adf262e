"""The originals against the batches that name them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from cockpit.i18n import gettext as _
from cockpit.warehouse import schema
from cockpit.warehouse.originals import Originals
from cockpit.warehouse.verify.finding import Finding


def findings(connection: Connection, originals: Originals) -> Iterator[Finding]:
    """Files that are missing or changed; then, harmless, those that no batch names."""
    brought = schema.batch.c
    query = select(brought.id, brought.sha256, brought.file_name).order_by(brought.id)
    named = set[str]()
    for batch, digest, name in connection.execute(query):
        named.add(digest)
        if fault := originals.fault(digest):
            yield Finding(_WORDS[fault](batch, name, digest))
    for path in originals.files():
        if path.name not in named:
            yield Finding(_("No batch names the kept file %(file)s.", file=path), harmless=True)


def _missing(batch: int, name: str, digest: str) -> str:
    return _(
        "The original of batch %(batch)s (%(name)s, SHA-256 %(digest)s) is missing.",
        batch=batch,
        name=name,
        digest=digest,
    )


def _changed(batch: int, name: str, digest: str) -> str:
    return _(
        "The original of batch %(batch)s (%(name)s, SHA-256 %(digest)s) has changed.",
        batch=batch,
        name=name,
        digest=digest,
    )


_WORDS = {"missing": _missing, "changed": _changed}
