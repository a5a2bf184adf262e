"""What checks find, put into words when somebody reads it: there may be tens of thousands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, overload

from cockpit.observation import NOTHING, Issue
from loaders.checks.located import about, address
from loaders.checks.table import Table


class Finding(NamedTuple):
    """A rule, and the figure that breaks it by its number.

    Unless they are given, `found` is its value, and `expected` that of the `other` figure that it
    is held against. `words` are what else the sentences say.
    """

    rule: str
    figure: int
    expected: object = None
    found: object = None
    other: int | None = None
    words: Mapping[str, object] = NOTHING


class Findings(Sequence[Issue]):
    """Issues in the order found; those about figures are made each time they are asked for."""

    def __init__(self, found: Sequence[Finding | Issue], table: Table) -> None:
        self._found = found
        self._table = table

    def after(self, issues: Sequence[Issue]) -> Findings:
        """The same behind other issues."""
        return Findings([*issues, *self._found], self._table) if issues else self

    def broken(self, rules: Collection[str]) -> Iterator[tuple[str, int]]:
        """Some of the rules where figures break them, with the numbers of the records."""
        numbers = self._table.numbers
        for one in self._found:
            if isinstance(one, Finding) and one.rule in rules:
                yield one.rule, numbers[one.figure]

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Issue]:
        return map(self._issue, self._found)

    @overload
    def __getitem__(self, number: int) -> Issue: ...
    @overload
    def __getitem__(self, number: slice) -> Findings: ...
    def __getitem__(self, number: int | slice) -> Issue | Findings:
        if isinstance(number, slice):
            return Findings(self._found[number], self._table)
        return self._issue(self._found[number])

    def __eq__(self, other: object) -> bool:
        """Whether other issues say the same in the same order."""
        return isinstance(other, Sequence) and [*self] == [*other]

    __hash__ = None

    def _issue(self, one: Finding | Issue) -> Issue:
        if isinstance(one, Issue):
            return one
        said: dict[str, object] = {"expected": one.expected, **one.words}
        if one.found is not None:
            said["found"] = one.found
        if one.other is not None:
            other = self._table.record(one.other)
            said |= {"expected": other.value, "other": address(other), "whole": other.label}
        return about(one.rule, self._table.record(one.figure), **said)
