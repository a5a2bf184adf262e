"""Which cell says what: evidence kept small, for a file has a hundred thousand figures."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping

Pairs = tuple[tuple[str, str], ...]


class Evidence(Mapping[str, str]):
    """Attribute to the cell that says it, or `sheet` or `file`; built when asked for.

    What a row's names say is paired with their column only; the row is the figure's own.
    """

    __slots__ = ("_around", "_beside", "_row")

    def __init__(self, around: Pairs = (), beside: Pairs = (), row: str = "") -> None:
        self._around = around
        self._beside = beside
        self._row = row

    def at_row(self, row: str) -> Evidence:
        """The same of another row, whose names stand in the same columns."""
        return Evidence(self._around, self._beside, row)

    @property
    def parts(self) -> tuple[Pairs, Pairs, str]:
        """What it is made of; the same of many figures but for the row."""
        return self._around, self._beside, self._row

    def to_dict(self) -> dict[str, str]:
        """All of it as plain values; made once for all attributes."""
        row = self._row
        return dict(self._around) | {
            attribute: at + row if at.isupper() and at.isalpha() else at
            for attribute, at in self._beside
        }

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
