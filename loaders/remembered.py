"""Answers kept for questions that come again from one row, sheet or workbook to the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

_LONGEST = 200
"""Texts longer than this are no words of a table that come again."""
_TEXTS = (str, bytes)
_LARGEST = 1 << 17
_FEW = 64
"""Parts of files are kept up to this size, and so many of them."""
_Given = TypeVar("_Given", str, bytes)
_More = ParamSpec("_More")
_Made = TypeVar("_Made")


class Kept(dict[Asked, Answer]):
    """Answers by what was asked; forgotten all at once where they grow too many.

    What is asked by numbers is never too long to be kept.
    """

    __slots__ = ("_by_numbers", "_most")

    def __init__(self, most: int = 1 << 14, *, by_numbers: bool = False) -> None:
        super().__init__()
        self._most = most
        self._by_numbers = by_numbers

    def keep(self, asked: Asked, answer: Answer) -> Answer:
        """Keep an answer, unless the question is a long one."""
        if self._by_numbers or not is_long(asked):
            if len(self) >= self._most:
                self.clear()
            self[asked] = answer
        return answer


class Remembered(Kept[Asked, Answer]):
    """A function's answers by what it was asked."""

    __slots__ = ("_tell",)

    def __init__(self, tell: Callable[[Asked], Answer], most: int = 1 << 14) -> None:
        super().__init__(most)
        self._tell = tell

    def __missing__(self, asked: Asked) -> Answer:
        return self.keep(asked, self._tell(asked))


def is_long(asked: object) -> bool:
    """Whether a text, or one of several, is too long to be worth keeping."""
    if isinstance(asked, _TEXTS):
        return len(asked) > _LONGEST
    return isinstance(asked, tuple) and any(map(is_long, asked))


def remembered(
    make: Callable[Concatenate[_Given, _More], _Made],
) -> Callable[Concatenate[_Given, _More], _Made]:
    """The function, its last results for short texts kept; nobody may change what it returns."""
    kept = cast("Callable[Concatenate[_Given, _More], _Made]", lru_cache(maxsize=_FEW)(make))

    @wraps(make)
    def made(text: _Given, *more: _More.args, **named: _More.kwargs) -> _Made:
        return (kept if len(text) <= _LARGEST else make)(text, *more, **named)

    return made


def of_the_last(make: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """The function, its result kept for as long as the very same thing is given."""
    last: list[tuple[Asked, Answer]] = []

    @wraps(make)
    def made(given: Asked) -> Answer:
        for known, answer in tuple(last):
            if known is given:
                return answer
        answer = make(given)
        last[:] = [(given, answer)]
        return answer

    return made
