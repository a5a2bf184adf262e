"""Which cell says what: evidence kept small, for a file has a hundred thousand figures."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping
from functools import lru_cache

import orjson

Pairs = tuple[tuple[str, str], ...]
_ROW = b"#"
"""Stands for a row's number; no address and no attribute has it."""


class Evidence(Mapping[str, str]):
    """Attribute to the cell that says it, or `sheet` or `file`; built when asked for.

    What a row's names say is paired with their column only; the row is the figure's own.
    """

    __slots__ = ("_around", "_beside", "_json", "_row")

    def __init__(self, around: Pairs = (), beside: Pairs = (), row: str = "") -> None:
        self._around = around
        self._beside = beside
        self._row = row
        self._json = b""

    def at_row(self, row: str) -> Evidence:
        """The same of another row, whose names stand in the same columns."""
        return Evidence(self._around, self._beside, row)

    def to_dict(self) -> dict[str, str]:
        """All of it as plain values; made once for all attributes."""
        row = self._row
        return dict(self._around) | {
            attribute: at + row if at.isupper() and at.isalpha() else at
            for attribute, at in self._beside
        }

    def to_json(self) -> bytes:
        """All of it as JSON; kept, for the same figure may come again next month."""
        if not self._json:
            self._json = _in_any_row(self._around, self._beside).replace(_ROW, self._row.encode())
        return self._json

    def items(self) -> ItemsView[str, str]:
        """Attributes with what says them, put together once."""
        return self.to_dict().items()

    def __getitem__(self, attribute: str) -> str:
        return self.to_dict()[attribute]

    def __iter__(self) -> Iterator[str]:
        return iter(self.to_dict())

    def __len__(self) -> int:
        return len(self.to_dict())

    def __repr__(self) -> str:
        return repr(self.to_dict())


@lru_cache(1 << 10)
def _in_any_row(around: Pairs, beside: Pairs) -> bytes:
    return orjson.dumps(Evidence(around, beside, _ROW.decode()).to_dict())
