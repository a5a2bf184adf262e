"""The audit trail: who did what when, each entry chained to the one before by its hash.

An entry changed, taken out or put in between breaks every hash after it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cockpit.i18n import gettext as _

START = "0" * 64
"""What the first entry is chained to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One action; `at` is UTC, `previous` and `hash` are SHA-256 in hexadecimal."""

    seq: int
    at: datetime
    person: str
    action: str
    object: str
    detail: Mapping[str, Any]
    previous: str
    hash: str

    def to_dict(self) -> dict[str, Any]:
        """Plain values in the order in which they are told."""
        fields = (*_HASHED, "previous", "hash")
        return {name: getattr(self, name) for name in fields} | {"at": _written(self.at)}


_HASHED = ("seq", "at", "person", "action", "object", "detail")


def entry_after(
    seq: int,
    previous: str,
    *,
    at: datetime,
    person: str,
    action: str,
    what: str,
    detail: Mapping[str, Any],
) -> Entry:
    """The entry that follows the one of this number and hash."""
    told = {"person": person, "action": action, "object": what, "detail": detail}
    digest = _digest(seq + 1, at, previous, told)
    return Entry(
        seq=seq + 1,
        at=at,
        person=person,
        action=action,
        object=what,
        detail=detail,
        previous=previous,
        hash=digest,
    )


def canonical(value: object) -> str:
    """JSON in one spelling only: names sorted, no blanks, no escapes beyond the necessary."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def faults(entries: Iterable[Entry], seq: int, tip: str) -> Iterator[str]:
    """What is wrong with a chain that should end at this number and hash, one sentence a fault."""
    last, previous = 0, START
    for entry in entries:
        if entry.seq != last + 1:
            yield _("Audit: entry %(seq)s follows entry %(last)s.", seq=entry.seq, last=last)
        if entry.previous != previous:
            yield _("Audit: entry %(seq)s is not chained to the one before.", seq=entry.seq)
        if entry.hash != _digest(entry.seq, entry.at, entry.previous, entry.to_dict()):
            yield _("Audit: entry %(seq)s does not fit its hash.", seq=entry.seq)
        last, previous = entry.seq, entry.hash
    if (last, previous) != (seq, tip):
        yield _("Audit: the chain ends at entry %(last)s; expected %(seq)s.", last=last, seq=seq)


def _digest(seq: int, at: datetime, previous: str, told: Mapping[str, Any]) -> str:
    hashed = {name: told[name] for name in ("person", "action", "object", "detail")}
    hashed |= {"seq": seq, "at": _written(at), "previous": previous}
    return hashlib.sha256(canonical(hashed).encode()).hexdigest()


def _written(at: datetime) -> str:
    return at.replace(tzinfo=UTC).isoformat(timespec="microseconds")
