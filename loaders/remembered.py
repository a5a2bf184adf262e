"""Answers kept for questions that come again from one row, sheet or workbook to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

_LONGEST = 200
"""Texts longer than this are no words of a table that come again."""


class Remembered(dict[Asked, Answer]):
    """A function's answers by what it was asked; forgotten all at once where they grow too many."""

    __slots__ = ("_most", "_tell")

    def __init__(self, tell: Callable[[Asked], Answer], most: int = 1 << 14) -> None:
        super().__init__()
        self._tell = tell
        self._most = most

    def __missing__(self, asked: Asked) -> Answer:
        answer = self._tell(asked)
        if is_long(asked):
            return answer
        if len(self) >= self._most:
            self.clear()
        self[asked] = answer
        return answer


def is_long(asked: object) -> bool:
    """Whether a text, or one of several, is too long to be worth keeping."""
    if isinstance(asked, tuple):
        return any(map(is_long, asked))
    return isinstance(asked, str) and len(asked) > _LONGEST
