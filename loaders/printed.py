"""Records as JSON lines: what many of them share is put into JSON once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from itertools import repeat
from operator import is_
from typing import Any

from orjson import OPT_APPEND_NEWLINE, OPT_INDENT_2, Fragment, dumps

from cockpit.evidence import Evidence
from cockpit.observation import NAMES, Observation
from cockpit.reading import Reading
from loaders.wire import plain

_AT_ONCE = 1 << 12
"""Records that are printed together: a long sheet's are made only for that."""
_BETWEEN = b",\n  "
"""What stands between the values of an indented list, and in no value."""
_OWN = Fragment(b"\0")
"""Where each record has a value of its own; no JSON has such a byte."""


def printed_lines(reading: Reading, named: str | None) -> bytes:
    """Records and issues as they are printed, below a message that says no more than that."""
    begin = dumps({"file": named})[:-1] + b"," if named else b"{"
    lines = BytesIO()
    lines.write(b"{}\n")
    for first in range(0, len(reading.observations), _AT_ONCE):
        lines.writelines(record_lines(reading.observations[first : first + _AT_ONCE], begin))
    lines.writelines(
        begin + dumps(issue, option=OPT_APPEND_NEWLINE)[1:] for issue in reading.issues
    )
    return lines.getvalue()


def record_lines(records: Sequence[Observation], begin: bytes) -> Iterator[bytes]:
    """A line for each of some records, as the public contract has it, after the same beginning."""
    columns = dict(zip(NAMES, zip(*records, strict=True), strict=True))
    shared = {name: _shared(column) for name, column in columns.items()} | {"cell": _OWN}
    line = begin + dumps(shared, plain, OPT_APPEND_NEWLINE)[1:]
    pattern = line.replace(b"%", b"%%").replace(b"\0", b"%b")
    own = (_each(columns[name]) for name, value in shared.items() if value is _OWN)
    return map(pattern.__mod__, zip(*own, strict=True))


def _shared(column: Sequence[Any]) -> Any:  # noqa: ANN401 - fields are of many kinds
    return column[0] if all(map(is_, column, repeat(column[0]))) else _OWN


def _each(column: Sequence[Any]) -> Iterable[bytes]:
    """The values of a field, each as JSON."""
    match column[0]:
        case tuple():
            return map(cache(dumps), column)
        case Evidence():
            return map(Evidence.to_json, column)
        case Mapping():
            return (dumps(value, plain) if value else b"{}" for value in column)
    return dumps(column, option=OPT_INDENT_2)[len("[\n  ") : -len("\n]")].split(_BETWEEN)
