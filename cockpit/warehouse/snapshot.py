"""What readers see between two publications: a version, and the figures read under it."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from math import inf
from threading import Lock
from typing import Generic, TypeVar

from cockpit.warehouse.choice import Figure

T = TypeVar("T")

MOST = 5000
"""Answers kept; a wall asks for about a hundred, an afternoon of exploring for thousands."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A version and the answers given under it.

    A publication puts a new snapshot in the place of the old one, version and answers in one step:
    nobody is told of a version whose figures are not the ones handed out. `step` is the last
    publication or withdrawal that it counts, `withheld` are the observations that it leaves out.
    """

    version: str
    step: int
    withheld: frozenset[int] = frozenset()
    _answers: dict[Hashable, list[Figure]] = field(default_factory=dict, compare=False)

    def figures(self, question: Hashable, ask: Callable[[], list[Figure]]) -> list[Figure]:
        """The answer given before, or asked for now and kept."""
        found = self._answers.get(question)
        if found is None:
            if len(self._answers) >= MOST:
                self._answers.clear()
            found = self._answers[question] = ask()
        return found


class Present(Generic[T]):
    """What is so now: told anew after a change, and looked at again after a while.

    `after` is how many seconds a look is good for where other processes change things too; None
    where nobody else does.
    """

    def __init__(self, look: Callable[[], T], after: float | None) -> None:
        self._look = look
        self._after = inf if after is None else after
        self._looking = Lock()
        self.renew()

    def seen(self) -> T:
        """What is so, not older than was promised; the same thing as long as it is equal."""
        if self._is_old():
            with self._looking:
                if self._is_old():
                    self._at, found = time.monotonic(), self._look()
                    self._now = self._now if found == self._now else found
        return self._now

    def renew(self) -> None:
        """See what has just been changed."""
        with self._looking:
            self._at, self._now = time.monotonic(), self._look()

    def _is_old(self) -> bool:
        return time.monotonic() - self._at > self._after
