"""What readers see between two publications: a version, and the figures read under it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from cockpit.warehouse.choice import Figure

MOST = 5000
"""Answers kept; a wall asks for about a hundred, an afternoon of exploring for thousands."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A version and the answers given under it.

    A publication puts a new snapshot in the place of the old one, version and answers in one step:
    nobody is told of a version whose figures are not the ones handed out. `step` is the last
    publication or withdrawal that it counts.
    """

    version: str
    step: int
    _answers: dict[Hashable, list[Figure]] = field(default_factory=dict)

    def figures(self, question: Hashable, ask: Callable[[], list[Figure]]) -> list[Figure]:
        """The answer given before, or asked for now and kept."""
        found = self._answers.get(question)
        if found is None:
            if len(self._answers) >= MOST:
                self._answers.clear()
            found = self._answers[question] = ask()
        return found
