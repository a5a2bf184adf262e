"""Collecting issues: one for each thing that is wrong, at the first place where it shows."""

from __future__ import annotations

from collections.abc import Iterable

from cockpit.observation import Issue
from loaders.checks.rules import Place, raise_issue


class Issues:
    """Issues in the order found; the same question about the same thing is asked once."""

    def __init__(self) -> None:
        self._found: dict[object, Issue] = {}

    def ask(self, rule: str, at: Place, about: object, **values: object) -> None:
        """Raise a rule about something, unless it was raised about that before."""
        if (rule, about) not in self._found:
            self._found[rule, about] = raise_issue(rule, at, **values)

    def add(self, issues: Iterable[Issue]) -> None:
        """Take over issues raised elsewhere."""
        for issue in issues:
            self._found[issue] = issue

    def all(self) -> tuple[Issue, ...]:
        """Every issue."""
        return tuple(self._found.values())
